import type { FileInspected, HiddenInFile } from '@corroborate/disclosure'
import { givenFileOf, stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { unfolded, zipDirectory, type ZipEntry } from '../bytes/zip-directory.ts'
import { inspectOffice } from './inspect-office.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectJpeg, inspectPng } from './inspect-picture.ts'

const MOST_BYTES = 256_000_000
const PICTURE = /[.](?:jpe?g|png)$/i

/**
 * What a file holds that it does not show, each with its place: pictures (JPEG, PNG), PDF, and documents, workbooks and slides of Office and
 * OpenDocument with the pictures in them. Told by what the bytes are, never by the name. Plain text has nothing unseen; of what is none of these it
 * is said that it cannot be read, so that nobody takes silence for an answer.
 */
export async function inspectFile(file: GivenFile): Promise<FileInspected> {
  if (file.size > MOST_BYTES)
    return { name: file.name, hidden: [{ kind: 'not-readable', at: 'the file', words: `${file.size}` }] }
  return { name: file.name, hidden: await hiddenIn(file) }
}

async function hiddenIn(file: GivenFile): Promise<readonly HiddenInFile[]> {
  const start = await stretchOf(file, 0, 1_024)
  const has = (...signs: readonly number[]) => signs.every((sign, at) => start[at] === sign)
  const bytes = () => stretchOf(file, 0, file.size)
  if (has(0xff, 0xd8, 0xff)) return inspectJpeg(await bytes())
  if (has(0x89, 0x50, 0x4e, 0x47)) return inspectPng(await bytes())
  if (has(0x50, 0x4b, 3, 4)) return inArchive(file)
  if (new TextDecoder('latin1').decode(start).includes('%PDF-')) return inspectPdf(await bytes())
  return start.includes(0) ? [{ kind: 'not-readable', at: 'the file', words: '' }] : []
}

async function inArchive(file: GivenFile): Promise<readonly HiddenInFile[]> {
  const directory = await zipDirectory(file)
  if (!directory.ok) return [{ kind: 'not-readable', at: 'the archive', words: directory.found }]
  const found = [...(await inspectOffice(file, directory.value))]
  for (const [name, entry] of directory.value) {
    if (!PICTURE.test(name)) continue
    for (const one of await hiddenIn(givenFileOf(name, await bytesOf(file, entry))))
      found.push({ ...one, at: `${name}: ${one.at}` })
  }
  return found
}

async function bytesOf(file: GivenFile, entry: ZipEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of unfolded(file, entry, MOST_BYTES)) if (piece.ok) pieces.push(piece.value)
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
