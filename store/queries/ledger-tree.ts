import { sql } from 'kysely'
import { ok, valueOf, type Outcome } from '@corroborate/base'
import {
  appendLeaf,
  consistencyPlan,
  inclusionPlan,
  perfectSubtrees,
  proofOf,
  rangeAt,
  treeHasher,
  type CompactRange,
  type Entry,
  type Hash,
  type HashAt,
  type NodePlace,
  type Proof,
  type ProofPlan,
  type Tile,
  type TreeNode,
} from '@corroborate/ledger'
import { SHA_256_OF_NODE } from '@corroborate/vault'
import type { Chain } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'

const HASHER = treeHasher(SHA_256_OF_NODE)
/** A tile of level 1 stands on nodes of level 8 of the tree. */
const TILE_HEIGHT = 8
const TILE_WIDTH = 256

export type PlanRefused = Extract<ReturnType<typeof inclusionPlan>, { ok: false }>['reason']

/**
 * Grows the tree of a chain by entries that continue each other: reads what a compact range holds, writes each node that is completed.
 * Throws when a node is not there, which is a corrupt ledger.
 */
export async function growTree(
  db: Db,
  chain: Chain,
  entries: readonly Pick<Entry, 'sequence' | 'hash'>[],
): Promise<void> {
  const [first] = entries
  if (first === undefined) return
  let range = await rangeIn(db, chain, first.sequence - 1)
  const nodes: TreeNode[] = []
  for (const { hash } of entries) {
    const grown = appendLeaf(range, Buffer.from(hash, 'hex'), HASHER)
    nodes.push(...grown.nodes)
    range = grown.range
  }
  const rows = nodes.map(({ level, index, hash }) => ({
    chain,
    level,
    place: index,
    hash: Buffer.from(hash),
  }))
  await insertAll(db, 'ledger_node', rows)
}

/** All that is needed of the tree of a chain when it had so many leaves: to append to it, to say its root. */
export async function rangeIn(db: Db, chain: Chain, size: number): Promise<CompactRange> {
  return held(rangeAt(size, await nodesIn(db, chain, perfectSubtrees(0, size))), chain)
}

/** What shows that leaf `index` (from 0) is in the tree of `size` leaves. One question to the store. */
export async function inclusionIn(
  db: Db,
  chain: Chain,
  { index, size }: { readonly index: number; readonly size: number },
): Promise<Outcome<Proof, PlanRefused>> {
  return provenIn(db, chain, inclusionPlan(index, size))
}

/** What shows that the tree of `later` leaves begins with the tree of `earlier` leaves. One question to the store. */
export async function consistencyIn(
  db: Db,
  chain: Chain,
  { earlier, later }: { readonly earlier: number; readonly later: number },
): Promise<Outcome<Proof, PlanRefused>> {
  return provenIn(db, chain, consistencyPlan(earlier, later))
}

async function provenIn(
  db: Db,
  chain: Chain,
  plan: Outcome<ProofPlan, PlanRefused>,
): Promise<Outcome<Proof, PlanRefused>> {
  if (!plan.ok) return plan
  return ok(held(proofOf(plan.value, await nodesIn(db, chain, plan.value.flat()), HASHER), chain))
}

/** Which hashes stand at these places of the tree? */
export async function nodesIn(db: Db, chain: Chain, places: readonly NodePlace[]): Promise<HashAt> {
  const found = new Map<string, Hash>()
  if (places.length > 0) {
    // Each place names the whole key: both engines then read just these rows.
    const either = places.map(
      ({ level, index }) => sql`(chain = ${chain} and level = ${level} and place = ${index})`,
    )
    const { rows } = await sql<{ level: number; place: number; hash: Uint8Array }>`
      select level, place, hash from ledger_node where ${sql.join(either, sql` or `)}
    `.execute(db)
    for (const { level, place, hash } of rows) found.set(`${level}/${place}`, new Uint8Array(hash))
  }
  return (level, index) => found.get(`${level}/${index}`) ?? null
}

/** The hashes of a tile, as the file that is served; null when the tree has not so many of them (or it is a tile of entries). */
export async function tileIn(db: Db, chain: Chain, tile: Tile): Promise<Uint8Array<ArrayBuffer> | null> {
  if (tile.level === 'entries') return null
  const from = tile.index * TILE_WIDTH
  // Past what a column of whole numbers holds, and past what any tree of ours has.
  if (from + tile.width > 0x7fffffff) return null
  const rows = await db
    .selectFrom('ledger_node')
    .select('hash')
    .where('chain', '=', chain)
    .where('level', '=', tile.level * TILE_HEIGHT)
    .where('place', '>=', from)
    .where('place', '<', from + tile.width)
    .orderBy('place')
    .execute()
  if (rows.length !== tile.width) return null
  return Uint8Array.from(Buffer.concat(rows.map(({ hash }) => new Uint8Array(hash))))
}

/** What a tree cannot lack: its nodes are written with its entries. */
function held<Value>(read: Outcome<Value>, chain: Chain): Value {
  if (!read.ok) throw new Error(`corrupt ledger ${chain}: ${read.detail}`)
  return valueOf(read)
}
