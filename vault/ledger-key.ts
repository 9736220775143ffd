import { hkdfSync } from 'node:crypto'
import { ok, type Outcome } from '@corroborate/base'
import { originOf, signerFrom, type Signer } from '@corroborate/ledger'
import {
  readWrapped,
  unwrapSecret,
  wrapSecret,
  writeWrapped,
  WRAPPING_RANDOM,
  type WrappedKind,
  type WrappedSecret,
} from './wrapped-secret.ts'

/**
 * The file of the key that signs the ledgers of one store: the key itself is in it only encrypted. Its name is the first part of every
 * origin: `corroborate.invalid/1f0c…`. Another key has another, so that nobody takes its ledgers for these.
 */
export type LedgerKeyFile = WrappedSecret

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

const SUITE = 'corroborate ledger key 1'
const SEED_BYTES = 32
/** A name of 128 bits is not found by trying. */
const NAME_BYTES = 16
/** Random bytes that a key is made from: its seed, its wrapping and its place. */
export const LEDGER_KEY_RANDOM = SEED_BYTES + WRAPPING_RANDOM + 8

const KIND: WrappedKind = {
  ...{ format: 'corroborate-ledger-key', version: 1, suite: SUITE },
  ...{ nameField: 'place', secretBytes: SEED_BYTES, inWords: 'the key of a ledger' },
}

/** Makes a key and the file that keeps it. Throws when the random bytes are too few, a bug of the caller. */
export async function makeLedgerKey(passphrase: string, random: Uint8Array): Promise<LedgerKeyFile> {
  if (random.length !== LEDGER_KEY_RANDOM) throw new Error(`a ledger key takes ${LEDGER_KEY_RANDOM} bytes`)
  const place = Buffer.from(random.subarray(SEED_BYTES + WRAPPING_RANDOM)).toString('hex')
  return wrapSecret(KIND, {
    ...{ name: `corroborate.invalid/${place}`, secret: random.subarray(0, SEED_BYTES), passphrase },
    random: random.subarray(SEED_BYTES, SEED_BYTES + WRAPPING_RANDOM),
  })
}

/** Opens the key. A wrong passphrase and a changed file are one answer. */
export async function openLedgerKey(
  passphrase: string,
  file: LedgerKeyFile,
): Promise<Outcome<LedgerKey, 'does-not-open' | 'bad-params'>> {
  const seed = await unwrapSecret(KIND, passphrase, file)
  return seed.ok ? ok(ledgerKeyOf(file.name, seed.value)) : seed
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

export function writeLedgerKeyFile(file: LedgerKeyFile): string {
  return writeWrapped(KIND, file)
}

/** The file from its text. `newer-version`: made by a later version of this program. `damaged`: anything else. */
export function readLedgerKeyFile(text: string): Outcome<LedgerKeyFile, 'damaged' | 'newer-version'> {
  return readWrapped(KIND, text)
}
