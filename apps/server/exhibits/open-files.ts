import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { recoverFiles, type FilesToBackUp } from '@corroborate/casework'
import { lockFolder, troubleOf, type Store } from '@corroborate/store'
import {
  bucketStore,
  exhibitFiles,
  folderStore,
  makeFilesKey,
  openFilesKey,
  readFilesKey,
  wrapFilesKey,
  writeDurably,
  writeFilesKey,
  WRAPPING_RANDOM,
  type BucketAsked,
  type ExhibitFiles,
  type FileStore,
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

interface Opening {
  readonly store: Pick<Store, 'db'>
  readonly random: (bytes: number) => Uint8Array
  /** The identity that files are to lie under: of a backup that is restored. Otherwise the folder's own. */
  readonly under?: string
}

export type FilesRefusal =
  'files-of-another' | 'files-in-use' | 'files-damaged' | 'files-passphrase' | 'files-not-writable'

const KEY_FILE = 'key.json'
const HELD = 'held'
const INCOMING = 'incoming'

/**
 * Opens the files of a store, or makes their folder and their key. Takes away what was on its way when the last process ended and that
 * no row names. Refuses rather than make a second key where files lie already: they would be lost.
 */
export async function openFiles(asked: FilesAsked, at: Opening): Promise<Outcome<OpenFiles, FilesRefusal>> {
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

/** What a backup reads, beside a server that takes files in meanwhile: nothing is held, made or taken away. Null where no file ever came. */
export async function filesToBackUp(asked: FilesAsked): Promise<Outcome<FilesToBackUp | null, FilesRefusal>> {
  if (!existsSync(join(asked.folder, KEY_FILE))) return ok(null)
  const key = await keyIn(asked)
  return key.ok ? ok({ store: await storeOf(asked), key: key.value }) : key
}

function storeOf({ bucket, folder }: FilesAsked): FileStore | Promise<FileStore> {
  return bucket ? bucketStore(bucket) : folderStore(join(folder, HELD))
}

async function opened(
  asked: FilesAsked,
  at: Opening & { readonly release: () => void },
): Promise<Outcome<OpenFiles, FilesRefusal>> {
  const key = await keyOf(asked, at)
  if (!key.ok) {
    at.release()
    return key
  }
  const store = await storeOf(asked)
  const files = await exhibitFiles({ store, key: key.value, folder: join(asked.folder, INCOMING) })
  await recoverFiles({ store: at.store, files })
  return ok({ files, release: at.release })
}

async function keyOf(
  { folder, passphrase }: FilesAsked,
  { random, under }: Opening,
): Promise<Outcome<FilesKey, FilesRefusal>> {
  const path = join(folder, KEY_FILE)
  if (!existsSync(path)) {
    if (existsSync(join(folder, INCOMING))) return damaged(path, 'it is not there')
    const wrapping = { passphrase, random: random(WRAPPING_RANDOM) }
    const made =
      under === undefined ? makeFilesKey(passphrase, wrapping.random) : wrapFilesKey(under, wrapping)
    await writeDurably(path, writeFilesKey(await made))
  }
  const key = await keyIn({ folder, passphrase })
  if (!key.ok || under === undefined || key.value.identity === under) return key
  return refuse(
    'files-of-another',
    `The files in ${folder} are those of another store, under another key. Restore beside an empty folder.`,
  )
}

async function keyIn({
  folder,
  passphrase,
}: Pick<FilesAsked, 'folder' | 'passphrase'>): Promise<Outcome<FilesKey, FilesRefusal>> {
  const path = join(folder, KEY_FILE)
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
