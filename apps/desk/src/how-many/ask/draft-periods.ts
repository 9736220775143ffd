import { refuse, type ClaimId, type Outcome, type Refusal } from '@corroborate/base'
import {
  wrongShare,
  type PatternRequest,
  type Period,
  type PeriodPart,
  type Reading,
  type Weeks,
} from '@corroborate/estimate'
import { allFaults, missing, type Faults } from './draft.ts'
import { percentOf, shareFrom } from './draft-numbers.ts'

/** One period as it is being put together. */
export interface DraftPeriod {
  readonly code: string
  readonly window: ClaimId | null
  readonly rate: ClaimId | null
  readonly size: ClaimId | null
  readonly reading: DraftReading
}

/** A reading; of a mixture, the share of the weeks with the upper number as it is being typed. */
export type DraftReading =
  | { readonly weeks: Weeks; readonly rate: 'ends' | 'mean' }
  | { readonly weeks: Weeks; readonly rate: 'mixture'; readonly percent: string }

export const PARTS = ['window', 'rate', 'size'] as const satisfies readonly PeriodPart[]

/** The ends of a rate give the widest range: nobody gets a narrower one without choosing it. */
const WIDEST: DraftReading = { weeks: 'calendar', rate: 'ends' }

export function emptyPeriod(code: string): DraftPeriod {
  return { ...{ code, window: null, rate: null, size: null }, reading: WIDEST }
}

export function draftPeriod({ reading, ...period }: Period): DraftPeriod {
  if (reading.rate !== 'mixture') return { ...period, reading }
  const { weeks, rate, share } = reading
  return { ...period, reading: { weeks, rate, percent: percentOf(share) } }
}

/** The claims that a draft names, each once. */
export function claimsNamed(
  periods: readonly DraftPeriod[],
  besides: readonly ClaimId[],
): readonly ClaimId[] {
  const named = periods.flatMap((period) => PARTS.map((part) => period[part]))
  return [...new Set([...named, ...besides])].filter((id) => id !== null)
}

/** Where a fault of a period stands. */
export function fieldOfPeriod(code: string, part: PeriodPart | 'share'): string {
  return `period.${code}.${part}`
}

export type PeriodsRead =
  | { readonly asked: PatternRequest['periods']; readonly faults: null }
  | { readonly asked: null; readonly faults: Faults }

/** The periods as they would be asked, or what still stands against each of their fields. */
export function periodsOf(drafts: readonly DraftPeriod[]): PeriodsRead {
  const read = drafts.map(periodOf)
  const [first, ...others] = read.flatMap(({ asked }) => (asked === null ? [] : [asked]))
  if (first !== undefined && others.length + 1 === drafts.length)
    return { asked: [first, ...others], faults: null }
  return { asked: null, faults: allFaults(...read.map(({ faults }) => faults ?? {})) }
}

function periodOf(
  draft: DraftPeriod,
): { readonly asked: Period; readonly faults: null } | { readonly asked: null; readonly faults: Faults } {
  const { code, window, rate, size } = draft
  const reading = readingOf(draft.reading)
  if (window !== null && rate !== null && size !== null && reading.ok)
    return { asked: { code, window, rate, size, reading: reading.value }, faults: null }
  const lacking = (part: PeriodPart): Refusal | undefined =>
    draft[part] === null ? missing(`claim-${part}`) : undefined
  return {
    asked: null,
    faults: {
      [fieldOfPeriod(code, 'window')]: lacking('window'),
      [fieldOfPeriod(code, 'rate')]: lacking('rate'),
      [fieldOfPeriod(code, 'size')]: lacking('size'),
      [fieldOfPeriod(code, 'share')]: reading.ok ? undefined : reading,
    },
  }
}

/** The reading as it would be asked. */
export function readingOf(draft: DraftReading): Outcome<Reading> {
  if (draft.rate !== 'mixture') return { ok: true, value: draft }
  const share = shareFrom(draft.percent)
  if (!share.ok) return share
  const wrong = wrongShare(share.value)
  return wrong === null
    ? { ok: true, value: { weeks: draft.weeks, rate: 'mixture', share: share.value } }
    : refuse('share-unusable', wrong)
}
