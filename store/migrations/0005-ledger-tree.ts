import { sql } from 'kysely'
import { appendLeaf, EMPTY_RANGE, treeHasher, type CompactRange, type TreeNode } from '@corroborate/ledger'
import { SHA_256_OF_NODE } from '@corroborate/vault'
import type { Db } from '../tables.ts'
import { inDialect, type Engine, type Migration } from './dialect.ts'

/**
 * The tree over each chain of the ledger, the heads of it that were signed, and who cosigned them. The trees of the chains that are
 * there are built by the step itself: a store is never open without them.
 */
export const ledgerTree: Migration = {
  name: '0005-ledger-tree',
  statements: (engine) => [
    ...statements.map((statement) => inDialect(engine, statement)),
    ...appendOnly[engine],
  ],
  fill: buildTrees,
}

/**
 * `place` counts the nodes of a level from the left, from 0. `note` is the signed note word for word, without cosignatures, which come
 * later and one by one.
 */
const statements = [
  `create table ledger_node (chain TEXT not null references ledger_chain (chain), level INTEGER not null, place INTEGER not null,
    hash BLOB not null, primary key (chain, level, place))`,
  `create table checkpoint (chain TEXT not null references ledger_chain (chain), size INTEGER not null, root BLOB not null,
    origin TEXT not null, note TEXT not null, signed_at TEXT not null, primary key (chain, size))`,
  `create index checkpoint_by_origin on checkpoint (origin, size)`,
  `create table cosignature (chain TEXT not null, size INTEGER not null, witness TEXT not null, line TEXT not null,
    cosigned_at TEXT not null, primary key (chain, size, witness),
    foreign key (chain, size) references checkpoint (chain, size))`,
]

/** What was signed is never taken back; a witness may cosign the same head again, at a later time. */
const KEYS = { ledger_node: ['chain', 'level', 'place'], checkpoint: ['chain', 'size'] } as const

const appendOnly: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: Object.entries(KEYS).flatMap(([table, key]) => [
    `create trigger ${table}_no_update before update on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_no_delete before delete on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
    `create trigger ${table}_no_replace before insert on ${table}
      when exists (select 1 from ${table} where ${key.map((column) => `${column} = new.${column}`).join(' and ')})
      begin select raise(abort, '${table} is append-only'); end`,
  ]),
  postgres: Object.keys(KEYS).flatMap((table) => [
    `create trigger ${table}_append_only before update or delete on ${table}
      for each row execute function refuse_change()`,
    `create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function refuse_change()`,
  ]),
}

const AT_ONCE = 2_000

/** Reads by statements of its own, and not by the queries of today: a step never changes, and they do. */
async function buildTrees(db: Db): Promise<void> {
  const chains = await sql<{ chain: string }>`select chain from ledger_chain order by chain`.execute(db)
  for (const { chain } of chains.rows) await buildTree(db, chain)
}

async function buildTree(db: Db, chain: string): Promise<void> {
  const hasher = treeHasher(SHA_256_OF_NODE)
  let range: CompactRange = EMPTY_RANGE
  for (;;) {
    const { rows } = await sql<{ sequence: number; hash: string }>`
      select sequence, hash from ledger_entry where chain = ${chain} and sequence > ${range.size} order by sequence limit ${AT_ONCE}
    `.execute(db)
    const nodes: TreeNode[] = []
    for (const { sequence, hash } of rows) {
      // A leaf stands where its sequence says; over a gap there is no tree, and `verify` names the gap.
      if (sequence !== range.size + 1) throw new Error(gapIn(chain, range.size + 1))
      const grown = appendLeaf(range, Buffer.from(hash, 'hex'), hasher)
      nodes.push(...grown.nodes)
      range = grown.range
    }
    if (nodes.length > 0) await insertNodes(db, chain, nodes)
    if (rows.length < AT_ONCE) return
  }
}

async function insertNodes(db: Db, chain: string, nodes: readonly TreeNode[]): Promise<void> {
  const rows = nodes.map(
    ({ level, index, hash }) => sql`(${chain}, ${level}, ${index}, ${Buffer.from(hash)})`,
  )
  await sql`insert into ledger_node (chain, level, place, hash) values ${sql.join(rows)}`.execute(db)
}

function gapIn(chain: string, sequence: number): string {
  return `The ledger ${chain} has no entry ${sequence}, and entries after it: somebody took it out. Nothing was changed. Start the version that wrote it and ask its \`verify\`, or put the store back from a backup.`
}
