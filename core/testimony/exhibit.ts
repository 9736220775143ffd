import {
  refuse,
  type ExhibitFileId,
  type ExhibitId,
  type Refusal,
  type SourceId,
  type Words,
} from '@corroborate/base'

/** A file held as evidence, with its working copies: the evidentiary copy never changes, all work is on the others. */
export interface Exhibit {
  readonly id: ExhibitId
  readonly code: string
  readonly title: Words
  /** The source that it is, or comes from; null while nobody has said. */
  readonly source: SourceId | null
  readonly generation: Generation
  /** Where the original is, in the words of who collected it; null when nobody knows. */
  readonly whereabouts: string | null
}

/** What the evidentiary copy is: the first recording, a copy of it, or cut from something longer. */
export type Generation = 'original' | 'copy' | 'edited' | 'unknown'
export const GENERATIONS: readonly [Generation, ...Generation[]] = ['original', 'copy', 'edited', 'unknown']

/** One file of an exhibit, as it came. */
export interface ExhibitFile {
  readonly id: ExhibitFileId
  readonly exhibit: ExhibitId
  /** What it was called where it came from: the order of recordings is often in it. It is shown, and never a path. */
  readonly name: string
  readonly bytes: number
  /** Lower-case hexadecimal, taken before it was sent and again when it arrived. */
  readonly sha256: string
  readonly sha512: string
  /** Null for the evidentiary copy; how it was made, for a working copy. */
  readonly made: Made | null
  readonly receivedBy: string
  readonly receivedAt: string
}

/** How a working copy was made, so that somebody else can make it again. */
export interface Made {
  readonly from: ExhibitFileId
  readonly tool: string
  readonly toolVersion: string
  /** What was changed: cut, transcoded, cropped, transcribed. */
  readonly changes: string
}

/** In UTF-16 code units; file systems end at 255 bytes. */
const LONGEST_NAME = 255

/** Why a text cannot be the name of a file that came, or null. Only what no store keeps letter for letter is refused. */
export function fileNameFault(name: string): Refusal<'bad-name'> | null {
  if (name.trim() === '') return refuse('bad-name', 'the file has no name')
  if (name.length > LONGEST_NAME)
    return refuse(
      'bad-name',
      `the name of the file has ${name.length} characters, the most is ${LONGEST_NAME}`,
    )
  if (name.includes('\0') || !name.isWellFormed())
    return refuse('bad-name', 'the name of the file has a zero character or half a character in it')
  return null
}

/**
 * A name under which a file can be put on any disk: from the name that it came with, without what climbs out of a folder, what a
 * terminal or a screen would obey (controls, changes of direction), and what Windows reserves. Begins with the code of the exhibit.
 */
export function nameToSaveUnder(code: string, name: string): string {
  const plain = `${code} ${name}`
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/gu, '_')
    .replaceAll(/[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  return `${Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, 100)
    .join('')}${ending}`
}
