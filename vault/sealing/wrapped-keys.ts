import { canonicalJson, ok, refuse, type Outcome } from '@corroborate/base'
import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { PASSPHRASE_BYTES, generatePassphrase } from '../passphrase.ts'
import { KDF, type Stretch } from './argon2id.ts'
import { fromHex } from './hex.ts'
import { publicHalvesOf, type MemberKeys, type PublicHalves } from './member-keys.ts'
import { openByPasskey, wrapByPasskey, type PasskeyWrapped } from './passkey.ts'
import { readRecoveryKey, RECOVERY_BYTES, writeRecoveryKey } from './recovery-key.ts'
import { unwrap, wrap, type Wrapped } from './wrap.ts'

/** A member's keys as the server keeps them: public halves in the open, secret halves wrapped in as many ways as the member can open. */
export interface WrappedKeys extends PublicHalves {
  readonly format: 'corroborate-member-keys'
  readonly version: 1
  readonly member: string
  readonly byPassphrase: Wrapped & { readonly salt: string; readonly kdf: KdfNamed }
  readonly byRecoveryKey: Wrapped
  readonly byPasskey: PasskeyWrapped | null
}

/** The cost as the file names it. Only the program's own is accepted. */
export interface KdfNamed {
  readonly name: string
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** Shown or printed once, and kept by nobody but the member. */
export interface ShownOnce {
  readonly passphrase: string
  readonly recoveryKey: string
}

export type UnwrapFault = 'cost-not-ours' | 'does-not-open' | 'wrong-keys'

/** Wraps a member's keys under a new passphrase and a new recovery key, so that old ones no longer open what is kept from now on. */
export async function wrapKeys(
  member: string,
  keys: MemberKeys,
  stretch: Stretch,
): Promise<{ readonly wrapped: WrappedKeys; readonly shown: ShownOnce }> {
  const random = randomBytes(RECOVERY_BYTES)
  const shown = {
    passphrase: generatePassphrase(randomBytes(PASSPHRASE_BYTES)),
    recoveryKey: writeRecoveryKey(random),
  }
  const head = { member, ...(await publicHalvesOf(keys)) }
  const secret = canonicalJson({ identity: keys.identity, seed: keys.seed })
  const salt = bytesToHex(randomBytes(16))
  const root = await stretch(shown.passphrase, salt)
  const wrapped: WrappedKeys = {
    format: 'corroborate-member-keys',
    version: 1,
    ...head,
    byPassphrase: { salt, kdf: KDF, ...(await wrap(secret, root, boundTo(head, `passphrase ${salt}`))) },
    byRecoveryKey: await wrap(secret, random, boundTo(head, 'recovery key')),
    byPasskey: null,
  }
  return { wrapped, shown }
}

/** The same keys, openable by this passkey too. The browser asks for the passkey's consent. Throws where it has no PRF extension. */
export async function withPasskey(
  file: WrappedKeys,
  keys: MemberKeys,
  passkey: string,
): Promise<WrappedKeys> {
  const secret = canonicalJson({ identity: keys.identity, seed: keys.seed })
  return { ...file, byPasskey: await wrapByPasskey(secret, passkey) }
}

/**
 * Opens a member's keys by the passphrase. `cost-not-ours`: the file asks for another cost than this program's, which only an attacker
 * does. `does-not-open`: another passphrase, or the file was changed. `wrong-keys`: they are not the halves of the public ones.
 */
export async function openByPassphrase(
  file: WrappedKeys,
  passphrase: string,
  stretch: Stretch,
): Promise<Outcome<MemberKeys, UnwrapFault>> {
  const { kdf, salt } = file.byPassphrase
  if (!isOurs(kdf) || !/^[0-9a-f]{32}$/.test(salt))
    return refuse(
      'cost-not-ours',
      `the file asks for ${kdf.name} with ${kdf.memory} KiB and ${kdf.passes} passes, expected ${KDF.name} with ${KDF.memory} and ${KDF.passes}`,
    )
  const root = await stretch(passphrase, salt)
  return keysFrom(file, await unwrap(file.byPassphrase, root, boundTo(file, `passphrase ${salt}`)))
}

/** Opens a member's keys by the printed recovery key. */
export async function openByRecoveryKey(
  file: WrappedKeys,
  typed: string,
): Promise<Outcome<MemberKeys, UnwrapFault | 'mistyped'>> {
  const root = readRecoveryKey(typed)
  if (!root.ok) return root
  return keysFrom(file, await unwrap(file.byRecoveryKey, fromHex(root.value), boundTo(file, 'recovery key')))
}

/** Opens a member's keys by the passkey they were wrapped for. `does-not-open` also where there is none. */
export async function openByOwnPasskey(file: WrappedKeys): Promise<Outcome<MemberKeys, UnwrapFault>> {
  return keysFrom(file, file.byPasskey ? await openByPasskey(file.byPasskey) : null)
}

async function keysFrom(
  file: WrappedKeys,
  secret: string | null,
): Promise<Outcome<MemberKeys, 'does-not-open' | 'wrong-keys'>> {
  if (secret === null)
    return refuse('does-not-open', 'it is another one, or the keys were changed where they are kept')
  const keys = keysOf(JSON.parse(secret))
  if (!keys) return refuse('wrong-keys', 'what was opened are no member keys')
  const halves = await publicHalvesOf(keys)
  if (halves.recipient !== file.recipient || halves.signing !== file.signing)
    return refuse('wrong-keys', 'the secret halves do not belong to the public ones beside them')
  return ok(keys)
}

function keysOf(value: unknown): MemberKeys | null {
  if (typeof value !== 'object' || value === null || !('identity' in value) || !('seed' in value)) return null
  const { identity, seed } = value
  if (typeof identity !== 'string' || typeof seed !== 'string') return null
  return /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(identity) && /^[0-9a-f]{64}$/.test(seed)
    ? { identity, seed }
    : null
}

function isOurs(kdf: KdfNamed): boolean {
  return (
    kdf.name === KDF.name && kdf.memory === KDF.memory && kdf.passes === KDF.passes && kdf.lanes === KDF.lanes
  )
}

function boundTo({ member, recipient, signing }: PublicHalves & { member: string }, by: string): string {
  return canonicalJson({ format: 'corroborate-member-keys', version: 1, member, recipient, signing, by })
}
