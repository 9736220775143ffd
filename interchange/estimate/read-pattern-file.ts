import { derivedId, type ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { OriginsOfClaims, PatternRequest } from '@corroborate/estimate'
import { beyondLimits } from '../folder/limits.ts'
import { mistake, quoted, type Mistake } from '../folder/mistake.ts'
import { oneOf, checked } from '../folder/shape.ts'
import { studyAsked } from '../folder/study-asked.ts'
import { readYaml, type Path } from '../folder/yaml-file.ts'
import { claimsOfPatternFile, type Tell } from './claims-of-pattern-file.ts'
import { patternFileShape, type RawPatternFile } from './pattern-file-shape.ts'

/** A question asked of patterns, with the claims that its numbers come from, or everything that keeps a file from being one. */
export type PatternRead =
  | {
      readonly ok: true
      readonly request: PatternRequest
      readonly claims: ReadonlyMap<ClaimId, Claim>
      /** The source that each claim is said to come from; the file knows of nothing behind it. */
      readonly origins: OriginsOfClaims
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/**
 * A pattern estimate on its own, as YAML or JSON: periods with window, rate and size given directly, each with the source that says so in words, and what is to be
 * drawn, compared and projected. Every number becomes a claim of its source, so that it is answered as in an investigation. Further sources of one quantity stand
 * under `others`; with a weight each they are pooled too.
 */
export function readPatternFile(file: string, content: string): PatternRead {
  const beyond = beyondLimits(new Map([[file, content]]))
  if (beyond.length > 0) return { ok: false, mistakes: beyond }
  const read = readYaml(file, content.replace(/^\uFEFF/, ''))
  if (!read.ok) return { ok: false, mistakes: read.mistakes }
  const { placeOf } = read.yaml
  const raw = checked(patternFileShape, read.yaml.value, placeOf)
  if (!raw.ok) return { ok: false, mistakes: raw.mistakes }
  const mistakes: Mistake[] = []
  const asked = requestFrom(file, raw.value, (path, told) => {
    mistakes.push(mistake(placeOf(path), told))
  })
  return mistakes.length > 0 || asked === null ? { ok: false, mistakes } : { ok: true, ...asked }
}

function requestFrom(file: string, raw: RawPatternFile, tell: Tell) {
  codesOnce(raw, tell)
  periodsKnown(raw, tell)
  const { claims, periods, witnesses } = claimsOfPatternFile(raw, tell)
  const claimOf = (code: string, path: Path): ClaimId => {
    if (!claims.has(code)) tell(path, { expected: oneOf([...claims.keys()], code), found: quoted(code) })
    return derivedId('claim', code)
  }
  const [first, ...others] = periods
  const [assumption, ...assumptions] = raw.assumptions
  // The shape asks for one of each at least.
  if (first === undefined || assumption === undefined) return null
  const { question, unit, alternatives, rounding } = raw
  const request: PatternRequest = {
    ...{ id: derivedId('estimate', file), code: 'how-many', question, unit },
    periods: [first, ...others],
    rounding: rounding === 'none' ? { kind: 'none' } : { kind: 'down-to', unit: rounding['down-to'] },
    assumptions: [assumption, ...assumptions],
    alternatives: alternatives ?? [],
    ...{ checks: [], witnesses },
    ...studyAsked(raw, { at: [], claimOf }),
  }
  const all = [...claims.values()]
  return {
    request,
    claims: new Map(all.map((claim) => [claim.id, claim])),
    origins: new Map(all.map(({ id, coder }) => [id, [coder]])),
  }
}

function codesOnce(raw: RawPatternFile, tell: Tell): void {
  for (const field of ['periods', 'assumptions', 'alternatives', 'projections'] as const) {
    const seen = new Set<string>()
    for (const [at, { code }] of (raw[field] ?? []).entries()) {
      if (seen.has(code))
        tell([field, at, 'code'], { expected: 'each code once', found: `${quoted(code)} a second time` })
      seen.add(code)
    }
  }
}

/** Periods that the study names are periods of the file. */
function periodsKnown(raw: RawPatternFile, tell: Tell): void {
  const codes = raw.periods.map(({ code }) => code)
  const known = (period: string, path: Path) => {
    if (!codes.includes(period)) tell(path, { expected: oneOf(codes, period), found: quoted(period) })
  }
  for (const [at, { period }] of (raw.simulation?.['in-periods'] ?? []).entries())
    known(period, ['simulation', 'in-periods', at, 'period'])
  for (const [at, { period }] of (raw.projections ?? []).entries())
    known(period, ['projections', at, 'period'])
}
