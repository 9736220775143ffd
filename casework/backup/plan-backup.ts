import { canonicalJson } from '@corroborate/base'
import { digestAll, planBag, textSource, type BagPlan, type PackageSource } from '@corroborate/interchange'
import { rootOf } from '@corroborate/ledger'
import {
  addressesHeld,
  chains,
  KEPT_TABLES,
  keptRows,
  keptTableNamed,
  ledgerHead,
  rangeIn,
  type Db,
} from '@corroborate/store'
import { DIGESTS_OF_NODE, type FileStore, type FilesKey } from '@corroborate/vault'
import { linesOf } from '../package/lines-of.ts'

/** Where the ledger of each chain stood when a backup was made: what a restore is held against. */
export interface BackupHead {
  readonly chain: string
  readonly size: number
  /** Hexadecimal. */
  readonly root: string
}

/** Where the files of exhibits lie, and the key that they lie under. */
export interface FilesToBackUp {
  readonly store: Pick<FileStore, 'read'>
  readonly key: Pick<FilesKey, 'identity'>
}

/** The secret that the files of exhibits are read by: the store's passphrase does not wrap it here, the recovery key does. */
export const FILES_KEY = 'files.key'

export const BACKUP_FORMAT = 'corroborate-backup'
export const BACKUP_VERSION = 1

/**
 * Settles a backup of a whole store: every row of every table, as one moment has them, in a bag. It is not signed: it is encrypted to a key
 * that no server has, and a restore is held against the heads of the ledgers.
 * @param db a transaction, so that everything is of one moment; it must stay open until the backup is written
 * @param files null where no file was ever taken in. They are backed up as they lie, encrypted, with the key that opens them
 */
export async function planBackup(
  db: Db,
  { at, files }: { readonly at: string; readonly files: FilesToBackUp | null },
): Promise<BagPlan & { readonly heads: readonly BackupHead[] }> {
  const heads: BackupHead[] = []
  for (const chain of await chains(db)) {
    const size = (await ledgerHead(db, chain))?.sequence ?? 0
    heads.push({ chain, size, root: Buffer.from(rootOf(await rangeIn(db, chain, size))).toString('hex') })
  }
  const about = canonicalJson({
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    heads: heads.map((head) => ({ ...head })),
  })
  const tables = Object.keys(KEPT_TABLES).flatMap((name, i) => {
    const table = keptTableNamed(name)
    const place = String(i).padStart(3, '0')
    return table === null
      ? []
      : [{ name: `tables/${place}-${name}.jsonl`, read: () => linesOf(rowLines(db, table)) }]
  })
  const payload = await digestAll(
    [...(files ? await fileSources(db, files) : []), ...tables, textSource('backup.json', `${about}\n`)],
    DIGESTS_OF_NODE,
  )
  const bag = await planBag({
    ...{ payload, tags: new Map(), kept: ['sha256'], day: at.slice(0, 10), digests: DIGESTS_OF_NODE },
  })
  return { ...bag, heads }
}

async function fileSources(db: Db, { store, key }: FilesToBackUp): Promise<readonly PackageSource[]> {
  const held = (await addressesHeld(db)).map(({ address, size }): PackageSource => ({
    ...{ name: `files/${address}`, known: { size, sha256: address, sha512: '' } },
    read: () => lyingAt(store, address),
  }))
  return [textSource(FILES_KEY, `${key.identity}\n`), ...held]
}

async function* lyingAt(store: FilesToBackUp['store'], address: string): AsyncGenerator<Uint8Array> {
  const bytes = await store.read(address)
  if (bytes === null) throw new FileGone(`nothing lies at ${address}, and an exhibit names it`)
  yield* bytes
}

/** A file of an exhibit is not where its row says. */
export class FileGone extends Error {
  override readonly name = 'FileGone'
}

async function* rowLines(db: Db, table: Parameters<typeof keptRows>[1]): AsyncGenerator<string> {
  for await (const row of keptRows(db, table)) yield canonicalJson({ ...row })
}
