import { isJsonNested, jsonOf, ok, refuse, type Json, type Outcome } from '@corroborate/base'
import { LineReader, rootOf, verifyBag, verifyLedger, type BagItem } from '@corroborate/ledger'
import {
  allInvestigations,
  chainOf,
  chains,
  checkpointsOf,
  contentsOf,
  deferForeignKeys,
  insertKeptRows,
  isEmptyStore,
  keptTableNamed,
  ledgerHead,
  rangeIn,
  rebuildIndex,
  together,
  type Db,
  type KeptRow,
  type KeptTable,
  type Store,
} from '@corroborate/store'
import { DIGESTS_OF_NODE, SHA_256_OF_NODE, type ExhibitFiles } from '@corroborate/vault'
import { dropUnnamed } from '../take-in-file.ts'
import { BACKUP_FORMAT, BACKUP_VERSION, FILES_KEY, type BackupHead } from './plan-backup.ts'

export type RestoreFault = 'not-whole' | 'not-a-backup' | 'not-empty' | 'other-ledger' | 'files-not-open'

export interface Restored {
  readonly heads: readonly BackupHead[]
  readonly rows: number
  /** Files of exhibits. */
  readonly files: number
}

const ROWS_AT_ONCE = 500

/**
 * Restores a backup into a store that has nothing yet: all of it, or nothing. The bag is verified whole before a row is written; then every
 * ledger is verified entry by entry against the heads that were signed, and its root is held against the one it had when the backup was made.
 * @param from.open reads the backup from its beginning: it is read twice
 * @param from.filesUnder makes a place for files whose key is this identity; asked only where the backup has files
 */
export async function restoreBackup(
  store: Store,
  from: {
    readonly open: () => AsyncIterable<BagItem>
    readonly filesUnder: (identity: string) => Promise<Outcome<ExhibitFiles>>
  },
): Promise<Outcome<Restored, RestoreFault>> {
  const key: Uint8Array[] = []
  const intoKey = { add: (bytes: Uint8Array) => (key.push(Buffer.from(bytes)), null), end: () => null }
  const along = (name: string) => (name === `data/${FILES_KEY}` ? intoKey : null)
  const whole = await verifyBag(from.open(), { profile: 'any', digests: DIGESTS_OF_NODE, along })
  if (!whole.ok) return refuse('not-whole', `The backup is not whole: ${whole.detail}. Nothing was restored.`)
  if (!(await isEmptyStore(store.db))) return NOT_EMPTY
  const place = key.length === 0 ? null : await from.filesUnder(Buffer.concat(key).toString().trim())
  if (place?.ok === false) return refuse('files-not-open', `${place.detail} Nothing was restored.`)
  const files = place?.value ?? null
  try {
    return await together<Restored, RestoreFault>(store.db, async (db) => {
      if (!(await isEmptyStore(db))) return NOT_EMPTY
      await deferForeignKeys(db, store.engine)
      const read = await readInto(db, from.open(), files)
      if (!read.ok) return read
      const fault = await ledgerFault(db, read.value.heads)
      if (fault !== null) return fault
      for (const { id } of await allInvestigations(db)) await rebuildIndex(db, id)
      return read
    })
  } finally {
    // What the rows name stays; where there are none, nothing does.
    if (files) await dropUnnamed({ store, files }, await files.unsettled())
  }
}

const NOT_EMPTY = refuse(
  'not-empty',
  'There is something in this store already. Restore into an empty one: nothing is written over.',
)

