import { derivedId, whenFrom, type ClaimId } from '@corroborate/base'
import type { Claim, Pattern } from '@corroborate/claims'
import type { PatternRequest, Period } from '@corroborate/estimate'
import { z } from 'zod'
import { code, range, text, when, words } from '../folder/common-shape.ts'
import { beyondLimits } from '../folder/limits.ts'
import { described, mistake, quoted, type Mistake } from '../folder/mistake.ts'
import { reading } from '../folder/estimate-shape.ts'
import { rate, rounding } from '../folder/record-shapes.ts'
import { checked } from '../folder/shape.ts'
import { readYaml } from '../folder/yaml-file.ts'

/** A question asked of patterns, with the claims that its numbers come from, or everything that keeps a file from being one. */
export type PatternRead =
  | {
      readonly ok: true
      readonly request: PatternRequest
      readonly claims: ReadonlyMap<ClaimId, Claim>
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

const shape = z.strictObject({
  question: words,
  unit: words,
  periods: z
    .array(
      z.strictObject({
        code,
        window: z.strictObject({ is: when, source: text }),
        rate: z.strictObject({ is: rate, source: text }),
        size: z.strictObject({ is: range, source: text }),
        reading,
      }),
    )
    .min(1)
    .max(1_000),
  rounding,
  assumptions: z.array(z.strictObject({ code, words })).min(1),
  alternatives: z.array(z.strictObject({ code, words, reading })).optional(),
})
type RawPeriod = z.infer<typeof shape>['periods'][number]

/**
 * A pattern estimate on its own, as YAML or JSON: periods with window, rate and size given directly, each with the source that says so in words. Every number
 * becomes a claim of that source, so that it is answered as in an investigation.
 */
export function readPatternFile(file: string, content: string): PatternRead {
  const beyond = beyondLimits(new Map([[file, content]]))
  if (beyond.length > 0) return { ok: false, mistakes: beyond }
  const read = readYaml(file, content.replace(/^\uFEFF/, ''))
  if (!read.ok) return { ok: false, mistakes: read.mistakes }
  const { placeOf } = read.yaml
  const raw = checked(shape, read.yaml.value, placeOf)
  if (!raw.ok) return { ok: false, mistakes: raw.mistakes }
  const claims = new Map<ClaimId, Claim>()
  const mistakes: Mistake[] = []
  const seen = new Set<string>()
  const periods = raw.value.periods.map((period, at): Period => {
    if (seen.has(period.code)) {
      const told = { expected: 'each code once', found: `${quoted(period.code)} a second time` }
      mistakes.push(mistake(placeOf(['periods', at, 'code']), told))
    }
    seen.add(period.code)
    const window = whenFrom(period.window.is.edtf, period.window.is.said ?? null)
    if (!window.ok) {
      const expected = 'a time in EDTF that does not end before it starts, such as 2011-09/2015-12'
      const place = placeOf(['periods', at, 'window', 'is'])
      mistakes.push(mistake(place, { expected, found: described(period.window.is.edtf) }))
    }
    const said = (part: string, source: string, pattern: Partial<Pattern>) => {
      const claim = claimSaying({ code: `${period.code}.${part}`, source, pattern })
      claims.set(claim.id, claim)
      return claim.id
    }
    return {
      code: period.code,
      window: said('window', period.window.source, { window: window.ok ? window.value : null }),
      rate: said('rate', period.rate.source, { rate: period.rate.is }),
      size: said('size', period.size.source, { size: period.size.is }),
      reading: period.reading,
    }
  })
  const [first, ...others] = periods
  const [assumption, ...assumptions] = raw.value.assumptions
  if (mistakes.length > 0 || first === undefined || assumption === undefined) return { ok: false, mistakes }
  const { question, unit, alternatives } = raw.value
  const request: PatternRequest = {
    ...{ id: derivedId('estimate', file), code: 'how-many', question, unit },
    periods: [first, ...others],
    rounding:
      raw.value.rounding === 'none'
        ? { kind: 'none' }
        : { kind: 'down-to', unit: raw.value.rounding['down-to'] },
    assumptions: [assumption, ...assumptions],
    alternatives: alternatives ?? [],
    checks: [],
  }
  return { ok: true, request, claims }
}

/** What the file says in one place, as a claim of the source that it names. */
function claimSaying({
  code: called,
  source,
  pattern,
}: {
  readonly code: string
  readonly source: RawPeriod['rate']['source']
  readonly pattern: Partial<Pattern>
}): Claim {
  return {
    ...{ id: derivedId('claim', called), code: called, source: derivedId('source', source) },
    ...{
      passages: [derivedId('passage', called)],
      mode: 'pattern',
      topic: called,
      proposition: { en: source },
    },
    ...{ roles: [], when: null, place: null, quantity: null },
    pattern: {
      ...{ rate: null, weekdays: [], weekdayConfidence: null, partOfDay: null, window: null, size: null },
      ...{ exceptions: null, observed: 'told', said: source },
      ...pattern,
    },
    basis: { kind: 'document', chain: [], vantage: null },
    ...{ certainty: 'certain', polarity: 'affirmed', coder: source, secondCoder: null, status: 'accepted' },
  }
}
