import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { growDurably, syncFolder, writeDurably, type Growing } from '../write-durably.ts'
import { ageOpened, ageSealed, NotAsWritten } from './age-stream.ts'
import type { FilesKey } from './files-key.ts'
import type { FileStore } from './file-store.ts'
import { isAddress, type Announced, type AtRest, type Digests, type Held } from './held.ts'

/** A file that lies in the store under its address. Nothing acknowledges it yet. */
export interface Taken {
  readonly digests: Digests
  readonly held: Held
}

/** What is found when a file is read again from its first byte to its last. */
export type Found =
  | { readonly kind: 'whole' }
  | { readonly kind: 'missing' }
  /** `sha256` is that of the bytes that lie there now. */
  | { readonly kind: 'altered'; readonly sha256: string; readonly bytes: number }

export type TakeRefusal = 'other-length' | 'other-digest'

/** The files of exhibits: taken in and given out as they came, while what lies on the disk or in the bucket is not readable without the key. */
export interface ExhibitFiles {
  readonly store: FileStore
  /**
   * Takes in a file as a stream. It is digested as it comes, and refused when it is not what was announced: then nothing of it stays.
   * Where nothing was announced, whoever asked holds the digests of what came against what it was to be.
   * Otherwise it lies durably under its address, and is taken away at the next start unless `settle` is called: that is done when
   * the row that names it is on the disk.
   */
  readonly take: (
    bytes: AsyncIterable<Uint8Array>,
    announced: { readonly digests: Announced | null; readonly atRest: AtRest },
  ) => Promise<Outcome<Taken, TakeRefusal>>
  /** How many bytes can be taken in yet: what is free on the disk that files arrive at. */
  readonly room: () => Promise<number>
  /** Says that something names the file that was taken: from now on it stays. */
  readonly settle: (address: string) => Promise<void>
  /** Addresses that were taken and never settled: the process ended in between, or what would have named them was refused. */
  readonly unsettled: () => Promise<readonly string[]>
  /** Takes away a file that was taken and that nothing names. */
  readonly drop: (address: string) => Promise<void>
  /**
   * The file as it came; null when nothing lies there. Encrypted ones are authenticated piece by piece: what was changed is never given
   * out, the stream throws `NotAsWritten` in its place.
   */
  readonly read: (held: Held) => Promise<AsyncIterable<Uint8Array> | null>
  /** Reads a file again, and holds it against its address, its digests and its length. */
  readonly check: (file: { readonly held: Held; readonly digests: Digests }) => Promise<Found>
}

/**
 * @param folder on this machine: what is being taken in, and what was not settled yet; with a folder for a store, on the same disk
 */
export async function exhibitFiles(given: {
  readonly store: FileStore
  readonly key: FilesKey
  readonly folder: string
}): Promise<ExhibitFiles> {
  const { store, key, folder } = given
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  const markOf = (address: string) => join(folder, address)
  const read: ExhibitFiles['read'] = async ({ address, atRest }) => {
    const lying = await store.read(address)
    return lying === null || atRest === 'as-is' ? lying : ageOpened(lying, key.identity)
  }
  return {
    store,
    read,
    take: async (bytes, { digests: announced, atRest }) => {
      const file = await growDurably(folder)
      try {
        const seen = digesting()
        const most = announced?.bytes ?? Number.MAX_SAFE_INTEGER
        const through = tapped(bytes, (piece) => seen.add(piece) <= most)
        const laid = await layDown(file, atRest === 'as-is' ? through : ageSealed(through, key))
        const digests = seen.digests()
        const fault = announced && faultOf(announced, digests)
        if (fault !== null) return fault
        await file.finish()
        // Marked before it is put in place: at no moment does a file lie there that neither a row nor a mark names.
        await writeDurably(markOf(laid.address), '')
        await store.keep(file.path, laid)
        return ok({ digests, held: { ...laid, atRest } })
      } finally {
        await file.drop()
      }
    },
    room: async () => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    settle: async (address) => {
      await rm(markOf(address), { force: true })
    },
    unsettled: async () => (await readdir(folder)).filter(isAddress),
    drop: async (address) => {
      await store.remove(address)
      await rm(markOf(address), { force: true })
    },
    check: async (file) => {
      const lying = await store.read(file.held.address)
      if (lying === null) return { kind: 'missing' }
      return (await isWhole(lying, file, key)) ? { kind: 'whole' } : lyingNow(store, file.held.address)
    },
  }
}

/** Writes a stream into a file, and answers under which address it belongs. */
async function layDown(file: Growing, bytes: AsyncIterable<Uint8Array>) {
  const stored = createHash('sha256')
  let size = 0
  for await (const piece of bytes) {
    stored.update(piece)
    size += piece.length
    await file.write(piece)
  }
  return { address: stored.digest('hex'), size }
}

function digesting() {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  let bytes = 0
  return {
    /** Answers how many bytes there were so far. */
    add: (piece: Uint8Array): number => {
      sha256.update(piece)
      sha512.update(piece)
      return (bytes += piece.length)
    },
    digests: (): Digests => ({ bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') }),
  }
}

/** Looks at each piece as it goes by. `look` answers whether what follows still matters. */
async function* tapped(
  bytes: AsyncIterable<Uint8Array>,
  look: (piece: Uint8Array) => boolean,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    if (!look(piece)) return
    yield piece
  }
}

function faultOf(announced: Announced, came: Digests): Refusal<TakeRefusal> | null {
  if (came.bytes !== announced.bytes) {
    const found = came.bytes > announced.bytes ? 'more' : String(came.bytes)
    return refuse('other-length', `expected ${announced.bytes} bytes, as was announced, found ${found}`)
  }
  for (const digest of ['sha256', 'sha512'] as const)
    if (announced[digest] !== null && came[digest] !== announced[digest])
      return refuse(
        'other-digest',
        `expected a file with the ${NAMES[digest]} ${announced[digest]}, as it was before it was sent; what arrived has ${came[digest]}`,
      )
  return null
}

const NAMES = { sha256: 'SHA-256', sha512: 'SHA-512' } as const

/** Both at once: whether the bytes that lie there have the digest they are called by, and the file in them the digests it came with. */
async function isWhole(
  lying: AsyncIterable<Uint8Array>,
  { held, digests }: { readonly held: Held; readonly digests: Digests },
  key: FilesKey,
): Promise<boolean> {
  const [stored, file] = [createHash('sha256'), digesting()]
  const passing = tapped(lying, (piece) => {
    stored.update(piece)
    return true
  })
  try {
    const came = held.atRest === 'as-is' ? passing : ageOpened(passing, key.identity)
    for await (const piece of came) file.add(piece)
  } catch (error) {
    if (error instanceof NotAsWritten) return false
    throw error
  }
  return stored.digest('hex') === held.address && faultOf(digests, file.digests()) === null
}

async function lyingNow(store: FileStore, address: string): Promise<Found> {
  const stored = createHash('sha256')
  let bytes = 0
  for await (const piece of (await store.read(address)) ?? []) {
    stored.update(piece)
    bytes += piece.length
  }
  return { kind: 'altered', sha256: stored.digest('hex'), bytes }
}

/** What a process that ended was still writing. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/[.](part|new)$/.test(name)) await rm(join(folder, name), { force: true })
  await syncFolder(folder)
}
