import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { FOUND_OUT, openList, type GivenFile, type OpenList } from '@corroborate/interchange'

/** A file of a disk, read in pieces as they are wanted. */
export async function fileOnDisk(path: string): Promise<Outcome<GivenFile, 'unreadable'>> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return refuse('unreadable', `${path}: expected a file, found none that can be read`)
  return ok({
    name: basename(path),
    size: found.size,
    read: (from, to) =>
      from >= to
        ? createReadStream(path, { end: 0, start: 1 })
        : createReadStream(path, { start: from, end: to - 1, highWaterMark: 1 << 18 }),
  })
}

export async function openedList(
  path: string,
  sheet: string | null,
): Promise<Outcome<{ readonly file: GivenFile; readonly list: OpenList }>> {
  const file = await fileOnDisk(path)
  if (!file.ok) return file
  const opened = await openList(file.value, { ...FOUND_OUT, sheet })
  return opened.ok
    ? ok({ file: file.value, list: opened.list })
    : refuse(opened.fault.reason, opened.fault.sentence)
}

/** SHA-256 of a whole file, in lower-case hexadecimal. */
export async function digestOfFile(file: GivenFile): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of file.read(0, file.size)) digest.update(piece)
  return digest.digest('hex')
}
