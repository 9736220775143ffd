import { valueOf, type InvestigationId } from '@corroborate/base'
import { bytesSource, type PackageScope } from '@corroborate/interchange'
import type { BagItem, VerifierKey } from '@corroborate/ledger'
import type { Store } from '@corroborate/store'
import { enrolMember, makePackage, receivePackage } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { linesHere } from '../package/lines-here.ts'
import { readPackage } from '../package/read-package.ts'
import type { Signing } from '../signing.ts'
import { buildHouse, deskIn, type House } from './house.ts'
import type { FilesOfPackage } from '../receive-package.ts'
import { SCRIPT, signingForTest } from './packages.ts'
import { FILE_TAKEN, ITS_FILES } from './small-exhibit.ts'

/** One instance: an office, or a laptop in the field. */
export interface Instance {
  readonly store: Store
  readonly desk: Desk
  readonly signing: Signing
}

/** The only file of exhibits that is in these packages, as it is held where they are taken in. */
const HELD: FilesOfPackage = new Map([[FILE_TAKEN.digests.sha256, FILE_TAKEN]])

/** An instance without any investigation, with one member. */
export async function instanceIn(store: Store): Promise<Instance> {
  const member = valueOf(await enrolMember(deskIn(store, 'operator'), { name: 'C. Field' }))
  return { store, desk: deskIn(store, member), signing: await signingForTest() }
}

/** The instance at which a house was built. */
export async function instanceOf({ store, desk }: House): Promise<Instance> {
  return { store, desk, signing: await signingForTest() }
}

/** An office at which a house was built, and a laptop in the field that has nothing of it yet. */
export async function officeAndField(open: () => Promise<Store>) {
  const house = await buildHouse(await open())
  return {
    ...{ house, id: house.investigation },
    ...{ office: await instanceOf(house), field: await instanceIn(await open()) },
  }
}

/** The files of a package, and the key that signed it. */
export interface Packed {
  readonly kept: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly key: VerifierKey
}

export async function packedBy(
  { desk, signing }: Instance,
  investigation: InvestigationId,
  scope: PackageScope = { kind: 'investigation' },
): Promise<Packed> {
  const { files } = valueOf(
    await makePackage(desk, { investigation, scope, signing, script: SCRIPT, files: ITS_FILES }),
  )
  const kept: Packed['kept'][number][] = []
  for (const { name, read } of files) {
    const chunks: Uint8Array[] = []
    for await (const chunk of read()) chunks.push(chunk)
    kept.push({ name, bytes: Buffer.concat(chunks) })
  }
  return { kept, key: signing.key.signerOf(investigation).key }
}

export function readPacked({ kept }: Packed, key: VerifierKey) {
  return readPackage(itemsOf(kept), { logs: [key], witnesses: [], quorum: { kind: 'none' } })
}

export async function takenIn({ desk }: Instance, packed: Packed) {
  return receivePackage(desk, { received: valueOf(await readPacked(packed, packed.key)), files: HELD })
}

/** Every record of an investigation, a line each. */
export async function recordsIn({ store }: Instance, id: InvestigationId): Promise<readonly string[]> {
  return [...(await linesHere(store.db, id))].flatMap(([kind, lines]) =>
    [...lines.values()].map((line) => `${kind} ${line}`).sort(),
  )
}

async function* itemsOf(files: Packed['kept']) {
  await Promise.resolve()
  for (const { name, bytes } of files)
    yield { kind: 'file', name, bytes: bytesSource(name, bytes).read() } satisfies BagItem
}
