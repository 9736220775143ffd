import { jsonOf } from '@corroborate/base'
import { appendTo, commit, SALT_BYTES, type Head } from '@corroborate/ledger'
import { insertEntries, ledgerHead, type Chain } from '@corroborate/store'
import type { Desk } from './desk.ts'
import { instant } from './time.ts'

/** One line to be written: what was done to what, and what the line commits to. */
export interface Line {
  readonly act: string
  readonly subject: string
  readonly content: unknown
}

/** Writes lines one after another in one breath. The chain is held already, and the desk's store is a transaction. */
export async function appendLines(
  desk: Pick<Desk, 'store' | 'clock' | 'random'>,
  written: { readonly chain: Chain; readonly actor: string; readonly lines: readonly Line[] },
): Promise<void> {
  const time = instant(desk.clock())
  const salts = desk.random(SALT_BYTES * written.lines.length)
  let head: Head | null = await ledgerHead(desk.store.db, written.chain)
  const entries = written.lines.map(({ act, subject, content: what }, i) => {
    const content = jsonOf(what)
    const salt = salts.slice(i * SALT_BYTES, (i + 1) * SALT_BYTES)
    const commitment = commit(content, salt)
    const entry = appendTo(head, { time, actor: written.actor, act, subject, commitment })
    head = entry
    return { entry, content, salt }
  })
  await insertEntries(desk.store.db, written.chain, entries)
}
