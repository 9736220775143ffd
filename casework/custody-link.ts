import type { CustodyEvent } from '@corroborate/testimony'
import type { Desk } from './desk.ts'
import { freshId, signature } from './name-record.ts'
import { instant } from './time.ts'

/** What a link of a chain of custody says, whoever writes it down. */
export type CustodySaid = Omit<CustodyEvent, 'id' | 'recordedBy' | 'recordedAt'>

/** A link of a chain of custody, written down here and now by whoever is at the desk. */
export async function custodyLink(desk: Desk, said: CustodySaid): Promise<CustodyEvent> {
  const written = { recordedBy: await signature(desk), recordedAt: instant(desk.clock()) }
  return { id: freshId<'custody-event'>(desk), ...said, ...written }
}

/** The same for what the desk itself does now: its actor is whoever is at it. */
export async function custodyNow(
  desk: Desk,
  said: Pick<CustodySaid, 'exhibit' | 'file' | 'kind' | 'reason'>,
): Promise<CustodyEvent> {
  const [actor, at] = [await signature(desk), instant(desk.clock())]
  return custodyLink(desk, { ...said, actor, at, recipient: null, place: null })
}
