import type { ClaimId } from '@corroborate/base'
import type { PatternRequest, Period, Reading } from '@corroborate/estimate'

/** One period as it is being put together. */
export interface DraftPeriod {
  readonly code: string
  readonly window: ClaimId | null
  readonly rate: ClaimId | null
  readonly size: ClaimId | null
  readonly reading: Reading
}

export const PARTS = ['window', 'rate', 'size'] as const
export type Part = (typeof PARTS)[number]

/** The ends of a rate give the widest range: nobody gets a narrower one without choosing it. */
export const WIDEST: Reading = { weeks: 'calendar', rate: 'ends' }

export function emptyPeriod(code: string): DraftPeriod {
  return { ...{ code, window: null, rate: null, size: null }, reading: WIDEST }
}

/** The claims that a draft names, each once. */
export function claimsNamed(
  periods: readonly DraftPeriod[],
  checks: PatternRequest['checks'],
): readonly ClaimId[] {
  const named = periods.flatMap((period) => PARTS.map((part) => period[part]))
  return [...new Set([...named, ...checks.map(({ claim }) => claim)])].filter((id) => id !== null)
}

/** The periods whose three claims are chosen; null while one of them lacks something. */
export function periodsOf(drafts: readonly DraftPeriod[]): readonly [Period, ...Period[]] | null {
  const whole = drafts.flatMap(({ code, window, rate, size, reading }): readonly Period[] =>
    window === null || rate === null || size === null ? [] : [{ code, window, rate, size, reading }],
  )
  const [first, ...others] = whole
  return first === undefined || whole.length < drafts.length ? null : [first, ...others]
}
