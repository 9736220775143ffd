import { createHash } from 'node:crypto'
import { digestOf, valueOf, type InvestigationId, type SourceId } from '@corroborate/base'
import { bytesSource } from '@corroborate/interchange'
import { receiveExhibit, type ExhibitReceived, type FileTaken } from '../acts.ts'
import type { FilesDesk } from '../check-fixity.ts'
import type { Desk } from '../desk.ts'
import type { FilesRead } from '../package/exhibit-sources.ts'
import { takeInFile } from '../take-in-file.ts'

const ABC = Buffer.from('abc')

/** A file that is said to lie somewhere: acts enter what was taken in, and do not look. */
export const FILE_TAKEN: FileTaken = {
  name: 'IMG_0001.jpg',
  digests: { bytes: 3, sha256: digestOf('abc'), sha512: createHash('sha512').update(ABC).digest('hex') },
  held: { address: digestOf('sealed abc'), size: 219, atRest: 'encrypted' },
}

/** Where this file lies, wherever it is looked for. */
export const ITS_FILES: FilesRead = { read: () => Promise.resolve(bytesSource('', ABC).read()) }

export async function receivedExhibit(desk: Desk, investigation: InvestigationId): Promise<ExhibitReceived> {
  const title = { en: 'A photograph' }
  const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
  return valueOf(
    await receiveExhibit(desk, { investigation, code: null, title, ...unknown, file: FILE_TAKEN }),
  )
}

/** A file that is taken in whole: its bytes lie in the store. */
export async function takenExhibit(
  desk: FilesDesk,
  {
    investigation,
    bytes,
    source,
  }: {
    readonly investigation: InvestigationId
    readonly bytes: Uint8Array
    readonly source: SourceId | null
  },
): Promise<ExhibitReceived> {
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  const digests = { bytes: bytes.length, sha256: of('sha256'), sha512: of('sha512') }
  const said = {
    code: null,
    title: { en: 'A recording' },
    generation: 'original',
    whereabouts: null,
  } as const
  return valueOf(
    await takeInFile(
      desk,
      {
        ...{ investigation, name: 'REC_0007.wav', announced: { digests, atRest: 'encrypted' } },
        bytes: bytesSource('', bytes).read(),
      },
      {
        act: receiveExhibit,
        enter: (file) => receiveExhibit(desk, { investigation, ...said, source, collected: null, file }),
      },
    ),
  )
}
