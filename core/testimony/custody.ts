import {
  isDay,
  refuse,
  type CustodyEventId,
  type ExhibitFileId,
  type ExhibitId,
  type Refusal,
} from '@corroborate/base'

/** What was done with an exhibit, from its collection on. */
export type CustodyKind =
  'collected' | 'transferred' | 'accessed' | 'copied' | 'shared' | 'archived' | 'verified'
export const CUSTODY_KINDS: readonly [CustodyKind, ...CustodyKind[]] = [
  'collected',
  'transferred',
  'accessed',
  'copied',
  'shared',
  'archived',
  'verified',
]

/** One link of the chain of custody. Never changed: what was wrong is followed by what is right. */
export interface CustodyEvent {
  readonly id: CustodyEventId
  readonly exhibit: ExhibitId
  /** The file that it was done with; null for all of them, or for the thing itself. */
  readonly file: ExhibitFileId | null
  readonly kind: CustodyKind
  /** Who did it, in words. A name that must be sealed does not belong here. */
  readonly actor: string
  /** Who has it now; null where it did not go to another. */
  readonly recipient: string | null
  /** When it was done: a day or a moment in universal time, ISO 8601. */
  readonly at: string
  readonly place: string | null
  /** Why, and under which authority. */
  readonly reason: string
  /** Who wrote it down, and when. */
  readonly recordedBy: string
  readonly recordedAt: string
}

export type CustodyFault = 'no-actor' | 'no-recipient' | 'no-reason' | 'not-a-time' | 'in-the-future'

const NEEDS_RECIPIENT: readonly CustodyKind[] = ['transferred', 'shared']
const DAY_OR_MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}([.]\d{3})?Z)?$/

/**
 * Why this cannot be a link of a chain of custody, or null.
 * @param now the moment at which it is written down, ISO 8601
 */
export function custodyFault(
  event: Pick<CustodyEvent, 'kind' | 'actor' | 'recipient' | 'at' | 'reason'>,
  now: string,
): Refusal<CustodyFault> | null {
  if (event.actor.trim() === '') return refuse('no-actor', `“${event.kind}” needs who did it, found nobody`)
  if (NEEDS_RECIPIENT.includes(event.kind) && (event.recipient ?? '').trim() === '')
    return refuse('no-recipient', `“${event.kind}” needs to whom, found nobody`)
  if (event.reason.trim() === '') return refuse('no-reason', `“${event.kind}” needs a reason, found none`)
  if (!isTime(event.at))
    return refuse('not-a-time', `expected a day such as 2026-01-05, or a moment, found “${event.at}”`)
  // A day is not over anywhere before it has begun to the west of us: a day of grace.
  return event.at.slice(0, 10) > dayAfter(now)
    ? refuse('in-the-future', `“${event.kind}” cannot have been on ${event.at}: that is still to come`)
    : null
}

/** The links in the order in which they were done; of those of one time, as they were written down. */
export function inOrder(events: readonly CustodyEvent[]): readonly CustodyEvent[] {
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function isTime(text: string): boolean {
  return DAY_OR_MOMENT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
}

function dayAfter(now: string): string {
  return new Date(Date.parse(now) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
