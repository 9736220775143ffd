import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that after any crash there is either the whole of it or what was there before: written beside, brought
 * to the disk, put in place, and the folder brought to the disk. Throws what the file system throws.
 * @see DESIGN.md, law 13: acknowledged means durable
 */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await putInPlace(beside, path)
}

/** A file that is still being written. */
export interface Growing {
  readonly path: string
  /** Kept until there is enough to ask the disk with: whoever gives it leaves it as it is. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** On the disk when the promise is kept, and never to be written again: nobody has the right to, its owner included. */
  readonly finish: () => Promise<void>
  /** Takes it away, whatever state it is in. */
  readonly drop: () => Promise<void>
}

/** Begins a file under a name that nobody else has, in a folder that is there: for what does not fit into memory. */
export async function growDurably(folder: string): Promise<Growing> {
  const path = join(folder, `${randomBytes(12).toString('hex')}.part`)
  const file = await open(path, 'wx', 0o600)
  const gathering = writeGathered(file)
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await file.close()
  }
  return {
    path,
    write: gathering.write,
    finish: async () => {
      await gathering.flush()
      await file.chmod(0o400)
      await file.sync()
      await close()
    },
    drop: async () => {
      await close()
      await rm(path, { force: true })
    },
  }
}

/** Worth asking the disk for. */
const ENOUGH = 1 << 20

/** Writes small pieces together, without copying them into one. They are written after `flush`, and not to be changed before. */
export function writeGathered(file: FileHandle): Pick<Growing, 'write'> & {
  readonly flush: () => Promise<void>
} {
  let waiting: Uint8Array[] = []
  let length = 0
  const flush = async () => {
    const [pieces, wanted] = [waiting, length]
    waiting = []
    length = 0
    const { bytesWritten } = pieces.length === 0 ? { bytesWritten: 0 } : await file.writev(pieces)
    // A disk that is nearly full takes a part; the next request says why.
    if (bytesWritten < wanted) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten))
  }
  return {
    flush,
    write: async (bytes) => {
      waiting.push(bytes)
      length += bytes.length
      if (length >= ENOUGH) await flush()
    },
  }
}

/** Renames a finished file, and brings the folder it now stands in to the disk. */
export async function putInPlace(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

/** Windows has no such thing as a folder brought to the disk: there the renaming itself is on record. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
