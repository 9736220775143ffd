import type { EstimateRequest, PatternRequest, Period } from '@corroborate/estimate'
import type { Finding, FindingKind } from '@corroborate/findings'
import type { PersonList } from '@corroborate/report'
import type { z } from 'zod'
import { listEstimateFrom } from './read-list-estimate.ts'
import { entries, idOf, refer, shaped, wrong, type Located, type Opened, type Reading } from './reading.ts'
import { estimateShape, findingShape, listEstimateShape } from './record-shapes.ts'

type RawFinding = z.infer<typeof findingShape>
type RawEstimate = z.infer<typeof estimateShape>

export function readFindings(reading: Reading, opened: Opened): readonly Finding[] {
  return entries(reading, findingShape, opened.get('findings')).map((found) => {
    const { value, placeOf } = found
    return {
      id: idOf(reading, 'finding', value.code),
      code: value.code,
      kind: kindOf(reading, found),
      proposition: value.proposition,
      claimsFor: value['claims-for'].map((code, index) =>
        refer(reading, 'claim', { code, place: () => placeOf(['claims-for', index]) }),
      ),
      claimsAgainst: (value['claims-against'] ?? []).map(({ claim, dismissed }, index) => ({
        claim: refer(reading, 'claim', {
          code: claim,
          place: () => placeOf(['claims-against', index, 'claim']),
        }),
        dismissed: dismissed ?? null,
      })),
      standardOfProof: value['standard-of-proof'] ?? null,
      reasons: value.reasons ?? null,
      signer: value.signer ?? null,
      version: value.version ?? 1,
      elements: value.elements ?? [],
    }
  })
}

function kindOf(reading: Reading, { value, placeOf }: Located<RawFinding>): FindingKind {
  const { kind, to, beneath } = value
  if (kind !== 'attribution') return { kind }
  const source = refer(reading, 'source', { code: to ?? '', place: () => placeOf(['to']) })
  // The shape asks an attribution for both.
  return { kind, to: source, beneath: beneath ?? value.proposition }
}

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

function estimateFrom(reading: Reading, found: Located<RawEstimate>): PatternRequest | null {
  const { value, placeOf } = found
  for (const field of ['periods', 'assumptions', 'alternatives'] as const) uniqueIn(reading, found, field)
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
  }
}

function periodOf(
  reading: Reading,
  { placeOf }: Located<RawEstimate>,
  { period, index }: { readonly period: RawEstimate['periods'][number]; readonly index: number },
): Period {
  const claim = (field: 'window' | 'rate' | 'size') =>
    refer(reading, 'claim', { code: period[field], place: () => placeOf(['periods', index, field]) })
  const { code, reading: read } = period
  return { code, window: claim('window'), rate: claim('rate'), size: claim('size'), reading: read }
}

/** Codes of the parts of one estimate: a report names them. */
function uniqueIn(
  reading: Reading,
  { value, placeOf }: Located<RawEstimate>,
  field: 'periods' | 'assumptions' | 'alternatives',
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
