import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { ok, type Outcome } from '@corroborate/base'
import {
  readWrapped,
  unwrapSecret,
  wrapSecret,
  writeWrapped,
  type WrappedKind,
  type WrappedSecret,
} from '../wrapped-secret.ts'

/** The key that the files of one store are encrypted to: an age identity, which stock `age` knows what to do with. */
export interface FilesKey {
  readonly recipient: string
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
}

const KIND: WrappedKind = {
  ...{ format: 'corroborate-files-key', version: 1, suite: 'corroborate files key 1' },
  ...{ nameField: 'recipient', secretBytes: 74, inWords: 'the key of a folder of files' },
}

/** Makes a key and the file that keeps it, under a passphrase. */
export async function makeFilesKey(passphrase: string, random: Uint8Array): Promise<WrappedSecret> {
  return wrapFilesKey(await generateX25519Identity(), { passphrase, random })
}

/** The file that keeps a key under another passphrase: of a folder that is restored. */
export async function wrapFilesKey(
  identity: string,
  { passphrase, random }: { readonly passphrase: string; readonly random: Uint8Array },
): Promise<WrappedSecret> {
  const name = await identityToRecipient(identity)
  return wrapSecret(KIND, { name, secret: Buffer.from(identity, 'ascii'), passphrase, random })
}

export async function openFilesKey(
  passphrase: string,
  file: WrappedSecret,
): Promise<Outcome<FilesKey, 'does-not-open' | 'bad-params'>> {
  const secret = await unwrapSecret(KIND, passphrase, file)
  return secret.ok
    ? ok({ recipient: file.name, identity: Buffer.from(secret.value).toString('ascii') })
    : secret
}

export function writeFilesKey(file: WrappedSecret): string {
  return writeWrapped(KIND, file)
}

/** The file from its text. `newer-version`: made by a later version of this program. `damaged`: anything else. */
export function readFilesKey(text: string): Outcome<WrappedSecret, 'damaged' | 'newer-version'> {
  return readWrapped(KIND, text)
}
