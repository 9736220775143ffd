import { ok, printNumber, refuse, type ClaimId, type Range } from '@corroborate/base'
import { inAllLanguages } from '../conventions.ts'
import type { Assumption } from '../../parts-of-estimate.ts'
import type { Read } from '../refusal.ts'
import { mixed, quantilesOf } from '../simulation/quantile-function.ts'
import type { WitnessesRequest } from './witnesses-request.ts'

/** Several witnesses as one distribution: exact, no draws. It believes more than the ranges say; its assumptions are what. */
export interface Pooled {
  readonly mean: number
  readonly median: number
  /** Of the pooled probability, 2.5 % are below the minimum and 2.5 % above the maximum. */
  readonly middle95: Range
  readonly weights: readonly { readonly claim: ClaimId; readonly share: number }[]
  readonly assumptions: readonly [Assumption, ...Assumption[]]
}

interface Said {
  readonly claim: ClaimId
  readonly code: string
  readonly range: Range
}

/**
 * The linear opinion pool: with the chance of its weight the quantity is what that claim says, uniform over its range.
 * @see Stone, Annals of Mathematical Statistics 32 (1961); Clemen & Winkler, Risk Analysis 19 (1999)
 */
export function pooled(
  { claims, period, part }: WitnessesRequest,
  said: readonly Said[],
  origins: ReadonlyMap<ClaimId, readonly string[]>,
): Read<Pooled> {
  const whole = claims.reduce((sum, { weight }) => sum + weight, 0)
  if (!claims.every(({ weight }) => weight > 0) || !Number.isFinite(whole))
    return refuse(
      'weights-unusable',
      `Period ${period}, ${part}: each claim in a pool needs a weight above 0.`,
    )
  const parts = said.map((one) => ({
    ...one,
    chance: (claims.find(({ claim }) => claim === one.claim)?.weight ?? 0) / whole,
    quantiles: quantilesOf({ kind: 'uniform' }, one.range),
  }))
  const pool = mixed(parts)
  return ok({
    mean: parts.reduce((sum, { chance, range }) => sum + (chance * (range.min + range.max)) / 2, 0),
    median: pool.at(0.5),
    middle95: { min: pool.at(0.025), max: pool.at(0.975) },
    weights: parts.map(({ claim, chance }) => ({ claim, share: chance })),
    assumptions: [
      { code: 'pool.linear', words: inAllLanguages('estimate.pool.linear') },
      { code: 'pool.uniform', words: inAllLanguages('estimate.pool.uniform') },
      weightsAssumed(parts),
      ...oneVoice(said, origins),
    ],
  })
}

function weightsAssumed(parts: readonly { readonly code: string; readonly chance: number }[]): Assumption {
  const percent = (chance: number) => Math.round(chance * 1000) / 10
  const en = parts.map(({ code, chance }) => `${code} ${printNumber('en', percent(chance))} %`).join(', ')
  const ar = parts.map(({ code, chance }) => `${code} ${printNumber('ar', percent(chance))}٪`).join('، ')
  return {
    code: 'pool.weights',
    words: inAllLanguages('estimate.pool.weights', { en: { weights: en }, ar: { weights: ar } }),
  }
}

/** Claims that share an origin are one voice heard twice; the pool counts them as two, and this says so. */
function oneVoice(
  said: readonly Said[],
  origins: ReadonlyMap<ClaimId, readonly string[]>,
): readonly Assumption[] {
  const sharing = said.filter(({ claim }) =>
    said.some(
      (other) =>
        other.claim !== claim &&
        (origins.get(other.claim) ?? []).some((origin) => origins.get(claim)?.includes(origin) === true),
    ),
  )
  if (sharing.length === 0) return []
  const codes = sharing.map(({ code }) => code)
  return [
    {
      code: 'pool.one-origin',
      words: inAllLanguages('estimate.pool.one-origin', {
        en: { which: codes.join(', ') },
        ar: { which: codes.join('، ') },
      }),
    },
  ]
}
