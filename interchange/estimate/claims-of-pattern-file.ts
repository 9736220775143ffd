import { derivedId, whenFrom, type ClaimId } from '@corroborate/base'
import type { Claim, Pattern } from '@corroborate/claims'
import type { Period, WitnessesRequest } from '@corroborate/estimate'
import { described } from '../folder/mistake.ts'
import type { Path } from '../folder/yaml-file.ts'
import type { RawPatternFile } from './pattern-file-shape.ts'

type RawPeriod = RawPatternFile['periods'][number]
type RawSaid = RawPeriod['rate'] | RawPeriod['size']
export type Tell = (path: Path, told: { readonly expected: string; readonly found: string }) => void

/** Everything that a file of patterns says, each number as a claim of the source that it names. */
export interface FileClaims {
  /** By their codes: `P1.window`, `P1.rate`, `P1.size`, and for further sources `P1.rate.2`, `P1.size.2` and so on. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly periods: readonly Period[]
  readonly witnesses: readonly WitnessesRequest[]
}

export function claimsOfPatternFile(raw: RawPatternFile, tell: Tell): FileClaims {
  const claims = new Map<string, Claim>()
  const say = (code: string, source: string, pattern: Partial<Pattern>): ClaimId => {
    const claim = claimSaying({ code, source, pattern })
    claims.set(code, claim)
    return claim.id
  }
  const witnesses: WitnessesRequest[] = []
  const periods = raw.periods.map((period, at): Period => {
    const { code, window, rate, size, reading } = period
    const time = whenFrom(window.is.edtf, window.is.said ?? null)
    if (!time.ok)
      tell(['periods', at, 'window', 'is'], {
        expected: 'a time in EDTF that does not end before it starts, such as 2011-09/2015-12',
        found: described(window.is.edtf),
      })
    const read = say(`${code}.window`, window.source, { window: time.ok ? time.value : null })
    const often = (said: Omit<RawPeriod['rate'], 'others'>, called: string) =>
      say(called, said.source, { rate: said.is ?? null, weekdays: said.weekdays ?? [] })
    const each = (said: Omit<RawPeriod['size'], 'others'>, called: string) =>
      say(called, said.source, { size: said.is })
    const rates = [rate, ...(rate.others ?? [])].map((said, n) => often(said, numbered(`${code}.rate`, n)))
    const sizes = [size, ...(size.others ?? [])].map((said, n) => each(said, numbered(`${code}.size`, n)))
    witnesses.push(
      ...witnessesOf({ period: code, part: 'rate', said: rate, claims: rates }, within(tell, at)),
      ...witnessesOf({ period: code, part: 'size', said: size, claims: sizes }, within(tell, at)),
    )
    return {
      code,
      window: read,
      rate: derivedId('claim', `${code}.rate`),
      size: derivedId('claim', `${code}.size`),
      reading,
    }
  })
  return { claims, periods, witnesses }
}

function numbered(code: string, n: number): string {
  return n === 0 ? code : `${code}.${n + 1}`
}

function within(tell: Tell, period: number): Tell {
  return (path, told) => {
    tell(['periods', period, ...path], told)
  }
}

/** Several sources for one quantity are laid side by side; they are pooled where the file gives each its weight. */
function witnessesOf(
  {
    period,
    part,
    said,
    claims,
  }: {
    readonly period: string
    readonly part: 'rate' | 'size'
    readonly said: RawSaid
    readonly claims: readonly ClaimId[]
  },
  tell: Tell,
): readonly WitnessesRequest[] {
  const weights = [said.weight, ...(said.others ?? []).map(({ weight }) => weight)]
  const given = weights.filter((weight) => weight !== undefined).length
  if (claims.length < 2) {
    if (given > 0)
      tell([part, 'weight'], {
        expected: 'no weight where one source speaks, or others beside it',
        found: described(said.weight),
      })
    return []
  }
  if (given > 0 && given < weights.length)
    tell([part], {
      expected: 'a weight for every source of this quantity, or for none',
      found: `weights for ${given} of ${weights.length}`,
    })
  return [
    {
      ...{ period, part, pool: given === weights.length },
      claims: claims.map((claim, n) => ({ claim, weight: weights[n] ?? 1 })),
    },
  ]
}

/** What the file says in one place, as a claim of the source that it names. */
function claimSaying({
  code: called,
  source,
  pattern,
}: {
  readonly code: string
  readonly source: string
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
