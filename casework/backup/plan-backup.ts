import { canonicalJson } from '@corroborate/base'
import { digestAll, planBag, textSource, type BagPlan, type PackageSource } from '@corroborate/interchange'
import { rootOf } from '@corroborate/ledger'
import {
  chains,
  KEPT_TABLES,
  keptRows,
  keptTableNamed,
  ledgerHead,
  rangeIn,
  type Db,
} from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { linesOf } from '../package/lines-of.ts'

/** Where the ledger of each chain stood when a backup was made: what a restore is held against. */
export interface BackupHead {
  readonly chain: string
  readonly size: number
  /** Hexadecimal. */
  readonly root: string
}

export const BACKUP_FORMAT = 'corroborate-backup'
export const BACKUP_VERSION = 1

/**
 * Settles a backup of a whole store: every row of every table, as one moment has them, in a bag. It is not signed: it is encrypted to a key
 * that no server has, and a restore is held against the heads of the ledgers.
 * @param db a transaction, so that everything is of one moment; it must stay open until the backup is written
 * @param files what lies beside the tables: the files of exhibits, as they lie
 */
export async function planBackup(
  db: Db,
  { at, files }: { readonly at: string; readonly files: readonly PackageSource[] },
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
    [...files, ...tables, textSource('backup.json', `${about}\n`)],
    DIGESTS_OF_NODE,
  )
  const bag = await planBag({
    ...{ payload, tags: new Map(), kept: ['sha256'], day: at.slice(0, 10), digests: DIGESTS_OF_NODE },
  })
  return { ...bag, heads }
}

async function* rowLines(db: Db, table: Parameters<typeof keptRows>[1]): AsyncGenerator<string> {
  for await (const row of keptRows(db, table)) yield canonicalJson({ ...row })
}
