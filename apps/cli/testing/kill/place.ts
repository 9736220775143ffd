import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, valueOf } from '@corroborate/base'
import { makeSigning, recoverFiles, type Signing } from '@corroborate/casework'
import type { Store } from '@corroborate/store'
import {
  exhibitFiles,
  folderStore,
  ledgerKeyOf,
  makeRecoveryKey,
  makeSignedHeads,
  openSignedHeads,
  type ExhibitFiles,
  type FilesKey,
} from '@corroborate/vault'
import { buildHouse } from '../../../../casework/testing/house.ts'
import { openUnder } from '../../../../store/open-file.ts'

/** A store, its files and the key that signs, in one folder, with what the processes that were killed wrote out of it. */
export interface Place {
  readonly store: Store
  readonly files: ExhibitFiles
  readonly signing: Signing
  readonly keys: Keys
  readonly close: () => Promise<void>
}

/**
 * The keys themselves, as they come out of the passphrase: a process that is to be killed two thousand times does not derive three keys
 * by Argon2id each time. All else of a start is done as the program does it.
 */
interface Keys {
  readonly store: string
  readonly files: FilesKey
  readonly signs: string
  readonly recovery: { readonly identity: string; readonly recipient: string }
}

/** Where packages and backups are written to. */
export const outOf = (folder: string) => join(folder, 'out')
const keysIn = (folder: string) => join(folder, 'keys.json')
const headsIn = (folder: string) => join(folder, 'ledger', 'signed.json')

/** Makes a place with an investigation in it. */
export async function makePlace(folder: string): Promise<void> {
  const keys: Keys = {
    ...{ store: randomBytes(32).toString('hex'), signs: randomBytes(32).toString('hex') },
    ...{ files: await makeRecoveryKey(), recovery: await makeRecoveryKey() },
  }
  await mkdir(outOf(folder), { recursive: true })
  await mkdir(join(folder, 'ledger'), { recursive: true })
  await writeFile(keysIn(folder), JSON.stringify(keys))
  await makeSignedHeads(headsIn(folder))
  const { store, close } = await openPlace(folder)
  await buildHouse(store)
  await close()
}

/** Opens a place as the program starts: what is on its way, named by nothing, is taken away. */
export async function openPlace(folder: string): Promise<Place> {
  const keys = JSON.parse(await readFile(keysIn(folder), 'utf8')) as Keys
  const store = valueOf(await openUnder(join(folder, 'data'), () => Promise.resolve(ok(keys.store))))
  const files = await exhibitFiles({
    ...{ store: await folderStore(join(folder, 'files', 'held')), key: keys.files },
    folder: join(folder, 'files', 'incoming'),
  })
  await recoverFiles({ store, files })
  const key = ledgerKeyOf('corroborate.invalid/kill', Buffer.from(keys.signs, 'hex'))
  const signing = makeSigning({ key, heads: valueOf(await openSignedHeads(headsIn(folder))) })
  return { store, files, signing, keys, close: () => store.close() }
}
