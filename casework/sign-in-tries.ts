import { refuse, type Refusal } from '@corroborate/base'
import { countTry, forgetTries, forgetTriesBefore, triesUnder } from '@corroborate/store'
import type { Desk } from './desk.ts'
import { hashOfPass } from './pass.ts'
import { instant } from './time.ts'

/** The first tries are free: people mistype. */
const FREE_TRIES = 3
/** From then on each wait is twice the last, and never longer than this: nobody is locked out. */
const LONGEST_WAIT_MS = 60_000
/** After so long without a try nothing is held against a name any more. */
const FORGOTTEN_AFTER_MS = 15 * 60_000

function waitAfter(tries: number): number {
  return tries <= FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (tries - FREE_TRIES - 1))
}

/**
 * Takes one turn at a name, be it anybody's or nobody's: refused while the wait after the last one goes on, which does not make it longer.
 * It is counted before the try and stands outside of its transaction, so that a thousand at once are a thousand one after the other.
 */
export async function takeTurn(desk: Desk, name: string): Promise<Refusal<'too-soon'> | null> {
  const { db } = desk.store
  const now = desk.clock()
  await forgetTriesBefore(db, instant(now - FORGOTTEN_AFTER_MS))
  const nameHash = hashOfPass(name)
  const before = await triesUnder(db, nameHash)
  const wait = before === null ? 0 : Date.parse(before.nextAt) - now
  const tries = (before?.tries ?? 0) + 1
  const next = { nameHash, before: before?.tries ?? 0, tries, nextAt: instant(now + waitAfter(tries)) }
  if (wait <= 0 && (await countTry(db, next))) return null
  return refuse('too-soon', `Try again in ${Math.max(1, Math.ceil(wait / 1_000))} seconds.`)
}

export function giveTurnsBack(desk: Desk, name: string): Promise<void> {
  return forgetTries(desk.store.db, hashOfPass(name))
}
