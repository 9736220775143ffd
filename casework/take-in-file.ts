import { ok, refuse, type InvestigationId, type Outcome, type Refusal } from '@corroborate/base'
import { fileOfDigest, namedAddresses, troubleOf, type Store } from '@corroborate/store'
import { fileNameFault } from '@corroborate/testimony'
import type { Announced, AtRest, ExhibitFiles, Taken, TakeRefusal } from '@corroborate/vault'
import { mayDo, NOT_FOUND, type Act } from './act.ts'
import type { FilesDesk } from './check-fixity.ts'
import type { FileTaken } from './receive-exhibit.ts'
import { seenToBeSealed, type NotSealed } from './seen-to-be-sealed.ts'

/** A file on its way in: what was said of it before, and its bytes. */
export interface ComingFile {
  readonly investigation: InvestigationId
  readonly name: string
  readonly announced: { readonly digests: Announced; readonly atRest: AtRest }
  readonly bytes: AsyncIterable<Uint8Array>
}

export type TakeInRefusal = TakeRefusal | 'not-found' | 'bad-name' | NotSealed | DiskTrouble
export type DiskTrouble = 'disk-full' | 'not-writable'

/**
 * Takes a file in and enters it: first the bytes, durably, then the act that names them, then the word that they stay. Whatever ends
 * it in between, nothing that was acknowledged is lost, and nothing that was not stays.
 * @param by the act that enters it, whose permission is asked before a byte is read
 */
export async function takeInFile<Value, Reason extends string>(
  desk: FilesDesk,
  coming: ComingFile,
  by: {
    readonly act: Pick<Act<never, unknown, string>, 'permission'>
    readonly enter: (file: FileTaken) => Promise<Outcome<Value, Reason>>
  },
): Promise<Outcome<Value, Reason | TakeInRefusal>> {
  if (!(await mayDo(desk, by.act, coming.investigation))) return NOT_FOUND
  const badName = fileNameFault(coming.name)
  if (badName) return badName
  const looked = coming.announced.atRest === 'as-is' ? await seenToBeSealed(desk, coming) : ok(coming.bytes)
  if (!looked.ok) return looked
  const taken = await takenOrTrouble(desk.files, { ...coming, bytes: looked.value })
  if (!taken.ok) return taken
  const { address } = taken.value.held
  try {
    const known = await lyingAlready(desk, coming.investigation, taken.value)
    const entered = await by.enter({ ...(known ?? taken.value), name: coming.name })
    await (entered.ok && known === null ? desk.files.settle(address) : dropUnnamed(desk, [address]))
    return entered
  } catch (error) {
    // What cannot be taken away now is taken away at the next start.
    await dropUnnamed(desk, [address]).catch(() => undefined)
    const trouble = diskTrouble(error, desk.files)
    if (trouble) return trouble
    throw error
  }
}

/** Takes away what a process that ended had taken in, and nothing names; the others stay. Called before anything is taken in. */
export async function recoverFiles(desk: {
  readonly store: Pick<Store, 'db'>
  readonly files: ExhibitFiles
}): Promise<void> {
  await dropUnnamed(desk, await desk.files.unsettled())
}

/** Lets what a row names stay, and takes the others away. */
export async function dropUnnamed(
  { files, store }: { readonly store: Pick<Store, 'db'>; readonly files: ExhibitFiles },
  addresses: readonly string[],
): Promise<void> {
  const named = await namedAddresses(store.db, addresses)
  for (const address of addresses) await (named.has(address) ? files.settle(address) : files.drop(address))
}

/** The same file lies here already, from another time: it is held once, and entered twice. */
async function lyingAlready(
  desk: FilesDesk,
  investigation: InvestigationId,
  { digests, held }: Taken,
): Promise<Taken | null> {
  const known = await fileOfDigest(desk.store.db, investigation, digests.sha256)
  if (known?.sha512 !== digests.sha512 || known.held.address === held.address) return null
  const found = await desk.files.check({ held: known.held, digests })
  return found.kind === 'whole' ? { digests, held: known.held } : null
}

async function takenOrTrouble(
  files: ExhibitFiles,
  { bytes, announced }: ComingFile,
): Promise<Outcome<Taken, TakeInRefusal>> {
  try {
    if (announced.digests.bytes + OVERHEAD > (await files.room())) return full(files)
    return await files.take(bytes, announced)
  } catch (error) {
    const trouble = diskTrouble(error, files)
    if (trouble) return trouble
    throw error
  }
}

/** What encryption adds to a large file, and a little for the row. */
const OVERHEAD = 16 * 1024 * 1024

function full({ store }: ExhibitFiles) {
  return refuse(
    'disk-full',
    `There is no room left for this file in ${store.inWords}, or for its line in the store. Nothing of it was kept, and nothing that was kept before is lost. Make room and send it again.`,
  )
}

/** What the disk could not do, as a refusal; null where it is another error. */
export function diskTrouble(error: unknown, files: ExhibitFiles): Refusal<DiskTrouble> | null {
  const { store } = files
  const trouble = troubleOf(error)
  if (trouble === 'disk-full') return full(files)
  if (trouble === 'not-writable')
    return refuse(
      trouble,
      `${store.inWords}, or the store, cannot be written. Nothing of this file was kept, and nothing that was kept before is lost. Whoever keeps the machine has to make it writable; then send it again.`,
    )
  return null
}
