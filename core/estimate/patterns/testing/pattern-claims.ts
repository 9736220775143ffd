import { derivedId, type ClaimId, type Range } from '@corroborate/base'
import type { Claim, Contradiction, Rate, Weekday } from '@corroborate/claims'
import type { AlternativeRequest, PatternRequest, Period, Reading } from '../pattern-request.ts'
import type { RoundingRule } from '../../parts-of-estimate.ts'

export const FOUR_WEEKS: Reading = { weeks: 'four-per-month', rate: 'ends' }
export const FOUR_WEEKS_MEAN: Reading = { weeks: 'four-per-month', rate: 'mean' }
export const CALENDAR: Reading = { weeks: 'calendar', rate: 'ends' }

export const idOf = (code: string): ClaimId => derivedId('claim', code)

interface Said {
  readonly window?: readonly [string | null, string | null]
  readonly rate?: Rate | undefined
  readonly size?: Range
  readonly quantity?: Range
  readonly exceptions?: string
  readonly weekdays?: readonly Weekday[]
  readonly polarity?: Claim['polarity']
}

/** A claim that says just so much; everything else about it is the plainest that the types allow. */
export function claimSaying(code: string, said: Said): Claim {
  const { window, quantity } = said
  return {
    id: idOf(code),
    code,
    source: derivedId('source', 'report'),
    passages: [derivedId('passage', code)],
    mode: 'pattern',
    topic: code,
    proposition: { en: `Claim ${code}` },
    roles: [],
    when: null,
    place: null,
    quantity: quantity
      ? { ...quantity, best: null, said: 'as given', unit: 'people', how: 'told', per: 'all' }
      : null,
    pattern: {
      rate: said.rate ?? null,
      weekdays: said.weekdays ?? [],
      weekdayConfidence: null,
      partOfDay: null,
      window: window ? { edtf: window.join('/'), said: null, earliest: window[0], latest: window[1] } : null,
      size: said.size ?? null,
      exceptions: said.exceptions ?? null,
      observed: 'told',
      said: 'as given',
    },
    basis: { kind: 'document', chain: [], vantage: null },
    certainty: 'certain',
    polarity: said.polarity ?? 'affirmed',
    coder: 'A',
    secondCoder: null,
    status: 'accepted',
  }
}

export function claimsById(...claims: readonly Claim[]): ReadonlyMap<ClaimId, Claim> {
  return new Map(claims.map((claim) => [claim.id, claim]))
}

export function period(code: string, from: readonly [string, string, string], reading: Reading): Period {
  const [window, rate, size] = from
  return { code, window: idOf(window), rate: idOf(rate), size: idOf(size), reading }
}

export function requestOf(
  periods: readonly [Period, ...Period[]],
  more: {
    readonly rounding?: RoundingRule
    readonly alternatives?: readonly AlternativeRequest[]
    readonly checks?: PatternRequest['checks']
  } = {},
): PatternRequest {
  return {
    id: derivedId('estimate', 'how-many'),
    code: 'how-many',
    question: { en: 'How many people?' },
    unit: { en: 'people' },
    periods,
    rounding: more.rounding ?? { kind: 'none' },
    assumptions: [{ code: 'closed', words: { en: 'Nobody is counted in two places.' } }],
    alternatives: more.alternatives ?? [],
    checks: more.checks ?? [],
  }
}

export function between(first: string, second: string, about: Contradiction['about']): Contradiction {
  return { first: idOf(first), second: idOf(second), about, sameOrigin: true, resolution: null }
}

export const every = (min: number, max: number): Rate => ({ kind: 'every', days: { min, max } })
export const weekly = (min: number, max: number): Rate => ({
  kind: 'times-per',
  times: { min, max },
  per: 'week',
})
