import { jsonOf, ok, type Outcome } from '@corroborate/base'
import type { PackagePlan } from '@corroborate/interchange'
import { rolesOf, type Db, type SignedHead } from '@corroborate/store'
import { act, done, NOT_FOUND, type DoorReason } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { admits } from './permission.ts'
import {
  headToShow,
  PACKAGE_MADE,
  settlePackage,
  type PackageAsked,
  type SettleFault,
} from './package/settle-package.ts'
import { signCheckpoint, type SignFault } from './sign-checkpoint.ts'
import { instant } from './time.ts'

export type MakePackage = PackageAsked & InInvestigation

/**
 * Settles a package and enters it in the ledger: what was asked for, its name, how much is in it and how much is withheld. Only then may a
 * byte of it leave. Where nothing was signed since the last change, `makePackage` signs first.
 */
export const settleAndEnter = act(PACKAGE_MADE, ['publisher'], async (desk, input: MakePackage) => {
  // Settled within the transaction; written later, from the store itself.
  const at: { db: Db } = { db: desk.store.db }
  const plan = await settlePackage(desk, at, input)
  if (!plan.ok) return plan.reason === 'not-found' ? NOT_FOUND : plan
  const { id, about, bytes, files } = plan.value
  const { scope, ledger, given, withheld } = about
  return done<SettledPackage>(
    { plan: plan.value, readFrom: (db) => (at.db = db) },
    {
      subject: input.investigation,
      content: jsonOf({ package: id, scope, size: ledger.size, bytes, files: files.length, given, withheld }),
    },
  )
})

export interface SettledPackage {
  readonly plan: PackagePlan
  /** From where the rest is read when the transaction in which it was settled has ended. */
  readonly readFrom: (db: Db) => void
}

/** How often it is tried again when somebody writes between signing and settling. */
const TRIES = 5

/** Has the authorities for time-stamps stamp a head that they have not stamped yet; none where none is configured. */
export type StampHead = (head: SignedHead) => Promise<void>

/**
 * Makes a package: settles it and enters it, and signs the ledger before where something was written since it was signed last. What is
 * given back is ready to be written.
 * @param stamp asked for the head that the package shows, before it is settled: so the tokens are in it
 */
export async function makePackage(
  desk: Desk,
  input: MakePackage,
  stamp: StampHead | null = null,
): Promise<Outcome<PackagePlan, SettleFault | SignFault | DoorReason>> {
  for (let tries = 1; ; tries++) {
    if (stamp !== null && (await mayMake(desk, input))) await stampShown(desk, { input, stamp })
    const settled = await settleAndEnter(desk, input)
    if (settled.ok) {
      settled.value.readFrom(desk.store.db)
      return ok(settled.value.plan)
    }
    if (settled.reason !== 'not-signed-yet' || tries === TRIES) return settled
    const signed = await signCheckpoint({ ...desk, signing: input.signing }, input.investigation)
    if (!signed.ok) return signed
  }
}

/** Asked before anybody outside is: who may not make a package has nothing stamped either. */
async function mayMake(
  { store: { db }, member, clock }: Desk,
  { investigation }: MakePackage,
): Promise<boolean> {
  const roles =
    member === null || member === 'operator'
      ? []
      : await rolesOf(db, investigation, { member, now: instant(clock()) })
  return admits(settleAndEnter.permission, { member, roles })
}

async function stampShown(
  { store: { db } }: Desk,
  { input, stamp }: { readonly input: MakePackage; readonly stamp: StampHead },
): Promise<void> {
  const head = await headToShow(db, input.investigation, input.signing)
  if (head) await stamp(head)
}
