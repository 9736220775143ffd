import type { ExhibitFileId, ExhibitId } from '@corroborate/base'
import { insertCustodyEvents, insertExhibits, sourceById } from '@corroborate/store'
import { custodyFault, fileNameFault, type CustodyEvent, type Exhibit } from '@corroborate/testimony'
import type { Taken } from '@corroborate/vault'
import { act, done, NOT_FOUND } from './act.ts'
import { custodyLink, custodyNow } from './custody-link.ts'
import type { InInvestigation } from './desk.ts'
import { enterFile } from './enter-file.ts'
import { freshId, nameRecord, signature, type ChosenCode } from './name-record.ts'
import { instant } from './time.ts'

/** A file that lies in the store already, with the name that it came with. */
export interface FileTaken extends Taken {
  readonly name: string
}

export interface ReceiveExhibit extends InInvestigation, Omit<Exhibit, 'id' | 'code'> {
  readonly code: ChosenCode
  /** How it was collected; null when nobody here knows. */
  readonly collected: Pick<CustodyEvent, 'actor' | 'at' | 'place' | 'reason'> | null
  readonly file: FileTaken
}

export interface ExhibitReceived {
  readonly exhibit: ExhibitId
  readonly file: ExhibitFileId
  readonly code: string
}

/**
 * Enters a file as evidence: the evidentiary copy, which lies in the store when this is called and never changes, and the first links of
 * its custody.
 */
export const receiveExhibit = act(
  'exhibit.received',
  ['researcher'],
  async (desk, { investigation, code, collected, file: taken, ...what }: ReceiveExhibit) => {
    const { db } = desk.store
    const now = instant(desk.clock())
    const badName = fileNameFault(taken.name)
    if (badName) return badName
    const collection = collected && { kind: 'collected' as const, recipient: null, ...collected }
    const fault = collection && custodyFault(collection, now)
    if (fault) return fault
    if (what.source !== null && !(await sourceById(db, investigation, what.source))) return NOT_FOUND
    const named = await nameRecord(desk, { investigation, kind: 'exhibit', code })
    if (!named.ok) return named
    const { title, source, generation, whereabouts } = what
    const exhibit: Exhibit = { ...named.value, title, source, generation, whereabouts }
    const file = {
      ...{ id: freshId<'exhibit-file'>(desk), exhibit: exhibit.id, name: taken.name, ...taken.digests },
      ...{ held: taken.held, made: null, receivedBy: await signature(desk), receivedAt: now },
    }
    const of = { exhibit: exhibit.id, file: file.id }
    const custody = [
      ...(collection ? [await custodyLink(desk, { ...of, ...collection })] : []),
      await custodyNow(desk, { ...of, kind: 'archived', reason: RECEIVED }),
    ]
    await insertExhibits(db, investigation, [exhibit])
    await enterFile(desk, investigation, file)
    await insertCustodyEvents(db, investigation, custody)
    return done<ExhibitReceived>(
      { exhibit: exhibit.id, file: file.id, code: exhibit.code },
      { subject: exhibit.id, content: { file, records: [exhibit, ...custody] } },
    )
  },
)

const RECEIVED = 'Taken into the store; both digests were as they were before it was sent.'
