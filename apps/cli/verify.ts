import { chainOf, chains, checkpointsOf, contentsOf } from '@corroborate/store'
import { ok, type Outcome } from '@corroborate/base'
import { verifyLedger, type Verified } from '@corroborate/ledger'
import { SHA_256_OF_NODE } from '@corroborate/vault'
import { openAskedStore } from './asked-store.ts'
import type { Verify } from './command-line.ts'

/**
 * Checks every chain of the store, entry by entry, every content that was not erased against its commitment, and the tree over the entries
 * against every head that was signed.
 */
export async function verify(asked: Verify): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) {
    console.error(opened.detail)
    return 2
  }
  const { store, inWords: where } = opened.value
  const found = []
  for (const chain of await chains(store.db)) {
    const signed = await checkpointsOf(store.db, chain)
    const verified = await verifyLedger(chainOf(store.db, chain), {
      heads: signed.map(({ size, root }) => ({ size: BigInt(size), root })),
      contents: contentsOf(store.db, chain),
      sha256: SHA_256_OF_NODE,
    })
    const result = verified.ok ? ok({ ...verified.value, root: hexOf(verified.value.root) }) : verified
    found.push({ chain, signed: signed.length, result })
  }
  await store.close()
  const whole = found.every(({ result }) => result.ok)
  if (asked.json) console.log(JSON.stringify({ ok: whole, where, chains: found }, null, 2))
  else for (const { chain, signed, result } of found) console.log(`${chain}: ${chainInWords(result, signed)}`)
  return whole ? 0 : 1
}

function chainInWords(result: Outcome<Verified>, signed: number): string {
  if (!result.ok) return `BROKEN (${result.reason}): ${result.detail}`
  const { count, contents, head, clockBack } = result.value
  const clock = clockBack.length === 0 ? '' : `; the clock went back at ${clockBack.join(', ')}`
  const heads = signed === 0 ? '' : `, as in ${signed} signed checkpoints`
  return `whole: ${count} entries, ${contents} contents as committed${heads}${clock}; head ${head?.hash ?? 'none'}`
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
