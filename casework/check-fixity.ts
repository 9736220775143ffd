import type { InvestigationId, Outcome } from '@corroborate/base'
import {
  allInvestigations,
  exhibitFilesOf,
  exhibitsOf,
  namedAddresses,
  type HeldFile,
} from '@corroborate/store'
import type { FixityCheck, FixityFault } from '@corroborate/testimony'
import type { ExhibitFiles } from '@corroborate/vault'
import type { Desk } from './desk.ts'
import { faultSentence } from './fault-sentence.ts'
import { recordFixity } from './record-fixity.ts'
import { instant } from './time.ts'

/** What was found in one investigation, for whoever keeps the machine: the faults as sentences. */
export interface CheckedInvestigation {
  readonly investigation: InvestigationId
  readonly code: string
  readonly check: FixityCheck
  readonly told: readonly string[]
}

export interface FixityFound {
  readonly investigations: readonly CheckedInvestigation[]
  /** Addresses at which something lies that no row names. */
  readonly orphans: readonly string[]
}

/** A desk at which files can be read. */
export interface FilesDesk extends Desk {
  readonly files: ExhibitFiles
}

/**
 * Reads every file of every exhibit again, from its first byte to its last, and writes down what it finds, investigation by
 * investigation. Takes as long as reading takes; a signal that is aborted ends it between two files, and then the investigation that was
 * being read has no entry.
 */
export async function checkFixity(desk: FilesDesk, signal?: AbortSignal): Promise<FixityFound> {
  const investigations: CheckedInvestigation[] = []
  for (const { id, code } of await allInvestigations(desk.store.db)) {
    const checked = await checkInvestigation(desk, { investigation: id, code }, signal)
    if (checked) investigations.push(checked)
  }
  return { investigations, orphans: await orphansIn(desk) }
}

async function checkInvestigation(
  desk: FilesDesk,
  { investigation, code }: { readonly investigation: InvestigationId; readonly code: string },
  signal?: AbortSignal,
): Promise<CheckedInvestigation | null> {
  const files = await exhibitFilesOf(desk.store.db, investigation)
  if (files.length === 0) return null
  const startedAt = instant(desk.clock())
  const faults: FixityFault[] = []
  for (const file of files) {
    if (signal?.aborted === true) return null
    const fault = await faultIn(desk.files, file)
    if (fault) faults.push(fault)
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const check = { startedAt, endedAt: instant(desk.clock()), files: files.length, bytes, faults }
  const kept: Outcome<FixityCheck> = await recordFixity(desk, { investigation, check })
  if (!kept.ok) throw new Error(`${code}: what the check found could not be kept: ${kept.detail}`)
  const told = await sentencesOf(desk, { investigation, files, check: kept.value })
  return { investigation, code, check: kept.value, told }
}

async function faultIn(files: ExhibitFiles, file: HeldFile): Promise<FixityFault | null> {
  const { id, bytes, sha256, sha512, held } = file
  const found = await files.check({ held, digests: { bytes, sha256, sha512 } })
  if (found.kind === 'whole') return null
  return { ...found, file: id }
}

async function sentencesOf(
  desk: FilesDesk,
  of: {
    readonly investigation: InvestigationId
    readonly files: readonly HeldFile[]
    readonly check: FixityCheck
  },
): Promise<readonly string[]> {
  const { faults, endedAt: at } = of.check
  if (faults.length === 0) return []
  const codes = new Map((await exhibitsOf(desk.store.db, of.investigation)).map((one) => [one.id, one.code]))
  return faults.flatMap((fault) => {
    const file = of.files.find(({ id }) => id === fault.file)
    return file ? [faultSentence({ code: codes.get(file.exhibit) ?? '', file, fault, at })] : []
  })
}

const ADDRESSES_AT_ONCE = 500

async function orphansIn({ files, store: { db } }: FilesDesk): Promise<readonly string[]> {
  const orphans: string[] = []
  let some: string[] = []
  const look = async () => {
    // Asked for first: what is settled between the two questions has its row by then.
    const coming = new Set(await files.unsettled())
    const named = await namedAddresses(db, some)
    orphans.push(...some.filter((address) => !named.has(address) && !coming.has(address)))
    some = []
  }
  for await (const address of files.store.addresses()) {
    some.push(address)
    if (some.length === ADDRESSES_AT_ONCE) await look()
  }
  await look()
  return orphans.toSorted()
}
