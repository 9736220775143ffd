import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { makeSigning, type Signing } from '@corroborate/casework'
import { readTrustPolicy, type TrustPolicy } from '@corroborate/ledger'
import { lockFolder } from '@corroborate/store'
import {
  HEADS_FILE,
  LEDGER_KEY_RANDOM,
  makeLedgerKey,
  makeSignedHeads,
  openLedgerKey,
  openSignedHeads,
  readAuthorities,
  readLedgerKeyFile,
  rootsIn,
  writeDurably,
  writeLedgerKeyFile,
  type LedgerKey,
} from '@corroborate/vault'
import type { Authority } from '../time-stamps/ask-authorities.ts'

/** The folder of the key that signs, and what it is wrapped by. It stands beside the data folder and not in it. */
export interface SigningAsked {
  readonly folder: string
  readonly passphrase: string
}

/** A key that signs, and lets go of its folder at the end. */
export interface OpenSigning {
  readonly signing: Signing
  /** Whom to ask for cosignatures, from the file `policy` beside the key; null where there is none, and then nobody is asked. */
  readonly policy: TrustPolicy | null
  /** Whom to ask for time-stamps, from the file `authorities` beside the key; empty where there is none, and then nobody is asked. */
  readonly authorities: readonly Authority[]
  readonly release: () => void
}

export type SigningRefusal =
  | 'signing-in-use'
  | 'signing-damaged'
  | 'signing-newer'
  | 'signing-passphrase'
  | 'signing-policy'
  | 'signing-authorities'

const KEY_FILE = 'key.json'
const POLICY_FILE = 'policy'
const AUTHORITIES_FILE = 'authorities'

/**
 * Opens the key that signs, or makes one where there is neither key nor anything signed. Refuses rather than begin anew: who takes one of
 * the two files away shall not thereby make the server forget what it signed.
 */
export async function openSigning(
  asked: SigningAsked,
  random: (bytes: number) => Uint8Array,
): Promise<Outcome<OpenSigning, SigningRefusal>> {
  await mkdir(asked.folder, { recursive: true, mode: 0o700 })
  const lock = lockFolder(asked.folder)
  if (!lock)
    return refuse(
      'signing-in-use',
      `The ledger key in ${asked.folder} is used by another process. Two that sign would not know of each other.`,
    )
  try {
    const signing = await openLocked(asked, random)
    const opened = signing.ok ? await withOthers(asked.folder, signing.value) : signing
    if (opened.ok) return ok({ ...opened.value, release: lock.release })
    lock.release()
    return opened
  } catch (error) {
    lock.release()
    throw error
  }
}

/** With those outside who are asked: witnesses and authorities, each from a file that may be missing. */
async function withOthers(
  folder: string,
  signing: Signing,
): Promise<Outcome<Omit<OpenSigning, 'release'>, SigningRefusal>> {
  const policy = await policyIn(folder)
  if (!policy.ok) return policy
  const authorities = await authoritiesIn(folder)
  return authorities.ok ? ok({ signing, policy: policy.value, authorities: authorities.value }) : authorities
}

async function policyIn(folder: string): Promise<Outcome<TrustPolicy | null, 'signing-policy'>> {
  const path = join(folder, POLICY_FILE)
  if (!existsSync(path)) return ok(null)
  const policy = readTrustPolicy(await readFile(path, 'utf8'))
  return policy.ok
    ? policy
    : refuse(
        'signing-policy',
        `${path}: ${policy.detail}. Mend that line, or take the file away to ask no witness.`,
      )
}

async function authoritiesIn(folder: string): Promise<Outcome<readonly Authority[], 'signing-authorities'>> {
  const path = join(folder, AUTHORITIES_FILE)
  if (!existsSync(path)) return ok([])
  const bad = (detail: string) =>
    refuse(
      'signing-authorities',
      `${path}: ${detail}. Mend that, or take the file away to ask no authority for time-stamps.`,
    )
  const named = readAuthorities(await readFile(path, 'utf8'))
  if (!named.ok) return bad(named.detail)
  const authorities: Authority[] = []
  for (const { url, roots } of named.value) {
    const file = join(folder, roots)
    const pem = existsSync(file) ? await readFile(file, 'utf8') : ''
    if (rootsIn(pem).length === 0) return bad(`the roots of ${url}, ${file}, hold no certificate in PEM`)
    authorities.push({ url, roots: pem })
  }
  return ok(authorities)
}

async function openLocked(
  asked: SigningAsked,
  random: (bytes: number) => Uint8Array,
): Promise<Outcome<Signing, SigningRefusal>> {
  const heads = join(asked.folder, HEADS_FILE)
  // The heads first, the key last: what was cut off between the two has signed nothing, and is begun again.
  if (!existsSync(join(asked.folder, KEY_FILE))) {
    if (existsSync(heads) && (await hasSigned(heads)))
      return damaged(asked.folder, KEY_FILE, 'it is not there')
    await makeSignedHeads(heads)
    const made = await makeLedgerKey(asked.passphrase, random(LEDGER_KEY_RANDOM))
    await writeDurably(join(asked.folder, KEY_FILE), writeLedgerKeyFile(made))
  }
  const kept = await openSignedHeads(heads)
  if (!kept.ok)
    return kept.reason === 'damaged'
      ? damaged(asked.folder, HEADS_FILE, kept.detail)
      : newer(asked.folder, kept.detail)
  const key = await keyIn(asked)
  return key.ok ? ok(makeSigning({ key: key.value, heads: kept.value })) : key
}

async function keyIn({ folder, passphrase }: SigningAsked): Promise<Outcome<LedgerKey, SigningRefusal>> {
  const file = readLedgerKeyFile(await readFile(join(folder, KEY_FILE), 'utf8'))
  if (!file.ok)
    return file.reason === 'damaged' ? damaged(folder, KEY_FILE, file.detail) : newer(folder, file.detail)
  const key = await openLedgerKey(passphrase, file.value)
  if (key.ok) return key
  return key.reason === 'bad-params'
    ? damaged(folder, KEY_FILE, key.detail)
    : refuse(
        'signing-passphrase',
        `The ledger key in ${folder} does not open: ${key.detail}. Give the passphrase that was in use when it was made, or put ${KEY_FILE} back from a backup.`,
      )
}

async function hasSigned(path: string): Promise<boolean> {
  const kept = await openSignedHeads(path)
  return !kept.ok || kept.value.ledgers().length > 0
}

function damaged(folder: string, name: string, detail: string) {
  return refuse<SigningRefusal>(
    'signing-damaged',
    `${join(folder, name)} is damaged: ${detail}. Without it this program does not know what it signed last, and signs nothing. Put it back from a backup; or move the folder ${folder} away to begin with a new key, under a new name, which everybody who watches the ledger will see.`,
  )
}

function newer(folder: string, detail: string) {
  return refuse<SigningRefusal>(
    'signing-newer',
    `The ledger key in ${folder} belongs to a later version of this program: ${detail}. Start that version; nothing was changed.`,
  )
}
