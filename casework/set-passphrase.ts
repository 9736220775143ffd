import { canonicalJson, jsonOf, refuse } from '@corroborate/base'
import { putPassphrase, takePassphrase } from '@corroborate/store'
import { totpStepOf } from '@corroborate/vault'
import { KDF } from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import { faultOfAnotherWay } from './fresh-proof.ts'
import { memberAtDesk } from './member-keys.ts'
import { hashOfPass } from './pass.ts'
import { signInName } from './sign-in-name.ts'
import { instant } from './time.ts'

export interface SetPassphrase {
  /** What the member will type to say who they are. */
  readonly name: string
  /** Hexadecimal, 16 bytes. */
  readonly salt: string
  /** What the browser derived from the passphrase: hexadecimal, 32 bytes. */
  readonly verifier: string
  /** How it was derived: as this program does it, or not at all. */
  readonly kdf: {
    readonly name: string
    readonly memory: number
    readonly passes: number
    readonly lanes: number
  }
  /** What the member's device makes codes from: hexadecimal, 20 bytes. */
  readonly totpSecret: string
  /** A code of that device, which shows that it has the secret. */
  readonly code: string
}

/** Takes in the passphrase of a member, in the place of an earlier one. Whoever has a way in already shows it first. */
export const setPassphrase = act('passphrase.set', 'any-member', async (desk, input: SetPassphrase) => {
  const member = memberAtDesk(desk)
  const { db } = desk.store
  const { salt, verifier, totpSecret, kdf } = input
  const name = signInName(input.name)
  if (name === '') return refuse('no-name', 'say by which name you will sign in')
  if (canonicalJson(jsonOf(kdf)) !== canonicalJson(jsonOf(KDF)))
    return refuse('cost-not-ours', 'the passphrase was derived at another cost than this program’s')
  const stale = await faultOfAnotherWay(desk, member)
  if (stale) return stale
  const step = totpStepOf(Buffer.from(totpSecret, 'hex'), input.code, desk.clock())
  if (step === null) return refuse('code-not-good', 'the code is not one that the device shows now')
  const madeAt = instant(desk.clock())
  const kept = { member, name, salt, verifierHash: hashOfPass(verifier), totpSecret, totpStep: step, madeAt }
  if (!(await putPassphrase(db, kept))) return refuse('name-taken', 'somebody else signs in by this name')
  return done<null>(null, { subject: member, content: { member } })
})

/** Takes one's own passphrase away. */
export const removePassphrase = act('passphrase.removed', 'any-member', async (desk) => {
  const member = memberAtDesk(desk)
  if (!(await takePassphrase(desk.store.db, member))) return NOT_FOUND
  return done<null>(null, { subject: member, content: { member } })
})
