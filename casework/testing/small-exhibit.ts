import { digestOf, valueOf, type InvestigationId } from '@corroborate/base'
import { receiveExhibit, type ExhibitReceived, type FileTaken } from '../acts.ts'
import type { Desk } from '../desk.ts'

/** A file that is said to lie somewhere: acts enter what was taken in, and do not look. */
export const FILE_TAKEN: FileTaken = {
  name: 'IMG_0001.jpg',
  digests: { bytes: 3, sha256: digestOf('abc'), sha512: digestOf('abc').repeat(2) },
  held: { address: digestOf('sealed abc'), size: 219, atRest: 'encrypted' },
}

export async function receivedExhibit(desk: Desk, investigation: InvestigationId): Promise<ExhibitReceived> {
  const title = { en: 'A photograph' }
  const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
  return valueOf(
    await receiveExhibit(desk, { investigation, code: null, title, ...unknown, file: FILE_TAKEN }),
  )
}
