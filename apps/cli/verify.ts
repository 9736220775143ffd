import { chainOf, chains, contentsOf } from '@corroborate/store'
import { verifyChain } from '@corroborate/ledger'
import { openAskedStore } from './asked-store.ts'
import type { Verify } from './command-line.ts'

/** Checks every chain of the store, entry by entry, and every content that was not erased against its commitment. */
export async function verify(asked: Verify): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) {
    console.error(opened.detail)
    return 2
  }
  const { store, inWords: where } = opened.value
  const found = []
  for (const chain of await chains(store.db)) {
    found.push({ chain, result: await verifyChain(chainOf(store.db, chain), contentsOf(store.db, chain)) })
  }
  await store.close()
  const whole = found.every(({ result }) => result.ok)
  if (asked.json) console.log(JSON.stringify({ ok: whole, where, chains: found }, null, 2))
  else for (const { chain, result } of found) console.log(`${chain}: ${chainInWords(result)}`)
  return whole ? 0 : 1
}

function chainInWords(result: Awaited<ReturnType<typeof verifyChain>>): string {
  if (!result.ok) return `BROKEN (${result.reason}): ${result.detail}`
  const { count, contents, head, clockBack } = result.value
  const clock = clockBack.length === 0 ? '' : `; the clock went back at ${clockBack.join(', ')}`
  return `whole: ${count} entries, ${contents} contents as committed${clock}; head ${head?.hash ?? 'none'}`
}
