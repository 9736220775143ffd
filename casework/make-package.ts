import { jsonOf, ok, type Outcome } from '@corroborate/base'
import type { PackagePlan } from '@corroborate/interchange'
import type { Db } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { PACKAGE_MADE, settlePackage, type PackageAsked, type SettleFault } from './package/settle-package.ts'
import { signCheckpoint, type SignFault } from './sign-checkpoint.ts'

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

/**
 * Makes a package: settles it and enters it, and signs the ledger before where something was written since it was signed last. What is
 * given back is ready to be written.
 */
export async function makePackage(
  desk: Desk,
  input: MakePackage,
): Promise<Outcome<PackagePlan, SettleFault | SignFault>> {
  for (let tries = 1; ; tries++) {
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
