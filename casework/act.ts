import { ok, refuse, type InvestigationId, type MemberId, type Outcome } from '@corroborate/base'
import {
  confined,
  holdHead,
  rolesAnywhere,
  rolesOf,
  together,
  type Chain,
  type Confinement,
} from '@corroborate/store'
import { appendLines } from './append-lines.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { ASK_FRESH_PROOF, faultOfProof } from './fresh-proof.ts'
import { admits, type MemberRole, type Permission } from './permission.ts'
import { instant } from './time.ts'

/** What an act did: its answer, and what the ledger says of it. */
export interface Done<Value> {
  readonly value: Value
  /** The id of what was acted on; never a name. */
  readonly subject: string
  /** What the entry commits to: what the act wrote, as plain data. Never a secret. */
  readonly content: unknown
  /** Where the entry stands, when it is not where the act was permitted: an investigation that is opened has a chain of its own. */
  readonly chain?: Chain
  /** Who did it, when that is known only afterwards: signing in. */
  readonly actor?: MemberId
}

/** One change, done by somebody through the one door. Refused acts write nothing. */
export interface Act<Input, Value, Reason extends string> {
  (desk: Desk, input: Input): Promise<Outcome<Value, Reason | DoorReason>>
  /** As the ledger names it: `claim.stated`. */
  readonly actName: string
  readonly permission: Permission
}

/** Why nobody gets to the act itself: not theirs, or they have to show once more who they are. */
export type DoorReason = 'not-found' | 'proof-not-fresh'

type Run<Input, Value, Reason extends string> = (
  desk: Desk,
  input: Input,
) => Promise<Outcome<Done<Value>, Reason>>

/** To somebody without the right, "not permitted" and "not found" are the same answer, letter for letter. */
export const NOT_FOUND = refuse('not-found', 'There is no such thing here, or it is not yours to see.')

/** What the run of an act answers when it is done. */
export function done<Value>(
  value: Value,
  entry: Omit<Done<Value>, 'value'>,
): { readonly ok: true; readonly value: Done<Value> } {
  return ok({ value, ...entry })
}

/**
 * The one door: permission, transaction, change, ledger entry and commit, together or not at all.
 * An act inside another act's transaction adds its own entry and is committed with it; when it refuses, only its own
 * part is undone, and the outer act decides whether to go on.
 * Acknowledged means durable: the promise is kept only after the commit has reached the disk.
 * @param permission who may; who may not is told what is told of something that does not exist
 * @param run the change; it is given a desk whose store is the transaction
 */
export function act<Input extends InInvestigation, Value, Reason extends string>(
  name: string,
  permission: readonly [MemberRole, ...MemberRole[]],
  run: Run<Input, Value, Reason>,
): Act<Input, Value, Reason>
export function act<Input extends object, Value, Reason extends string>(
  name: string,
  permission: Exclude<Permission, readonly MemberRole[]>,
  run: Run<Input, Value, Reason>,
): Act<Input, Value, Reason>
export function act<Input extends object, Value, Reason extends string>(
  name: string,
  permission: Permission,
  run: Run<Input, Value, Reason>,
): Act<Input, Value, Reason> {
  const perform = (desk: Desk, input: Input) =>
    together<Value, Reason | DoorReason>(desk.store.db, async (db) => {
      const within = { ...desk, store: { db } }
      const place = typeof permission === 'string' ? 'house' : investigationOf(input)
      if (!(await permitted(within, permission, place))) return NOT_FOUND
      const stale = ASK_FRESH_PROOF.has(name) ? faultOfProof(within) : null
      if (stale) return stale
      return confined<Outcome<Value, Reason | DoorReason>>(db, confinementIn(within, place), async () => {
        // Held from here on: two acts of one moment in one investigation each see what the other wrote.
        await holdHead(db, place)
        const outcome = await run(within, input)
        if (!outcome.ok) return outcome
        await append(within, { act: name, place, done: outcome.value })
        return ok(outcome.value.value)
      })
    })
  return Object.assign(perform, { actName: name, permission })
}

/** What the database itself is to let through, where it can: the investigation of an act that is done in one. */
function confinementIn({ member, clock }: Desk, place: Chain): Confinement | null {
  return place === 'house' || member === null ? null : { investigation: place, member, now: instant(clock()) }
}

function investigationOf(input: object): InvestigationId {
  if (isInInvestigation(input)) return input.investigation
  throw new Error('an act that asks for a role was given no investigation')
}

function isInInvestigation(input: object): input is InInvestigation {
  return 'investigation' in input && typeof input.investigation === 'string'
}

/** May whoever is at the desk do this act there? For what has to be known before the act: a file of gigabytes is not read in vain. */
export function mayDo(
  desk: Desk,
  { permission }: Pick<Act<never, unknown, string>, 'permission'>,
  place: Chain,
): Promise<boolean> {
  return permitted(desk, permission, place)
}

async function permitted(desk: Desk, permission: Permission, place: Chain): Promise<boolean> {
  return admits(permission, { member: desk.member, roles: await rolesHeld(desk, permission, place) })
}

/** What whoever is at the desk may be, as far as the permission asks for it: in the investigation, or wherever it may be. */
async function rolesHeld(
  { store: { db }, member, clock }: Desk,
  permission: Permission,
  place: Chain,
): Promise<readonly string[]> {
  if (member === null || member === 'operator') return []
  const who = { member, now: instant(clock()) }
  if (place !== 'house') return rolesOf(db, place, who)
  return permission === 'administrator-anywhere' ? rolesAnywhere(db, who) : []
}

async function append(
  desk: Desk,
  entry: { readonly act: string; readonly place: Chain; readonly done: Done<unknown> },
): Promise<void> {
  const { chain = entry.place, actor = desk.member ?? 'nobody', subject, content } = entry.done
  if (chain !== entry.place) await holdHead(desk.store.db, chain)
  await appendLines(desk, { chain, actor, lines: [{ act: entry.act, subject, content }] })
}
