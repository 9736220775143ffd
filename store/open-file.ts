import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { makeStoreKey, readKeyFile, unlockStoreKey, writeDurably, writeKeyFile } from '@corroborate/vault'
import { lockFolder } from './lock-folder.ts'
import { migrate } from './migrate.ts'
import type { Store, StoreRefusal } from './store.ts'
import type { Tables } from './tables.ts'
import { refusalOfFile } from './trouble.ts'
import { withKeptStatements } from './statements.ts'

const DATABASE = 'store.db'
const KEY_FILE = 'store.json'
const FILES = [DATABASE, KEY_FILE]
/** How long a statement waits for the file, should anything else have it for a moment (a backup). */
const PATIENCE_MS = 5_000

interface Place {
  readonly folder: string
  readonly passphrase: string
}

/** The key of a store, asked for when nobody else has its folder. */
type KeyAsked = () => Promise<Outcome<string, StoreRefusal>>

/** Opens the encrypted store in a folder, or makes one there. Nobody else can have it open until it is closed. */
export function openFile(where: Place): Promise<Outcome<Store, StoreRefusal>> {
  return openUnder(where.folder, () => keyOf(where))
}

/** As `openFile`, for who has the key itself and no passphrase. */
export async function openUnder(folder: string, keyOf: KeyAsked): Promise<Outcome<Store, StoreRefusal>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(folder)
    if (!lock) return inUse(folder)
    const isNew = FILES.every((name) => !existsSync(join(folder, name)))
    try {
      const opened = await openLocked(folder, { keyOf, release: lock.release })
      if (!opened.ok) lock.release()
      return opened
    } catch (error) {
      if (isNew) await removeUnfinished(folder)
      lock.release()
      throw error
    }
  } catch (error) {
    const refusal = refusalOfFile(error, folder)
    if (refusal) return refusal
    throw error
  }
}

async function openLocked(
  folder: string,
  { keyOf, release }: { readonly keyOf: KeyAsked; readonly release: () => void },
): Promise<Outcome<Store, StoreRefusal>> {
  const key = await keyOf()
  if (!key.ok) return key
  const file = openDatabase(join(folder, DATABASE), key.value)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withKeptStatements(file) }) })
  const close = async () => {
    await db.destroy()
    release()
  }
  try {
    const shaped = await migrate(db, 'sqlite')
    if (shaped.ok) return ok({ db, engine: 'sqlite', close })
    await db.destroy()
    return newer(folder, shaped.detail)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** A store that could not be finished (a full disk) holds nothing yet, and would be taken for a damaged one. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of [...FILES, `${DATABASE}-wal`, `${DATABASE}-shm`])
    await rm(join(folder, name), { force: true })
}

/** The key from the passphrase and the key file; where there is neither file nor store, a key file is made first. */
async function keyOf(where: Place): Promise<Outcome<string, StoreRefusal>> {
  const path = join(where.folder, KEY_FILE)
  const stored = existsSync(join(where.folder, DATABASE))
  if (!existsSync(path)) return stored ? missing(where.folder, KEY_FILE) : makeKey(where, path)
  if (!stored) return missing(where.folder, DATABASE)
  const file = readKeyFile(await readFile(path, 'utf8'))
  if (!file.ok)
    return file.reason === 'newer-version' ? newer(where.folder, file.detail) : damagedKey(path, file.detail)
  const key = await unlockStoreKey(where.passphrase, file.value)
  if (key.ok) return key
  return key.reason === 'wrong-passphrase' ? wrongPassphrase(where.folder) : damagedKey(path, key.detail)
}

async function makeKey(where: Place, path: string): Promise<Outcome<string, StoreRefusal>> {
  const made = await makeStoreKey(where.passphrase, randomBytes(16))
  await writeDurably(path, writeKeyFile(made.file))
  return ok(made.key)
}

/**
 * WAL with FULL: what was acknowledged survives a power cut (with NORMAL it did not). Temporary tables stay in memory, where
 * nothing of the store is written unencrypted; erased rows are overwritten; the cache spares decrypting a page again.
 */
export function openDatabase(path: string, key: string): Database.Database {
  const options = { encryptionCipher: 'aes256cbc', encryptionKey: key, timeout: PATIENCE_MS }
  const file = new Database(path, options)
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      'temp_store = MEMORY',
      'secure_delete = ON',
      'cache_size = -65536',
    ])
      file.pragma(pragma)
    return file
  } catch (error) {
    file.close()
    throw error
  }
}

function inUse(folder: string) {
  return refuse(
    'in-use',
    `The store in ${folder} is open in another process. Stop that one first (a running server, for instance), or ask the server itself.`,
  )
}

function newer(folder: string, detail: string) {
  return refuse(
    'newer-version',
    `The store in ${folder} belongs to a later version of this program: ${detail}. Start that version; nothing was changed.`,
  )
}

function wrongPassphrase(folder: string) {
  return refuse(
    'wrong-passphrase',
    `The passphrase does not open the store in ${folder}. Nothing is damaged; try again with the one that was shown when the store was made.`,
  )
}

function damagedKey(path: string, detail: string) {
  return refuse('damaged', `The key file ${path} is damaged: ${detail}. Put it back from a backup.`)
}

function missing(folder: string, name: string) {
  const other = name === KEY_FILE ? DATABASE : KEY_FILE
  return refuse(
    'damaged',
    `${folder} has ${other} but no ${name}; they belong together. Put ${name} back from a backup, or move ${other} away to begin with an empty store.`,
  )
}
