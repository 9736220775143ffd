import { canonicalJson, type Json } from '@corroborate/base'
import type { Content, Entry, Head, HeldContent } from '@corroborate/ledger'
import { fromJson, parsedAs } from '../json.ts'
import type { Chain } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { chunksOf, insertAll } from './insert.ts'
import { growTree } from './ledger-tree.ts'

const ENTRIES_ON_A_PAGE = 200
const ENTRIES_AT_ONCE = 2_000
const SUBJECTS_AT_ONCE = 500

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

/** The same for every entry on any of these subjects. Answers how many it erased. */
export async function eraseContentsOn(db: Db, chain: Chain, subjects: readonly string[]): Promise<number> {
  let erased = 0n
  for (const some of chunksOf(subjects, SUBJECTS_AT_ONCE)) {
    const done = await db
      .deleteFrom('ledger_content')
      .where('chain', '=', chain)
      .where('sequence', 'in', (those) =>
        those
          .selectFrom('ledger_entry')
          .select('sequence')
          .where('chain', '=', chain)
          .where('subject', 'in', some),
      )
      .executeTakeFirst()
    erased += done.numDeletedRows
  }
  return Number(erased)
}

/** Which lines are asked for; null where any will do. */
export interface LinesAsked {
  readonly actor: string | null
  readonly act: string | null
  /** Days in universal time, both included. */
  readonly from: string | null
  readonly until: string | null
  readonly subjects: readonly string[] | null
}

const ANY_LINE: LinesAsked = { actor: null, act: null, from: null, until: null, subjects: null }

/** Who did what, from the first act on? A page of 200 after a sequence (0: from the start). */
export async function ledgerPage(
  db: Db,
  chain: Chain,
  { after, asked = ANY_LINE }: { readonly after: number; readonly asked?: LinesAsked },
): Promise<LedgerPage> {
  const { actor, act, from, until, subjects } = asked
  let query = selectEntries(db, chain, { after, limit: ENTRIES_ON_A_PAGE })
  if (actor !== null) query = query.where('actor', '=', actor)
  if (act !== null) query = query.where('act', '=', act)
  if (from !== null) query = query.where('time', '>=', from)
  // After every moment of that day, whose text goes on with a T.
  if (until !== null) query = query.where('time', '<', `${until}U`)
  if (subjects !== null) query = query.where('subject', 'in', subjects.length === 0 ? [''] : subjects)
  const rows = (await query.execute()).map(entryFrom)
  const head = await ledgerHead(db, chain)
  const last = rows.at(-1)?.sequence ?? after
  const total = head?.sequence ?? 0
  return { entries: rows, total, next: last < total && rows.length === ENTRIES_ON_A_PAGE ? last : null }
}

/** What is there at least one line about? */
export async function subjectsIn(db: Db, chain: Chain): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select('subject')
    .distinct()
    .where('chain', '=', chain)
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}

/** Who did anything here, and which acts were done? */
export async function doneIn(
  db: Db,
  chain: Chain,
): Promise<{ readonly actors: readonly string[]; readonly acts: readonly string[] }> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select(['actor', 'act'])
    .distinct()
    .where('chain', '=', chain)
    .execute()
  const sorted = (names: readonly string[]) => [...new Set(names)].sort()
  return { actors: sorted(rows.map(({ actor }) => actor)), acts: sorted(rows.map(({ act }) => act)) }
}

/** A line with what it committed to; the content is null where it was erased. */
export interface LineTold {
  readonly entry: Entry
  readonly content: Json | null
}

/** Every line of some acts, the last first. */
export async function linesOfActs(
  db: Db,
  chain: Chain,
  acts: readonly string[],
): Promise<readonly LineTold[]> {
  const rows = await linesTold(db, chain)
    .where('ledger_entry.act', 'in', acts)
    .orderBy('ledger_entry.sequence', 'desc')
    .execute()
  return rows.map(lineFrom)
}

function linesTold(db: Db, chain: Chain) {
  return db
    .selectFrom('ledger_entry')
    .leftJoin('ledger_content', (join) =>
      join
        .onRef('ledger_content.chain', '=', 'ledger_entry.chain')
        .onRef('ledger_content.sequence', '=', 'ledger_entry.sequence'),
    )
    .selectAll('ledger_entry')
    .select('ledger_content.content')
    .where('ledger_entry.chain', '=', chain)
}

type RowTold = Awaited<ReturnType<ReturnType<typeof linesTold>['execute']>>[number]

function lineFrom({ content, ...entry }: RowTold): LineTold {
  return { entry: entryFrom(entry), content: content === null ? null : fromJson(content) }
}

/** What was done to this since then, each line with what it tells; the last one first. Reads the chain. */
export async function linesOn(
  db: Db,
  chain: Chain,
  { subject, since }: { readonly subject: string; readonly since: string },
): Promise<readonly LineTold[]> {
  const rows = await linesTold(db, chain)
    .where('ledger_entry.subject', '=', subject)
    .where('ledger_entry.time', '>=', since)
    .orderBy('ledger_entry.sequence', 'desc')
    .execute()
  return rows.map(lineFrom)
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
  const rows = await selectEntries(db, chain, asked).execute()
  return rows.map(entryFrom)
}

function selectEntries(
  db: Db,
  chain: Chain,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  return db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('chain', '=', chain)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
}

function entryFrom(row: Entry): Entry {
  const { sequence, time, actor, act, subject, commitment, previous, hash } = row
  return { sequence, time, actor, act, subject, commitment, previous, hash }
}
