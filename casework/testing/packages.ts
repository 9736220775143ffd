import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  exhibitFiles,
  folderStore,
  ledgerKeyOf,
  makeRecoveryKey,
  makeSignedHeads,
  type ExhibitFiles,
  type FilesKey,
} from '@corroborate/vault'
import type { TarFile } from '@corroborate/interchange'
import { temporaryFolder } from '../../store/testing/temporary.ts'
import { makeSigning, type Signing } from '../signing.ts'

/** The verifier that goes with every package. */
export const SCRIPT = readFileSync(new URL('../../verifier/verify.mjs', import.meta.url), 'utf8')

/** A key that signs, which nobody keeps. */
export async function signingForTest(seed: Uint8Array = randomBytes(32)): Promise<Signing> {
  const heads = await makeSignedHeads(join(temporaryFolder(), 'signed.json'))
  return makeSigning({ key: ledgerKeyOf('corroborate.invalid/test', seed), heads })
}

/** A place for files under a key that no passphrase wraps, so that a test does not wait for its derivation. */
export async function filesForTest(key?: FilesKey): Promise<ExhibitFiles> {
  const folder = temporaryFolder()
  const store = await folderStore(join(folder, 'held'))
  return exhibitFiles({ store, key: key ?? (await makeRecoveryKey()), folder: join(folder, 'incoming') })
}

/** Writes the files of a package into a folder. */
export async function writeInto(
  folder: string,
  files: readonly Pick<TarFile, 'name' | 'read'>[],
): Promise<void> {
  for (const { name, read } of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), read())
  }
}
