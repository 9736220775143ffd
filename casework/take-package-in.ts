import { refuse, type Outcome } from '@corroborate/base'
import type { BagItem, TrustPolicy } from '@corroborate/ledger'
import { takenBeside, type ExhibitFiles, type Taken } from '@corroborate/vault'
import type { DoorReason } from './act.ts'
import type { Desk } from './desk.ts'
import { readPackage, type ReadPackageFault } from './package/read-package.ts'
import { receivePackage, type FilesOfPackage, type PackageReceived } from './receive-package.ts'
import { diskTrouble, dropUnnamed, type DiskTrouble } from './take-in-file.ts'

/** A desk at which packages are taken in. Where it has no place for files, those with exhibits are refused. */
export interface ReceivingDesk extends Desk {
  readonly files: ExhibitFiles | null
}

type TakePackageFault = ReadPackageFault | DiskTrouble | DoorReason | 'received-before' | 'no-files'

/**
 * Verifies a package as it comes and takes it in. The files of its exhibits go into the store while they are verified, so that nothing of
 * them is ever on the disk in the clear; they stay where the package is found whole, signed and merged, and are taken away otherwise.
 */
export async function takePackageIn(
  desk: ReceivingDesk,
  { items, policy }: { readonly items: AsyncIterable<BagItem>; readonly policy: TrustPolicy },
): Promise<Outcome<PackageReceived, TakePackageFault>> {
  const { files } = desk
  if (files === null) {
    const read = await readPackage(items, policy)
    if (!read.ok) return read
    if (read.value.lines.get('exhibit-files')?.size) return NO_PLACE
    return receivePackage(desk, { received: read.value, files: new Map() })
  }
  const beside = new FilesBeside(files)
  try {
    const read = await readPackage(beside.through(items), policy)
    if (!read.ok) return read
    return await receivePackage(desk, { received: read.value, files: beside.taken })
  } catch (error) {
    const trouble = diskTrouble(error, files)
    if (trouble) return trouble
    throw error
  } finally {
    const addresses = [...beside.taken.values()].map(({ held }) => held.address)
    // What cannot be taken away now is taken away at the next start.
    await dropUnnamed({ store: desk.store, files }, addresses).catch(() => undefined)
  }
}

const NO_PLACE = refuse(
  'no-files',
  'There are exhibits in this package, and this process was started without a place for files. Nothing was taken in.',
)

/** Takes the files of exhibits out of a package as they go by to whoever verifies it. */
class FilesBeside {
  readonly taken: FilesOfPackage
  readonly #taken = new Map<string, Taken>()
  readonly #files: ExhibitFiles

  constructor(files: ExhibitFiles) {
    this.#files = files
    this.taken = this.#taken
  }

  async *through(items: AsyncIterable<BagItem>): AsyncGenerator<BagItem> {
    for await (const item of items) {
      const sha256 = item.kind === 'file' ? /^data\/files\/([0-9a-f]{64})$/.exec(item.name)?.[1] : undefined
      if (item.kind !== 'file' || sha256 === undefined) yield item
      else {
        const keep = (taken: Taken) => this.#taken.set(sha256, taken)
        yield { ...item, bytes: takenBeside(this.#files, item.bytes, keep) }
      }
    }
  }
}
