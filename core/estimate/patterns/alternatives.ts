import { ok, printRange, refuse, type ClaimId, type Locale, type Words } from '@corroborate/base'
import type { Claim, Contradiction } from '@corroborate/claims'
import { inAllLanguages } from './conventions.ts'
import type { Alternative } from '../parts-of-estimate.ts'
import { reckon, unique } from './pattern-arithmetic.ts'
import type { AlternativeRequest, PatternRequest, Period } from './pattern-request.ts'
import { groupSizeOf, type PeriodPart } from './read-period.ts'
import type { Read } from './refusal.ts'

type Claims = ReadonlyMap<ClaimId, Claim>

/** The same question under every other reading that was asked for; refuses when one of them cannot be reckoned. */
export function alternativesAsked(request: PatternRequest, claims: Claims): Read<readonly Alternative[]> {
  const answers: Alternative[] = []
  for (const asked of request.alternatives) {
    if (answers.some((answer) => answer.code === asked.code))
      return refuse('alternative-twice', `Two alternatives are called ${asked.code}.`)
    const answer = underReading(asked, request, claims)
    if (!answer.ok) return refuse(answer.reason, `Alternative ${asked.code}: ${answer.detail}`)
    answers.push(answer.value)
  }
  return ok(answers)
}

function underReading(asked: AlternativeRequest, request: PatternRequest, claims: Claims): Read<Alternative> {
  const periods = request.periods.map((period) => ({ ...period, reading: asked.reading }))
  return answered({ code: asked.code, words: asked.words, claims: [] }, { ...request, periods }, claims)
}

/**
 * One alternative for every contradiction that touches a claim read here: the other claim read in its place, in every period
 * that reads it for what the two disagree about. Answered contradictions too: what was decided against is still shown.
 * A contradiction about polarity gives no other number; neither does a claim that cannot be reckoned with. These have none.
 */
export function alternativesFound(
  request: PatternRequest,
  claims: Claims,
  contradictions: readonly Contradiction[],
): readonly Alternative[] {
  return swapsOf(request, contradictions).flatMap((swap) => {
    const [read, other] = [claims.get(swap.read), claims.get(swap.other)]
    if (read === undefined || other === undefined) return []
    const answer = answered(
      { code: `${other.code}-for-${read.code}`, words: wordsOf(read, other, swap.parts), claims: [other.id] },
      { ...request, periods: swapped(request.periods, swap) },
      claims,
    )
    return answer.ok ? [answer.value] : []
  })
}

/** The claims that would be read in place of others: part of what the answer depends on. */
export function claimsOpposed(
  request: PatternRequest,
  contradictions: readonly Contradiction[],
): readonly ClaimId[] {
  return swapsOf(request, contradictions).map((swap) => swap.other)
}

interface Swap {
  readonly read: ClaimId
  readonly other: ClaimId
  readonly parts: readonly PeriodPart[]
}

function swapsOf(request: PatternRequest, contradictions: readonly Contradiction[]): readonly Swap[] {
  const swaps = new Map<string, Swap>()
  for (const contradiction of contradictions) {
    const part = partAbout(contradiction)
    if (part === null) continue
    for (const [read, other] of bothWays(contradiction)) {
      if (!request.periods.some((period) => period[part] === read)) continue
      const key = `${read} ${other}`
      swaps.set(key, { read, other, parts: unique([...(swaps.get(key)?.parts ?? []), part]) })
    }
  }
  return [...swaps.values()]
}

function partAbout({ about }: Contradiction): PeriodPart | null {
  if (about === 'polarity') return null
  return about === 'quantity' ? 'size' : about
}

function bothWays({ first, second }: Contradiction): readonly (readonly [ClaimId, ClaimId])[] {
  return [
    [first, second],
    [second, first],
  ]
}

function swapped(periods: readonly Period[], swap: Swap): readonly Period[] {
  const read = (period: Period, part: PeriodPart) =>
    swap.parts.includes(part) && period[part] === swap.read ? swap.other : period[part]
  return periods.map((period) => ({
    ...period,
    window: read(period, 'window'),
    rate: read(period, 'rate'),
    size: read(period, 'size'),
  }))
}

function wordsOf(read: Claim, other: Claim, parts: readonly PeriodPart[]): Words {
  const [before, after] = [groupSizeOf(read), groupSizeOf(other)]
  const codes = { read: read.code, other: other.code }
  if (!parts.includes('size') || before === null || after === null) {
    const args = { ...codes, part: parts.join('-and-') }
    return inAllLanguages('estimate.alternative.other-claim', { en: args, ar: args })
  }
  const argsIn = (locale: Locale) => ({
    ...codes,
    before: printRange(locale, before),
    after: printRange(locale, after),
  })
  return inAllLanguages('estimate.alternative.other-size', { en: argsIn('en'), ar: argsIn('ar') })
}

function answered(
  about: Pick<Alternative, 'code' | 'words' | 'claims'>,
  request: Parameters<typeof reckon>[0],
  claims: Claims,
): Read<Alternative> {
  const answer = reckon(request, claims)
  if (!answer.ok) return answer
  return ok({ ...about, interval: answer.value.interval, published: answer.value.published })
}
