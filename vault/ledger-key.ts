import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { canonicalJson, ok, refuse, type Outcome } from '@corroborate/base'
import { originOf, signerFrom, type Signer } from '@corroborate/ledger'
import { keysFromPassphrase, USUAL_COST, type KeyParams } from './from-passphrase.ts'

/** The file of the key that signs the ledgers of one store: the key itself is in it only encrypted. */
export interface LedgerKeyFile extends KeyParams {
  /** The first part of every origin: `corroborate.invalid/1f0c…`. Another key has another, so that nobody takes its ledgers for these. */
  readonly place: string
  /** Hexadecimal, 12 bytes. */
  readonly nonce: string
  /** Hexadecimal: the 32 secret bytes under AES-256-GCM, with their tag of 16. */
  readonly wrapped: string
}

/** A ledger key that was opened. */
export interface LedgerKey {
  /**
   * How a chain is named to the world. Nobody who lacks the key can guess it, nor tell from it which investigation it is: the ids of
   * investigations that come from folders follow from their names.
   */
  readonly originOf: (chain: string) => string
  readonly signerOf: (chain: string) => Signer
  /** The same key as that of a witness, under the name that its keeper gives it. */
  readonly cosignerNamed: (name: string) => Signer
}

const FORMAT = 'corroborate-ledger-key'
const VERSION = 1
const SUITE = 'corroborate ledger key 1'
const SEED_BYTES = 32
const TAG_BYTES = 16
/** A name of 128 bits is not found by trying. */
const NAME_BYTES = 16
/** Random bytes that a key is made from: its seed, salt, nonce and place. */
export const LEDGER_KEY_RANDOM = SEED_BYTES + 16 + 12 + 8

/** Makes a key and the file that keeps it. Throws when the random bytes are too few, a bug of the caller. */
export async function makeLedgerKey(passphrase: string, random: Uint8Array): Promise<LedgerKeyFile> {
  if (random.length !== LEDGER_KEY_RANDOM) throw new Error(`a ledger key takes ${LEDGER_KEY_RANDOM} bytes`)
  const part = (from: number, to: number) => Buffer.from(random.subarray(from, to)).toString('hex')
  const open = {
    place: `corroborate.invalid/${part(SEED_BYTES + 28, LEDGER_KEY_RANDOM)}`,
    ...{ salt: part(SEED_BYTES, SEED_BYTES + 16), ...USUAL_COST },
    nonce: part(SEED_BYTES + 16, SEED_BYTES + 28),
  }
  const keys = await keysFromPassphrase(passphrase, open, SUITE)
  if (!keys.ok) throw new Error(keys.detail)
  const cipher = createCipheriv('aes-256-gcm', keys.value('wrapping'), Buffer.from(open.nonce, 'hex'))
  cipher.setAAD(boundTo(open))
  const wrapped = Buffer.concat([cipher.update(random.subarray(0, SEED_BYTES)), cipher.final()])
  return { ...open, wrapped: Buffer.concat([wrapped, cipher.getAuthTag()]).toString('hex') }
}

/** Opens the key. A wrong passphrase and a changed file are one answer: authenticated encryption cannot tell them apart. */
export async function openLedgerKey(
  passphrase: string,
  file: LedgerKeyFile,
): Promise<Outcome<LedgerKey, 'does-not-open' | 'bad-params'>> {
  const keys = await keysFromPassphrase(passphrase, file, SUITE)
  if (!keys.ok) return keys
  const sealed = Buffer.from(file.wrapped, 'hex')
  try {
    const cipher = createDecipheriv('aes-256-gcm', keys.value('wrapping'), Buffer.from(file.nonce, 'hex'), {
      authTagLength: TAG_BYTES,
    })
    cipher.setAAD(boundTo(file))
    cipher.setAuthTag(sealed.subarray(SEED_BYTES))
    return ok(
      ledgerKeyOf(file.place, Buffer.concat([cipher.update(sealed.subarray(0, SEED_BYTES)), cipher.final()])),
    )
  } catch {
    return refuse('does-not-open', 'the passphrase is another, or the file was changed')
  }
}

/** The key that these 32 secret bytes are. */
export function ledgerKeyOf(place: string, seed: Uint8Array): LedgerKey {
  const nameOf = (chain: string) =>
    Buffer.from(hkdfSync('sha256', seed, '', `${SUITE}: name of ${chain}`, NAME_BYTES)).toString('hex')
  const origin = (chain: string) => originOf(place, nameOf(chain))
  return {
    originOf: origin,
    signerOf: (chain) => signerFrom({ name: origin(chain), type: 'note', seed }),
    cosignerNamed: (name) => signerFrom({ name, type: 'cosignature', seed }),
  }
}

/** What is written in the open is bound to the key: changed, it no longer opens. */
function boundTo({ place, salt, memory, passes, lanes, nonce }: Omit<LedgerKeyFile, 'wrapped'>): Uint8Array {
  const open = { format: FORMAT, version: VERSION, place, salt, memory, passes, lanes, nonce }
  return new TextEncoder().encode(canonicalJson(open))
}

export function writeLedgerKeyFile({
  place,
  salt,
  memory,
  passes,
  lanes,
  nonce,
  wrapped,
}: LedgerKeyFile): string {
  const body = { place, kdf: 'argon2id', salt, memory, passes, lanes, cipher: 'aes-256-gcm', nonce, wrapped }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...body }, null, 2)}\n`
}

/** The file from its text. `newer-version`: made by a later version of this program. `damaged`: anything else. */
export function readLedgerKeyFile(text: string): Outcome<LedgerKeyFile, 'damaged' | 'newer-version'> {
  const fields = fieldsOf(text)
  if (fields?.format !== FORMAT) return refuse('damaged', 'it is not the key of a ledger')
  const { version, place, salt, memory, passes, lanes, nonce, wrapped } = fields
  if (typeof version === 'number' && version > VERSION)
    return refuse('newer-version', `it has version ${version}, and this program knows ${VERSION}`)
  if (typeof memory !== 'number' || typeof passes !== 'number' || typeof lanes !== 'number')
    return refuse('damaged', 'its memory, passes or lanes is missing')
  if (typeof place !== 'string' || typeof salt !== 'string')
    return refuse('damaged', 'its place or its salt is missing')
  if (!isHex(nonce, 12) || !isHex(wrapped, SEED_BYTES + TAG_BYTES))
    return refuse('damaged', 'its nonce or its wrapped key is missing')
  return ok({ place, salt, memory, passes, lanes, nonce, wrapped })
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
