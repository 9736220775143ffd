import type { EstimateRequest, PatternRequest, Period } from '@corroborate/estimate'
import type { PersonList } from '@corroborate/report'
import type { z } from 'zod'
import { estimateShape } from './estimate-shape.ts'
import { listEstimateFrom } from './read-list-estimate.ts'
import { listEstimateShape } from './record-shapes.ts'
import { idOf, refer, shaped, wrong, type Located, type Opened, type Reading } from './reading.ts'
import { studyAsked, weightedClaims } from './study-asked.ts'
import type { Path } from './yaml-file.ts'

type Raw = z.infer<typeof estimateShape>
type Found = Located<Raw>

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
  const claimOf = (claim: string, path: Path) =>
    refer(reading, 'claim', { code: claim, place: () => placeOf(path) })
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
    ...studyAsked(value, { at: [], claimOf }),
    ...(value.witnesses && {
      witnesses: value.witnesses.map((asked, index) => ({
        ...asked,
        claims: weightedClaims(asked.claims, { at: ['witnesses', index, 'claims'], claimOf }),
      })),
    }),
  }
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
