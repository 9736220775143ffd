import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ok, parseId, type Outcome } from '@corroborate/base'
import { verifyLedger, type TreeHead, type Verified } from '@corroborate/ledger'
import {
  chainOf,
  chains,
  checkpointsOf,
  contentsOf,
  openStore,
  type Chain,
  type SignedHead,
} from '@corroborate/store'
import { HEADS_FILE, openSignedHeads, SHA_256_OF_NODE, type KeptHead } from '@corroborate/vault'
import { askedServe } from './asked-store.ts'
import type { Verify } from './command-line.ts'

/**
 * Checks every chain of the store, entry by entry, every content that was not erased against its commitment, and the tree over the entries
 * against every head that was signed: those that stand in the store, and what was signed last, which stands beside it and does not go back
 * when a backup of the store is put in place.
 */
export async function verify(asked: Verify): Promise<number> {
  const named = await askedServe(asked)
  if (!named.ok) return complain(named.detail)
  const beside = join(named.value.signing.folder, HEADS_FILE)
  const kept = existsSync(beside) ? await openSignedHeads(beside) : null
  if (kept?.ok === false)
    return complain(
      `${beside}: ${kept.detail}. Put it back from a copy: without it nobody here knows what was signed last.`,
    )
  const opened = await openStore(named.value.where)
  if (!opened.ok) return complain(opened.detail)
  const { inWords: where } = named.value
  const store = opened.value
  const found = []
  for (const chain of new Set([
    ...(await chains(store.db)),
    ...(kept?.value.ledgers() ?? []).flatMap(chainNamed),
  ])) {
    const signed = await checkpointsOf(store.db, chain)
    const verified = await verifyLedger(chainOf(store.db, chain), {
      heads: headsIn(signed, kept?.value.last(chain) ?? null),
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

function chainNamed(name: string): readonly Chain[] {
  const chain = name === 'house' ? name : parseId<'investigation'>(name)
  return chain === null ? [] : [chain]
}

/** What the store says was signed, and what stands beside it. */
function headsIn(signed: readonly SignedHead[], last: KeptHead | null): readonly TreeHead[] {
  const heads = signed.map(({ size, root }): TreeHead => ({ size: BigInt(size), root }))
  const beside: readonly TreeHead[] = last
    ? [{ size: BigInt(last.size), root: new Uint8Array(Buffer.from(last.root, 'hex')) }]
    : []
  return [...heads, ...beside].toSorted((a, b) => Number(a.size - b.size))
}

function complain(sentence: string): number {
  console.error(sentence)
  return 2
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
