import { hullOf, printRange, type ClaimId, type Locale, type Range, type Words } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { say } from '@corroborate/words'
import { reckonRead } from '../pattern-arithmetic.ts'
import type { PeriodRead } from '../read-period.ts'
import { rangeSaid, withRange } from '../witnesses/combine-witnesses.ts'
import type { WitnessesRequest } from '../witnesses/witnesses-request.ts'

/** Whom each claim goes back to, by their short public names (`originsOfClaim` of the claims' lineage finds them). */
export type OriginsOfClaims = ReadonlyMap<ClaimId, readonly string[]>

/** The number if one origin, and all that rests on it alone, had never been heard. */
export interface WithoutOrigin {
  readonly origin: string
  /** Claims read here that fall with it. */
  readonly claims: readonly ClaimId[]
  readonly leaves: 'the-same' | 'another-range' | 'fewer-periods' | 'nothing'
  /** Over the periods that are left, in whole people; null when nothing is left. */
  readonly interval: Range | null
  /** Periods about which nothing could be said any more: their people are not in the interval. */
  readonly lost: readonly string[]
  readonly words: Words
}

/**
 * Leave one origin out, each in turn. A claim falls when it goes back to that origin and to no other; in its place stand the other
 * witnesses that were named for the same quantity (their hull), and where there are none the period is lost.
 * A claim whose origins are not given never falls.
 */
export function withoutEachOrigin(
  read: readonly PeriodRead[],
  given: {
    readonly origins: OriginsOfClaims
    readonly witnesses: readonly WitnessesRequest[]
    readonly claims: ReadonlyMap<ClaimId, Claim>
  },
): readonly WithoutOrigin[] {
  const claims = new Set(read.flatMap((period) => claimsRead(period)))
  const origins = new Set([...claims].flatMap((claim) => given.origins.get(claim) ?? []))
  return [...origins].sort().map((origin) => withoutOrigin(origin, read, given))
}

function withoutOrigin(
  origin: string,
  read: readonly PeriodRead[],
  given: Parameters<typeof withoutEachOrigin>[1],
): WithoutOrigin {
  const falls = (claim: ClaimId) => {
    const origins = given.origins.get(claim) ?? []
    return origins.length > 0 && origins.every((other) => other === origin)
  }
  const fallen = [...new Set(read.flatMap(claimsRead))].filter(falls)
  const left = read.map((period) => standing(period, falls, given)).filter((period) => period !== null)
  const lost = read.map(({ code }) => code).filter((code) => !left.some((period) => period.code === code))
  const answer = left.length === 0 ? null : reckonRead(left, { kind: 'none' })
  const interval = answer?.ok === true ? answer.value.interval : null
  const leaves = whatIsLeft({ interval, lost, fallen })
  return {
    origin,
    claims: fallen,
    leaves,
    interval,
    lost,
    words: wordsOf({ origin, leaves, interval, lost }),
  }
}

function whatIsLeft(of: {
  readonly interval: Range | null
  readonly lost: readonly string[]
  readonly fallen: readonly ClaimId[]
}): WithoutOrigin['leaves'] {
  if (of.interval === null) return 'nothing'
  if (of.lost.length > 0) return 'fewer-periods'
  return of.fallen.length > 0 ? 'another-range' : 'the-same'
}

/** The period on what is left of its claims; null when one of its parts has nothing left. */
function standing(
  period: PeriodRead,
  falls: (claim: ClaimId) => boolean,
  { witnesses, claims }: Parameters<typeof withoutEachOrigin>[1],
): PeriodRead | null {
  if (falls(period.claims.window.id)) return null
  let left = period
  for (const part of ['rate', 'size'] as const) {
    if (!falls(period.claims[part].id)) continue
    const others = witnesses
      .filter((asked) => asked.period === period.code && asked.part === part)
      .flatMap((asked) => asked.claims.map(({ claim }) => claim))
      .filter((claim) => !falls(claim))
    const ranges = others.map((claim) => rangeSaid(period, part, claims.get(claim)))
    const hull = hullOf(ranges.flatMap((range) => (range.ok ? [range.value] : [])))
    if (hull === null) return null
    left = withRange(left, part, hull)
  }
  return left
}

function claimsRead({ claims: { window, rate, size } }: PeriodRead): readonly ClaimId[] {
  return [window.id, rate.id, size.id]
}

function wordsOf(of: Pick<WithoutOrigin, 'origin' | 'leaves' | 'interval' | 'lost'>): Words {
  const text = (locale: Locale) =>
    say(locale, 'estimate.without-origin', {
      origin: of.origin,
      // A selector of a message has no hyphens.
      leaves: of.leaves.replaceAll('-', '_'),
      range: of.interval === null ? '' : printRange(locale, of.interval),
      lost: of.lost.join(locale === 'ar' ? '، ' : ', '),
    })
  return { en: text('en'), ar: text('ar') }
}
