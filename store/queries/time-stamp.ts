import type { Chain, TimeStampTable } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll } from './insert.ts'

/** What an authority put under a digest. */
export interface HeldTimeStamp {
  /** Hexadecimal: the SHA-256 of what was stamped. */
  readonly digest: string
  /** The address at which it was asked. */
  readonly authority: string
  /** Which state of which chain was stamped, or had been reached by what was. */
  readonly chain: Chain
  readonly size: number
  /** RFC 3161, DER. */
  readonly token: Uint8Array
  /** By the authority's clock. */
  readonly stampedAt: string
}

export async function keepTimeStamp(db: Db, stamp: HeldTimeStamp): Promise<void> {
  const { digest, authority, chain, size, token, stampedAt } = stamp
  const row: TimeStampTable = {
    digest,
    authority,
    chain,
    size,
    token: Buffer.from(token),
    stamped_at: stampedAt,
  }
  await insertAll(db, 'time_stamp', [row])
}

/** Who stamped this digest? The earliest first. */
export async function timeStampsOf(db: Db, digest: string): Promise<readonly HeldTimeStamp[]> {
  const rows = await db
    .selectFrom('time_stamp')
    .selectAll()
    .where('digest', '=', digest)
    .orderBy('stamped_at')
    .orderBy('authority')
    .execute()
  return rows.map(stampFrom)
}

/** Every time-stamp on a chain, the earliest first. */
export async function timeStampsOfChain(db: Db, chain: Chain): Promise<readonly HeldTimeStamp[]> {
  const rows = await db
    .selectFrom('time_stamp')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('stamped_at')
    .orderBy('authority')
    .execute()
  return rows.map(stampFrom)
}

/** When did this authority last stamp anything of the chain? Null when it never did. */
export async function lastStampedAt(
  db: Db,
  { chain, authority }: Pick<HeldTimeStamp, 'chain' | 'authority'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('time_stamp')
    .select('stamped_at')
    .where('chain', '=', chain)
    .where('authority', '=', authority)
    .orderBy('stamped_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.stamped_at ?? null
}

function stampFrom(row: TimeStampTable): HeldTimeStamp {
  const { digest, authority, chain, size, token, stamped_at: stampedAt } = row
  return { digest, authority, chain, size, token: new Uint8Array(token), stampedAt }
}
