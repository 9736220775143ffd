import { ok, refuse, type InvestigationId, type Outcome } from '@corroborate/base'
import { recordLine, type PackageSource } from '@corroborate/interchange'
import { exhibitFilesOf, exhibitsOf, lastFixityCheck, type Db, type HeldFile } from '@corroborate/store'
import type { FixityCheck, FixityFault } from '@corroborate/testimony'
import type { ExhibitFiles } from '@corroborate/vault'
import { faultSentence } from '../fault-sentence.ts'
import { fileAlone } from './packaged-investigation.ts'

/** What the files of exhibits are read from. */
export type FilesRead = Pick<ExhibitFiles, 'read'>

export type ExhibitSourceFault = 'no-files' | FixityFault['kind']

interface ExhibitsAsked {
  readonly investigation: InvestigationId
  /** Lines of the files that are given. */
  readonly given: readonly string[]
  /** Null where this process has no place for files. */
  readonly files: FilesRead | null
  /** ISO 8601. */
  readonly now: string
}

/**
 * The files of exhibits that a package gives, as they came, each once and under its SHA-256. Refused where one is not there, or was found
 * altered when it was read last: a package that breaks off in the middle would have been entered in the ledger.
 */
export async function exhibitSources(
  db: Db,
  { investigation, given, files, now }: ExhibitsAsked,
): Promise<Outcome<readonly PackageSource[], ExhibitSourceFault>> {
  if (given.length === 0) return ok([])
  if (files === null)
    return refuse('no-files', 'There are exhibits in it, and this process has no place to read them from.')
  const lines = new Set(given)
  const held = (await exhibitFilesOf(db, investigation)).filter((file) =>
    lines.has(recordLine(fileAlone(file))),
  )
  const check = await lastFixityCheck(db, investigation)
  const sources = new Map<string, PackageSource>()
  for (const file of held) {
    const fault = await faultIn(files, file, check)
    if (fault !== null) {
      const exhibit = (await exhibitsOf(db, investigation)).find(({ id }) => id === file.exhibit)
      const at = check?.endedAt ?? now
      return refuse(fault.kind, faultSentence({ code: exhibit?.code ?? '', file, fault, at }))
    }
    sources.set(file.sha256, sourceOf(files, file))
  }
  return ok([...sources.values()])
}

async function faultIn(
  files: FilesRead,
  { id, held }: HeldFile,
  check: FixityCheck | null,
): Promise<FixityFault | null> {
  const known = check?.faults.find(({ file }) => file === id)
  if (known) return known
  const lying = await files.read(held)
  await lying?.[Symbol.asyncIterator]().return?.()
  return lying === null ? { kind: 'missing', file: id } : null
}

function sourceOf(files: FilesRead, { sha256, sha512, bytes, held }: HeldFile): PackageSource {
  const known = { size: bytes, sha256, sha512 }
  return { name: `files/${sha256}`, known, read: () => bytesAt(files, held) }
}

async function* bytesAt(files: FilesRead, held: HeldFile['held']): AsyncGenerator<Uint8Array> {
  const bytes = await files.read(held)
  if (bytes === null) throw new Error(`nothing lies at ${held.address} any more`)
  yield* bytes
}
