import { canonicalJson, type Json } from '@corroborate/base'
import type { Content, Entry, Head, HeldContent } from '@corroborate/ledger'
import { fromJson, parsedAs } from '../json.ts'
import type { Chain } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'
import { growTree } from './ledger-tree.ts'

const ENTRIES_ON_A_PAGE = 200
const ENTRIES_AT_ONCE = 2_000

export interface LedgerPage {
  readonly entries: readonly Entry[]
  /** Of all pages. */
  readonly total: number
  /** The sequence after which the next page begins; null on the last. */
  readonly next: number | null
}

/**
 * Where does the chain stand? Asked inside the transaction that appends to it: until that ends, everybody else who asks
 * waits, so that two acts of one moment become two entries and not two heads. Null when the chain is empty.
 */
export async function holdHead(db: Db, chain: Chain): Promise<Head | null> {
  await db
    .insertInto('ledger_chain')
    .values({ chain })
    .onConflict((conflict) => conflict.column('chain').doUpdateSet({ chain }))
    .execute()
  return ledgerHead(db, chain)
}

/** Where does the chain stand? Null when it is empty. */
export async function ledgerHead(db: Db, chain: Chain): Promise<Head | null> {
  const row = await db
    .selectFrom('ledger_entry')
    .select(['sequence', 'hash'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Writes an entry and, apart from it, the content it commits to, which alone may be erased. */
export function insertEntry(
  db: Db,
  chain: Chain,
  written: { readonly entry: Entry } & Content,
): Promise<void> {
  return insertEntries(db, chain, [written])
}

/**
 * Writes entries that continue each other, with the nodes of the tree that they complete, in few statements: an import has one for every
 * record. Nothing else writes either, so that there is never an entry outside the tree.
 */
export async function insertEntries(
  db: Db,
  chain: Chain,
  written: readonly ({ readonly entry: Entry } & Content)[],
): Promise<void> {
  await insertAll(
    db,
    'ledger_entry',
    written.map(({ entry }) => ({ chain, ...entryFrom(entry) })),
  )
  await insertAll(
    db,
    'ledger_content',
    written.map(({ entry, content, salt }) => ({
      chain,
      sequence: entry.sequence,
      content: parsedAs<Json>(canonicalJson(content)),
      salt: Buffer.from(salt),
    })),
  )
  await growTree(
    db,
    chain,
    written.map(({ entry }) => entry),
  )
}

/** Erases what an entry committed to, salt and all; the entry stays. False when it was erased before. */
export async function eraseContent(db: Db, chain: Chain, sequence: number): Promise<boolean> {
  const done = await db
    .deleteFrom('ledger_content')
    .where('chain', '=', chain)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Who did what, from the first act on? A page of 200 after a sequence (0: from the start). */
export async function ledgerPage(db: Db, chain: Chain, after: number): Promise<LedgerPage> {
  const rows = await entriesAfter(db, chain, { after, limit: ENTRIES_ON_A_PAGE })
  const head = await ledgerHead(db, chain)
  const last = rows.at(-1)?.sequence ?? after
  const total = head?.sequence ?? 0
  return { entries: rows, total, next: last < total && rows.length > 0 ? last : null }
}

/** The whole chain in its order, a few thousand entries at a time: for `verifyChain`. */
export async function* chainOf(db: Db, chain: Chain): AsyncGenerator<Entry> {
  let after = 0
  for (;;) {
    const rows = await entriesAfter(db, chain, { after, limit: ENTRIES_AT_ONCE })
    yield* rows
    if (rows.length < ENTRIES_AT_ONCE) return
    after = rows.at(-1)?.sequence ?? after
  }
}

/** What the entries of a chain committed to, where it was not erased, in their order: for `verifyChain`. */
export async function* contentsOf(db: Db, chain: Chain): AsyncGenerator<HeldContent> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('ledger_content')
      .select(['sequence', 'content', 'salt'])
      .where('chain', '=', chain)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(ENTRIES_AT_ONCE)
      .execute()
    for (const row of rows)
      yield { sequence: row.sequence, content: fromJson(row.content), salt: new Uint8Array(row.salt) }
    if (rows.length < ENTRIES_AT_ONCE) return
    after = rows.at(-1)?.sequence ?? after
  }
}

/** What is this line of the ledger? Null when there is none. */
export async function entryAt(db: Db, chain: Chain, sequence: number): Promise<Entry | null> {
  const [entry] = await entriesAfter(db, chain, { after: sequence - 1, limit: 1 })
  return entry?.sequence === sequence ? entry : null
}

/** When was this last done to that? Null when it never was. Reads the chain. */
export async function lastEntryOn(
  db: Db,
  chain: Chain,
  { act, subject }: Pick<Entry, 'act' | 'subject'>,
): Promise<Entry | null> {
  const row = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('chain', '=', chain)
    .where('act', '=', act)
    .where('subject', '=', subject)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? entryFrom(row) : null
}

/** The last line that tells of anything else than this act; null where there is none. */
export async function lastEntryOtherThan(db: Db, chain: Chain, act: string): Promise<Entry | null> {
  const row = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('chain', '=', chain)
    .where('act', '<>', act)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? entryFrom(row) : null
}

/** What did this line commit to, and under which salt? Null when that was erased. */
export async function heldContentOf(db: Db, chain: Chain, sequence: number): Promise<HeldContent | null> {
  const row = await db
    .selectFrom('ledger_content')
    .select(['content', 'salt'])
    .where('chain', '=', chain)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row ? { sequence, content: fromJson(row.content), salt: new Uint8Array(row.salt) } : null
}

/** Which chains are there? */
export async function chains(db: Db): Promise<readonly Chain[]> {
  const rows = await db.selectFrom('ledger_chain').select('chain').orderBy('chain').execute()
  return rows.map((row) => row.chain)
}

async function entriesAfter(
  db: Db,
  chain: Chain,
  asked: { readonly after: number; readonly limit: number },
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('chain', '=', chain)
    .where('sequence', '>', asked.after)
    .orderBy('sequence')
    .limit(asked.limit)
    .execute()
  return rows.map(entryFrom)
}

function entryFrom(row: Entry): Entry {
  const { sequence, time, actor, act, subject, commitment, previous, hash } = row
  return { sequence, time, actor, act, subject, commitment, previous, hash }
}
