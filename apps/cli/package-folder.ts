import { createReadStream } from 'node:fs'
import { lstat, mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { readTar, writeTar, type TarFile } from '@corroborate/interchange'
import type { BagItem } from '@corroborate/ledger'
import { putInPlace, syncFolder, writeGathered } from '@corroborate/vault'

/** Of chunks that are read: large, so that digesting is worth its call. */
const AT_ONCE = 1 << 20

/** The files of a package, in a folder or a tar file; refused where there is neither. */
export async function packageItems(path: string): Promise<Outcome<AsyncIterable<BagItem>, 'nothing-there'>> {
  const found = await lstat(path).catch(() => null)
  if (found?.isDirectory() === true) return ok(itemsInFolder(path))
  if (found?.isFile() === true) return ok(readTar(createReadStream(path, { highWaterMark: AT_ONCE })))
  return refuse(
    'nothing-there',
    `${path}: expected a package, a folder or a tar file, found ${found ? 'something else' : 'nothing'}`,
  )
}

/** Tag files before what is below `data/`, each by its name. */
async function* itemsInFolder(folder: string): AsyncGenerator<BagItem> {
  const found = await entriesUnder(folder, '')
  const inData = ({ name }: Found) => Number(name.startsWith('data/'))
  found.sort((a, b) => inData(a) - inData(b) || (a.name < b.name ? -1 : 1))
  for (const { name, other } of found) {
    if (other !== null) yield { kind: 'other', name, what: other }
    else yield { kind: 'file', name, bytes: bytesOf(join(folder, name)) }
  }
}

/** Opened when it is read: of a package that is refused, what comes after is not. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const bytes: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: AT_ONCE })
  yield* bytes
}

interface Found {
  readonly name: string
  /** What it is in words, when it is no file. */
  readonly other: string | null
}

async function entriesUnder(folder: string, at: string): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
    const name = at === '' ? entry.name : `${at}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await entriesUnder(folder, name)))
    else if (entry.isFile()) found.push({ name, other: null })
    else
      found.push({ name, other: entry.isSymbolicLink() ? 'a symbolic link' : 'neither a file nor a folder' })
  }
  return found
}

/**
 * Writes a package: into a tar file where the name ends so, otherwise into a folder that is not there yet. It has its name only when all of
 * it is on the disk; what was cut off does not look like a package.
 */
export async function writePackage(
  path: string,
  { id, files }: { readonly id: string; readonly files: readonly TarFile[] },
): Promise<void> {
  const top = `package-${id.slice(0, 16)}`
  const inTar = () => writeTar(files.map((file) => ({ ...file, name: `${top}/${file.name}` })))
  await writeBeside(path, (beside) =>
    path.endsWith('.tar') ? writeAll(beside, inTar()) : writeFolder(beside, files),
  )
}

/**
 * Has something written under another name, and gives it its own when all of it has reached the disk. What was cut off is taken away: a
 * full disk has its room back.
 */
export async function writeBeside(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${path}.unfinished`
  await rm(beside, { recursive: true, force: true })
  try {
    await write(beside)
    await putInPlace(beside, path)
  } catch (error) {
    // What refuses to be taken away now is taken away when the same is written again.
    await rm(beside, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

async function writeFolder(at: string, files: readonly TarFile[]): Promise<void> {
  const folders = new Set([at])
  // Alone first: a folder made with those above it is said to be missing where the disk is read-only.
  await mkdir(at)
  for (const { name, read } of files) {
    const path = join(at, name)
    await mkdir(dirname(path), { recursive: true })
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder)
    await writeAll(path, read())
  }
  for (const folder of folders) await syncFolder(folder)
}

export async function writeAll(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    const gathering = writeGathered(file)
    for await (const chunk of chunks) await gathering.write(chunk)
    await gathering.flush()
    await file.sync()
  } finally {
    await file.close()
  }
}
