import { sql } from 'kysely'
import type { CheckpointTable, Chain } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'

/** A head of a chain's tree that was signed. */
export interface SignedHead {
  readonly chain: Chain
  readonly size: number
  readonly root: Uint8Array
  /** How the checkpoint names the ledger; nobody can guess it. */
  readonly origin: string
  /** The signed note, without cosignatures. */
  readonly note: string
  readonly signedAt: string
}

/** What one witness has put under a signed head. */
export interface HeldCosignature {
  readonly witness: string
  readonly line: string
  readonly cosignedAt: string
}

/** Keeps a signed head. False when a head of this size is kept already; nothing is written over. */
export async function insertCheckpoint(db: Db, head: SignedHead): Promise<boolean> {
  if ((await checkpointOfSize(db, head.chain, head.size)) !== null) return false
  const { chain, size, origin, note, signedAt } = head
  await insertAll(db, 'checkpoint', [
    { chain, size, root: Buffer.from(head.root), origin, note, signed_at: signedAt },
  ])
  return true
}

/** The largest head of a chain that was signed; null when none was. */
export async function lastCheckpoint(db: Db, chain: Chain): Promise<SignedHead | null> {
  const row = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? headFrom(row) : null
}

/** The head of one size, if it was signed. */
export async function checkpointOfSize(db: Db, chain: Chain, size: number): Promise<SignedHead | null> {
  const row = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('chain', '=', chain)
    .where('size', '=', size)
    .executeTakeFirst()
  return row ? headFrom(row) : null
}

/** Whose checkpoints bear this name, and what is the largest? Null when nobody's. */
export async function checkpointOfOrigin(db: Db, origin: string): Promise<SignedHead | null> {
  const row = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('origin', '=', origin)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? headFrom(row) : null
}

/** All signed heads of a chain, the smallest first: for `verifyLedger`. */
export async function checkpointsOf(db: Db, chain: Chain): Promise<readonly SignedHead[]> {
  const rows = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('size')
    .execute()
  return rows.map(headFrom)
}

/** Keeps a witness's line; its later one for the same head takes the place of the earlier. */
export async function keepCosignature(
  db: Db,
  of: { readonly chain: Chain; readonly size: number },
  { witness, line, cosignedAt }: HeldCosignature,
): Promise<void> {
  const row = { chain: of.chain, size: of.size, witness, line, cosigned_at: cosignedAt }
  await db
    .insertInto('cosignature')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['chain', 'size', 'witness']).doUpdateSet({ line, cosigned_at: cosignedAt }),
    )
    .execute()
}

/** Who has cosigned this head? */
export async function cosignaturesOf(
  db: Db,
  { chain, size }: { readonly chain: Chain; readonly size: number },
): Promise<readonly HeldCosignature[]> {
  const rows = await db
    .selectFrom('cosignature')
    .select(['witness', 'line', 'cosigned_at'])
    .where('chain', '=', chain)
    .where('size', '=', size)
    .orderBy('witness')
    .execute()
  return rows.map(({ witness, line, cosigned_at: cosignedAt }) => ({ witness, line, cosignedAt }))
}

/** Up to where has this witness cosigned the chain? 0 when it never has. */
export async function lastCosignedSize(db: Db, chain: Chain, witness: string): Promise<number> {
  const row = await db
    .selectFrom('cosignature')
    .select('size')
    .where('chain', '=', chain)
    .where('witness', '=', witness)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.size ?? 0
}

/** How many entries has each chain, and how many of them were signed? By chain. */
export async function signedShares(
  db: Db,
): Promise<readonly { readonly chain: Chain; readonly size: number; readonly signed: number }[]> {
  const { rows } = await sql<{ chain: Chain; size: number; signed: number }>`
    select chain,
      coalesce((select max(sequence) from ledger_entry where ledger_entry.chain = ledger_chain.chain), 0) as size,
      coalesce((select max(size) from checkpoint where checkpoint.chain = ledger_chain.chain), 0) as signed
    from ledger_chain order by chain
  `.execute(db)
  return rows
}

function headFrom(row: CheckpointTable): SignedHead {
  const { chain, size, root, origin, note, signed_at: signedAt } = row
  return { chain, size, root: new Uint8Array(root), origin, note, signedAt }
}
