import { commonOf, hullOf, ok, refuse, type ClaimId, type Range, type Words } from '@corroborate/base'
import type { Claim, Rate } from '@corroborate/claims'
import { inAllLanguages } from '../conventions.ts'
import { reckonRead } from '../pattern-arithmetic.ts'
import { affirmed, rateOf, sizeOf, type PeriodRead } from '../read-period.ts'
import { refusePart, type Read } from '../refusal.ts'
import { pooled, type Pooled } from './pooled.ts'
import type { WitnessesRequest } from './witnesses-request.ts'

/** Several claims about one quantity, side by side: what holds them all, and what all of them hold. */
export interface WitnessesCombined {
  readonly period: string
  readonly part: 'rate' | 'size'
  /** In the order they were asked for; people on each occasion, or the rate in its own terms. */
  readonly said: readonly { readonly claim: ClaimId; readonly code: string; readonly range: Range }[]
  /** The smallest range that holds every one of them. */
  readonly hull: Range
  /** The range that every one of them allows; null when they have none in common, and then `words` says so. */
  readonly common: Range | null
  /** The estimate with the hull, and with the common range, in place of what is read for this part. */
  readonly interval: { readonly withHull: Range; readonly withCommon: Range | null }
  readonly pooled: Pooled | null
  readonly words: Words
}

type Claims = ReadonlyMap<ClaimId, Claim>

/** @param origins whom each claim goes back to: claims of one origin are one voice, and the pool says so */
export function combineWitnesses(
  request: WitnessesRequest,
  read: readonly PeriodRead[],
  from: { readonly claims: Claims; readonly origins: ReadonlyMap<ClaimId, readonly string[]> },
): Read<WitnessesCombined> {
  const period = read.find(({ code }) => code === request.period)
  if (period === undefined)
    return refuse('period-unknown', `Witnesses are compared for period ${request.period}, and there is none.`)
  const said = whatIsSaid(request, period, from.claims)
  if (!said.ok) return said
  const ranges = said.value.map(({ range }) => range)
  const hull = hullOf(ranges) ?? period.size
  const common = commonOf(ranges)
  const withHull = intervalWith(read, { period, part: request.part, range: hull })
  if (!withHull.ok) return withHull
  const withCommon = common && intervalWith(read, { period, part: request.part, range: common })
  const pool = request.pool ? pooled(request, said.value, from.origins) : ok(null)
  if (!pool.ok) return pool
  return ok({
    ...{ period: request.period, part: request.part, said: said.value, hull, common },
    interval: { withHull: withHull.value, withCommon: withCommon?.ok === true ? withCommon.value : null },
    pooled: pool.value,
    words: inAllLanguages(
      common === null ? 'estimate.witnesses.nothing-common' : 'estimate.witnesses.common',
    ),
  })
}

/** The period with another range for one of its parts. */
export function withRange(period: PeriodRead, part: 'rate' | 'size', range: Range): PeriodRead {
  if (part === 'size') return { ...period, size: range }
  const rate: Rate =
    period.rate.kind === 'every' ? { ...period.rate, days: range } : { ...period.rate, times: range }
  return { ...period, rate }
}

/** What one witness gives for this part of this period, or why it cannot stand beside what is read there. */
export function rangeSaid(period: PeriodRead, part: 'rate' | 'size', claim: Claim | undefined): Read<Range> {
  const found = affirmed({ period: period.code, part }, claim)
  if (!found.ok) return found
  if (part === 'size') return sizeOf(period.code, found.value)
  const rate = rateOf(period, found.value)
  if (!rate.ok) return rate
  const same =
    rate.value.kind === 'every'
      ? period.rate.kind === 'every'
      : period.rate.kind === 'times-per' && period.rate.per === rate.value.per
  if (!same)
    return refusePart(
      { period: period.code, part, claim: found.value.code },
      'rate-unusable',
      'it says how often in another unit than the claim that is read, so that the two cannot be laid side by side.',
    )
  return ok(rate.value.kind === 'every' ? rate.value.days : rate.value.times)
}

function whatIsSaid(
  { part, claims: asked, period: code }: WitnessesRequest,
  period: PeriodRead,
  claims: Claims,
): Read<WitnessesCombined['said']> {
  if (asked.length < 2)
    return refuse('witnesses-too-few', `Period ${code}, ${part}: two claims at least are compared.`)
  const said: { claim: ClaimId; code: string; range: Range }[] = []
  for (const { claim } of asked) {
    const found = claims.get(claim)
    if (said.some((other) => other.claim === claim))
      return refuse('witness-twice', `Period ${code}, ${part}: claim ${found?.code ?? ''} stands twice.`)
    const range = rangeSaid(period, part, found)
    if (!range.ok) return range
    said.push({ claim, code: found?.code ?? '', range: range.value })
  }
  return ok(said)
}

function intervalWith(
  read: readonly PeriodRead[],
  change: { readonly period: PeriodRead; readonly part: 'rate' | 'size'; readonly range: Range },
): Read<Range> {
  const changed = withRange(change.period, change.part, change.range)
  const answer = reckonRead(
    read.map((period) => (period === change.period ? changed : period)),
    { kind: 'none' },
  )
  return answer.ok ? ok(answer.value.interval) : answer
}
