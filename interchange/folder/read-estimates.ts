import type {
  EstimateRequest,
  PatternRequest,
  Period,
  PeriodSpreads,
  ProjectionRequest,
  Shape,
  SizeSpread,
  WeightedClaim,
} from '@corroborate/estimate'
import type { PersonList } from '@corroborate/report'
import type { z } from 'zod'
import { estimateShape } from './estimate-shape.ts'
import { listEstimateFrom } from './read-list-estimate.ts'
import { listEstimateShape } from './record-shapes.ts'
import { idOf, refer, shaped, wrong, type Located, type Opened, type Reading } from './reading.ts'

type Raw = z.infer<typeof estimateShape>
type Found = Located<Raw>
type RawSimulation = NonNullable<Raw['simulation']>
type Place = readonly (string | number)[]

/** An entry with `lists` or `table` is asked of lists, every other of pattern claims. */
export function readEstimates(
  reading: Reading,
  opened: Opened,
  lists: readonly PersonList[],
): readonly EstimateRequest[] {
  return (opened.get('estimates') ?? [])
    .map((item): EstimateRequest | null => {
      if (isAskedOfLists(item.value)) {
        const found = shaped(reading, listEstimateShape, item)
        return found && listEstimateFrom(reading, found, lists)
      }
      const found = shaped(reading, estimateShape, item)
      return found && estimateFrom(reading, found)
    })
    .filter((estimate) => estimate !== null)
}

function isAskedOfLists(value: unknown): boolean {
  return value !== null && typeof value === 'object' && ('lists' in value || 'table' in value)
}

function estimateFrom(reading: Reading, found: Found): PatternRequest | null {
  const { value, placeOf } = found
  for (const field of ['periods', 'assumptions', 'alternatives', 'projections'] as const)
    uniqueIn(reading, found, field)
  const [firstPeriod, ...periods] = value.periods.map((period, index) =>
    periodOf(reading, found, { period, index }),
  )
  const [firstAssumption, ...assumptions] = value.assumptions
  // The shape asks for one of each at least.
  if (firstPeriod === undefined || firstAssumption === undefined) return null
  const { rounding } = value
  return {
    id: idOf(reading, 'estimate', value.code),
    code: value.code,
    question: value.question,
    unit: value.unit,
    periods: [firstPeriod, ...periods],
    rounding: rounding === 'none' ? { kind: 'none' } : { kind: 'down-to', unit: rounding['down-to'] },
    assumptions: [firstAssumption, ...assumptions],
    alternatives: value.alternatives ?? [],
    checks: (value.checks ?? []).map(({ claim, bound }, index) => ({
      claim: refer(reading, 'claim', { code: claim, place: () => placeOf(['checks', index, 'claim']) }),
      bound,
    })),
    ...studyOf(reading, found),
  }
}

/** What is asked of a study; a part that is not asked for is not there. */
function studyOf(reading: Reading, found: Found) {
  const { simulation, witnesses, projections, thresholds } = found.value
  return {
    ...(simulation && { simulation: simulationOf(reading, found, simulation) }),
    ...(witnesses && {
      witnesses: witnesses.map((asked, index) => ({
        ...asked,
        claims: weightedOf(reading, found, { claims: asked.claims, at: ['witnesses', index, 'claims'] }),
      })),
    }),
    ...(projections && { projections: projections.map(projectionOf).filter((asked) => asked !== null) }),
    ...(thresholds && { thresholds }),
  }
}

function simulationOf(reading: Reading, found: Found, raw: RawSimulation) {
  const { draws, seed, occasions, correlation, spreads } = raw
  return {
    ...{ draws, seed, occasions },
    correlation: {
      withinPeriod: correlation['within-period'],
      betweenPeriods: correlation['between-periods'],
    },
    spreads: spreadsOf(reading, found, { spreads, at: ['simulation', 'spreads'] }),
    inPeriods: (raw['in-periods'] ?? []).map(({ period, rate, size }, index) => ({
      period,
      ...spreadsOf(reading, found, { spreads: { rate, size }, at: ['simulation', 'in-periods', index] }),
    })),
  }
}

function spreadsOf(
  reading: Reading,
  found: Found,
  { spreads, at }: { readonly spreads: RawSimulation['spreads']; readonly at: Place },
): PeriodSpreads {
  const { rate, size } = spreads
  const sizes: SizeSpread =
    typeof size === 'object' && 'claims' in size
      ? {
          kind: 'claims',
          claims: weightedOf(reading, found, { claims: size.claims, at: [...at, 'size', 'claims'] }),
        }
      : shapeOf(size)
  return { rate: { along: rate.along, shape: shapeOf(rate.shape) }, size: sizes }
}

function shapeOf(raw: RawSimulation['spreads']['rate']['shape']): Shape {
  if (raw === 'uniform') return { kind: 'uniform' }
  return 'pert' in raw ? { kind: 'pert', mode: raw.pert } : { kind: 'triangular', mode: raw.triangular }
}

function weightedOf(
  reading: Reading,
  { placeOf }: Found,
  { claims, at }: { readonly claims: readonly { claim: string; weight: number }[]; readonly at: Place },
): readonly WeightedClaim[] {
  return claims.map(({ claim, weight }, index) => ({
    claim: refer(reading, 'claim', { code: claim, place: () => placeOf([...at, index, 'claim']) }),
    weight,
  }))
}

function projectionOf(raw: NonNullable<Raw['projections']>[number]): ProjectionRequest | null {
  const [first, ...others] = raw.assumptions
  return first === undefined ? null : { ...raw, assumptions: [first, ...others] }
}

function periodOf(
  reading: Reading,
  { placeOf }: Found,
  { period, index }: { readonly period: Raw['periods'][number]; readonly index: number },
): Period {
  const claim = (field: 'window' | 'rate' | 'size') =>
    refer(reading, 'claim', { code: period[field], place: () => placeOf(['periods', index, field]) })
  const { code, reading: read } = period
  return { code, window: claim('window'), rate: claim('rate'), size: claim('size'), reading: read }
}

/** Codes of the parts of one estimate: a report names them. */
function uniqueIn(
  reading: Reading,
  { value, placeOf }: Found,
  field: 'periods' | 'assumptions' | 'alternatives' | 'projections',
): void {
  const seen = new Set<string>()
  for (const [index, { code }] of (value[field] ?? []).entries()) {
    if (seen.has(code))
      wrong(reading, placeOf([field, index, 'code']), {
        expected: 'each code once',
        found: `“${code}” a second time`,
      })
    seen.add(code)
  }
}