async function readInto(
  db: Db,
  items: AsyncIterable<BagItem>,
  place: ExhibitFiles | null,
): Promise<Outcome<Restored, RestoreFault>> {
  let heads: readonly BackupHead[] | null = null
  let [rows, files] = [0, 0]
  for await (const item of items) {
    if (item.kind !== 'file') continue
    if (place && item.name.startsWith('data/files/')) {
      // As it lies: its name is its digest, and both were verified.
      const taken = await place.take(item.bytes, { digests: null, atRest: 'as-is' })
      if (taken.ok) files++
    }
    const name = /^data\/tables\/\d{3}-([a-z_]+)[.]jsonl$/.exec(item.name)?.[1]
    const table = name === undefined ? null : keptTableNamed(name)
    if (name !== undefined && table === null)
      return refuse(
        'not-a-backup',
        `The backup has a table ${name} that this version does not know: take a later one. Nothing was restored.`,
      )
    if (item.name === 'data/backup.json') heads = await headsIn(item.bytes)
    if (table !== null) rows += await insertTable(db, table, item)
  }
  return heads === null
    ? refuse(
        'not-a-backup',
        'This is no backup of this program, or of a later version of it. Nothing was restored.',
      )
    : ok({ heads, rows, files })
}

async function insertTable(
  db: Db,
  table: KeptTable,
  item: Extract<BagItem, { kind: 'file' }>,
): Promise<number> {
  let waiting: KeptRow[] = []
  let rows = 0
  const write = async () => {
    await insertKeptRows(db, table, waiting)
    rows += waiting.length
    waiting = []
  }
  const reader = new LineReader<'not-a-row'>(item.name, (line) => {
    waiting.push(rowOf(line))
    return null
  })
  for await (const chunk of item.bytes) {
    const fault = reader.add(chunk)
    if (fault) throw new Error(fault.detail)
    if (waiting.length >= ROWS_AT_ONCE) await write()
  }
  await write()
  return rows
}

function rowOf(line: string): KeptRow {
  const row = jsonOf(JSON.parse(line))
  if (row === null || typeof row !== 'object' || isList(row)) throw new Error('a line of a backup is no row')
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

async function headsIn(bytes: AsyncIterable<Uint8Array>): Promise<readonly BackupHead[] | null> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(Buffer.from(chunk))
  const found: unknown = JSON.parse(Buffer.concat(chunks).toString())
  if (!isJsonNested(found, 8) || typeof found !== 'object' || found === null) return null
  const { format, version, heads }: { format?: unknown; version?: unknown; heads?: unknown } = found
  if (format !== BACKUP_FORMAT || version !== BACKUP_VERSION || !Array.isArray(heads)) return null
  return heads.flatMap((head: unknown) => headOf(head))
}

function headOf(value: unknown): readonly BackupHead[] {
  if (typeof value !== 'object' || value === null) return []
  const { chain, size, root }: { chain?: unknown; size?: unknown; root?: unknown } = value
  return typeof chain === 'string' && typeof size === 'number' && typeof root === 'string'
    ? [{ chain, size, root }]
    : []
}

/** Why the ledgers that were written are not those that were backed up; null when they are. */
async function ledgerFault(db: Db, heads: readonly BackupHead[]) {
  const found = await chains(db)
  if (found.length !== heads.length)
    return refuse<RestoreFault>(
      'other-ledger',
      `The backup has ${found.length} ledgers and says that there were ${heads.length}. Nothing was restored.`,
    )
  for (const chain of found) {
    const said = heads.find((head) => head.chain === chain)
    const size = (await ledgerHead(db, chain))?.sequence ?? 0
    const root = Buffer.from(rootOf(await rangeIn(db, chain, size))).toString('hex')
    if (said?.size !== size || said.root !== root)
      return refuse<RestoreFault>(
        'other-ledger',
        `The ledger ${chain} is not the one that was backed up. Nothing was restored.`,
      )
    const signed = await checkpointsOf(db, chain)
    const verified = await verifyLedger(chainOf(db, chain), {
      heads: signed.map((head) => ({ size: BigInt(head.size), root: head.root })),
      ...{ contents: contentsOf(db, chain), sha256: SHA_256_OF_NODE },
    })
    if (!verified.ok)
      return refuse<RestoreFault>(
        'other-ledger',
        `The ledger ${chain}: ${verified.detail}. Nothing was restored.`,
      )
  }
  return null
}
