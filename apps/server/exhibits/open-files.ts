import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { recoverFiles } from '@corroborate/casework'
import { lockFolder, troubleOf, type Store } from '@corroborate/store'
import {
  bucketStore,
  exhibitFiles,
  folderStore,
  makeFilesKey,
  openFilesKey,
  readFilesKey,
  writeDurably,
  writeFilesKey,
  WRAPPING_RANDOM,
  type BucketAsked,
  type ExhibitFiles,
  type FilesKey,
} from '@corroborate/vault'

/** Where the files of exhibits lie, and what their key is wrapped by. The folder stands beside the data folder and not in it. */
export interface FilesAsked {
  readonly folder: string
  readonly passphrase: string
  /** Null keeps them in the folder; a bucket keeps them elsewhere, and the folder has the key and what is on its way. */
  readonly bucket: BucketAsked | null
}

/** Files that can be taken in and given out, and let go of their folder at the end. */
export interface OpenFiles {
  readonly files: ExhibitFiles
  readonly release: () => void
}

export type FilesRefusal = 'files-in-use' | 'files-damaged' | 'files-passphrase' | 'files-not-writable'

const KEY_FILE = 'key.json'
const HELD = 'held'
const INCOMING = 'incoming'

/**
 * Opens the files of a store, or makes their folder and their key. Takes away what was on its way when the last process ended and that
 * no row names. Refuses rather than make a second key where files lie already: they would be lost.
 */
export async function openFiles(
  asked: FilesAsked,
  at: { readonly store: Pick<Store, 'db'>; readonly random: (bytes: number) => Uint8Array },
): Promise<Outcome<OpenFiles, FilesRefusal>> {
  try {
    await mkdir(asked.folder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(asked.folder)
    if (!lock)
      return refuse(
        'files-in-use',
        `The files in ${asked.folder} are used by another process. Stop that one first; two would take away what the other is taking in.`,
      )
    return await opened(asked, { ...at, release: lock.release }).catch((error: unknown) => {
      lock.release()
      throw error
    })
  } catch (error) {
    if (troubleOf(error) === null) throw error
    const words = error instanceof Error ? error.message : String(error)
    return refuse('files-not-writable', `The folder of files ${asked.folder} cannot be used. (${words})`)
  }
}

async function opened(
  asked: FilesAsked,
  at: {
    readonly store: Pick<Store, 'db'>
    readonly random: (bytes: number) => Uint8Array
    readonly release: () => void
  },
): Promise<Outcome<OpenFiles, FilesRefusal>> {
  const key = await keyOf(asked, at.random)
  if (!key.ok) {
    at.release()
    return key
  }
  const { folder, bucket } = asked
  const store = bucket ? bucketStore(bucket) : await folderStore(join(folder, HELD))
  const files = await exhibitFiles({ store, key: key.value, folder: join(folder, INCOMING) })
  await recoverFiles({ store: at.store, files })
  return ok({ files, release: at.release })
}

async function keyOf(
  { folder, passphrase }: FilesAsked,
  random: (bytes: number) => Uint8Array,
): Promise<Outcome<FilesKey, FilesRefusal>> {
  const path = join(folder, KEY_FILE)
  if (!existsSync(path)) {
    if (existsSync(join(folder, INCOMING))) return damaged(path, 'it is not there')
    await writeDurably(path, writeFilesKey(await makeFilesKey(passphrase, random(WRAPPING_RANDOM))))
  }
  const file = readFilesKey(await readFile(path, 'utf8'))
  if (!file.ok) return damaged(path, file.detail)
  const key = await openFilesKey(passphrase, file.value)
  if (key.ok) return key
  return key.reason === 'bad-params'
    ? damaged(path, key.detail)
    : refuse(
        'files-passphrase',
        `The key of the files in ${folder} does not open: ${key.detail}. Give the passphrase that was in use when it was made, or put ${KEY_FILE} back from a backup.`,
      )
}

function damaged(path: string, detail: string) {
  return refuse(
    'files-damaged',
    `${path} is damaged: ${detail}. Without it no file of an exhibit can be read. Put it back from a backup; nothing was changed.`,
  )
}
