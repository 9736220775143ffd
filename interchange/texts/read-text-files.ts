import type { GivenFile } from '../bytes/given-file.ts'
import { readTextFile } from './read-text-file.ts'
import type { TextAsked, TextResult } from './text-read.ts'

/** What became of one file of many. */
export interface FileRead {
  /** Its place among them, from 0. */
  readonly index: number
  readonly file: GivenFile
  readonly result: TextResult
}

/**
 * Reads many files, one after the other, each as soon as it is asked for: memory holds one. A file that cannot be read is told, and the next is read.
 * @param askedOf how each is to be read
 */
export async function* readTextFiles(
  files: readonly GivenFile[],
  askedOf: (file: GivenFile) => TextAsked,
): AsyncGenerator<FileRead, void> {
  for (const [index, file] of files.entries())
    yield { index, file, result: await readTextFile(file, askedOf(file)) }
}
