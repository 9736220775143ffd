import { ok } from '@corroborate/base'
import { writeVerifierKey } from '@corroborate/ledger'
import { holdHead, lastCheckpoint, together, type Chain } from '@corroborate/store'
import { appendLines } from './append-lines.ts'
import type { Desk } from './desk.ts'
import type { Signing } from './signing.ts'

/**
 * Writes into a ledger that another key goes on signing it, where its last signed head bears another one's name: the key before was lost,
 * or given up. Whoever reads the ledger sees from which line on; and no head has two names, because the line makes the ledger longer.
 */
export async function beginLedgerKey(
  { signing, ...desk }: Pick<Desk, 'store' | 'clock' | 'random'> & { readonly signing: Signing },
  chain: Chain,
): Promise<void> {
  const before = await lastCheckpoint(desk.store.db, chain)
  const origin = signing.key.originOf(chain)
  if (before === null || before.origin === origin) return
  const key = writeVerifierKey(signing.key.signerOf(chain).key)
  const content = { key, origin, after: { origin: before.origin, size: before.size } }
  await together(desk.store.db, async (db) => {
    await holdHead(db, chain)
    await appendLines(
      { ...desk, store: { db } },
      { chain, actor: 'nobody', lines: [{ act: 'ledger.key-begun', subject: chain, content }] },
    )
    return ok(null)
  })
}
