import { canonicalJson, jsonOf, refuse, type InvestigationId } from '@corroborate/base'
import { KINDS, RECORD_KINDS, subjectOfRecord, type RecordKind } from '@corroborate/interchange'
import { fieldsOf, lineOf } from '@corroborate/ledger'
import {
  conflicts,
  contentsOf,
  holdHead,
  insertConflicts,
  insertInvestigation,
  insertReceived,
  investigationHead,
  lastEntryOn,
  ledgerHead,
  replaceReceived,
  rolesOf,
  type Db,
  type InvestigationHead,
} from '@corroborate/store'
import type { Taken as TakenFile } from '@corroborate/vault'
import { act, done, NOT_FOUND } from './act.ts'
import { admitOpener } from './admit-opener.ts'
import { appendLines, type Line } from './append-lines.ts'
import type { Desk } from './desk.ts'
import { linesHere } from './package/lines-here.ts'
import { isSealedFor } from './package/sealed-for.ts'
import type { ReadPackage } from './package/read-package.ts'
import {
  compareRecords,
  digestOfLine,
  History,
  type Merge,
  type Side,
  type Taken,
} from './package/records-compared.ts'
import { admits } from './permission.ts'
import { restand } from './restand.ts'
import { instant } from './time.ts'

/** Files that lie in the store and that nothing names yet, by the SHA-256 that they came with. */
export type FilesOfPackage = ReadonlyMap<string, TakenFile>

export interface ReceivePackage {
  /** Verified by `readPackage`. */
  readonly received: ReadPackage
  readonly files: FilesOfPackage
}

export interface PackageReceived {
  readonly investigation: InvestigationId
  readonly made: boolean
  readonly added: number
  readonly replaced: number
  /** Ours, because we went on from what the package has. */
  readonly kept: number
  /** Under another code than they came with, because theirs is another record's here. */
  readonly renamed: number
  /** For a person to decide. */
  readonly conflicts: number
}

export const PACKAGE_RECEIVED = 'package.received'
const RECORD_RECEIVED = 'record.received'

/**
 * Takes in a package that was verified: makes the investigation, or merges into the one that is here, record by record, by id. Nothing is
 * written over but what its own ledger shows to have been gone on from; what was changed on both sides is kept as a conflict.
 * Who opens a new one is admitted to it; into one that is here, its publishers take packages. `received-before`: nothing was changed.
 */
export const receivePackage = act(
  PACKAGE_RECEIVED,
  'any-member',
  async (desk, { received, files }: ReceivePackage) => {
    const { db } = desk.store
    const { head, from } = received
    const { id } = head
    const made = (await investigationHead(db, id)) === null
    if (!made && !(await mayMerge(desk, id))) return NOT_FOUND
    if (made) await openAsTheirs(desk, head)
    await holdHead(db, id)
    const name = received.package
    if ((await lastEntryOn(db, id, { act: PACKAGE_RECEIVED, subject: name })) !== null)
      return refuse('received-before', 'This package was taken in before; nothing was changed.')
    const before = made ? null : await ledgerHead(db, id)
    if (made) await appendLines(desk, { chain: id, actor: String(desk.member), lines: [openedLine(head)] })
    const merge = compareRecords(await sideOf(db, id), received)
    const written = (await writeMerge(db, id, { merge, files })) && (await isAsWritten(db, id, merge))
    if (!written)
      return refuse('malformed-package', 'A record of the package has another shape than records have here.')
    const open = await newConflicts(desk, { id, name, found: merge.conflicts })
    await appendLines(desk, { chain: id, actor: String(desk.member), lines: linesOf(merge) })
    await restand(desk, { investigation: id, moved: { kind: 'everything' } })
    const counts = {
      ...{ made, added: merge.added.length, replaced: merge.replaced.length, kept: merge.kept },
      ...{ renamed: merge.added.filter(({ came, line }) => came !== line).length, conflicts: open },
    }
    const here = before && { size: before.sequence, hash: before.hash }
    return done<PackageReceived>(
      { investigation: id, ...counts },
      { subject: name, content: { from, here, ...counts, forms: merge.forms }, chain: id },
    )
  },
)

async function mayMerge({ store: { db }, member, clock }: Desk, id: InvestigationId): Promise<boolean> {
  const roles =
    member === null || member === 'operator' ? [] : await rolesOf(db, id, { member, now: instant(clock()) })
  return admits(['publisher'], { member, roles })
}

async function openAsTheirs(desk: Desk, head: InvestigationHead): Promise<void> {
  await insertInvestigation(desk.store.db, head)
  await admitOpener(desk, head.id)
}

function openedLine(head: InvestigationHead): Line {
  return { act: 'investigation.opened', subject: head.id, content: head }
}

/** Our side of a merge. */
async function sideOf(db: Db, id: InvestigationId): Promise<Side> {
  const history = new History()
  for await (const { content } of contentsOf(db, id)) history.take(content)
  return { lines: await linesHere(db, id), history }
}

/** Kind by kind, each after those that it rests on; first what gives its code free. False where a file is not what its record says. */
async function writeMerge(
  db: Db,
  id: InvestigationId,
  { merge: { added, replaced }, files }: { readonly merge: Merge; readonly files: FilesOfPackage },
): Promise<boolean> {
  for (const kind of KINDS) {
    const field = RECORD_KINDS[kind]
    for (const { line } of ofKind(replaced, kind)) await replaceReceived(db, id, { field, line })
    const lines = ofKind(added, kind).map(({ line }) =>
      kind === 'exhibit-files' ? heldLine(line, files) : line,
    )
    const whole = lines.filter((line) => line !== null)
    if (whole.length < lines.length) return false
    await insertReceived(db, id, { field, lines: whole })
  }
  return true
}

/** The record of a file with where it lies here; null where that file has another length or digest than it says. */
function heldLine(line: string, files: FilesOfPackage): string | null {
  const record = fieldsOf(lineOf(line)) ?? {}
  const taken = typeof record.sha256 === 'string' ? files.get(record.sha256) : null
  if (!taken || taken.digests.bytes !== record.bytes || taken.digests.sha512 !== record.sha512) return null
  return canonicalJson(jsonOf({ ...record, held: taken.held }))
}

function ofKind(taken: readonly Taken[], kind: RecordKind): readonly Taken[] {
  return taken.filter((one) => one.kind === kind)
}

/**
 * What was written is read back: a field that our tables do not keep would be lost without a word. What is sealed is bound to a record that is
 * here.
 */
async function isAsWritten(db: Db, id: InvestigationId, { added, replaced }: Merge): Promise<boolean> {
  const here = await linesHere(db, id)
  const records = new Set(
    (['sources', 'exhibits', 'texts'] as const).flatMap((kind) => [...(here.get(kind)?.keys() ?? [])]),
  )
  return [...added, ...replaced].every(
    ({ kind, key, line }) =>
      here.get(kind)?.get(key) === line &&
      (kind !== 'sealed-values' || isSealedFor(line, { investigation: id, records })),
  )
}

/** Keeps what is for a person to decide and was not kept before; answers how many. */
async function newConflicts(
  desk: Desk,
  {
    id,
    name,
    found,
  }: { readonly id: InvestigationId; readonly name: string; readonly found: readonly Taken[] },
): Promise<number> {
  const { db } = desk.store
  const known = new Set(
    (await conflicts(db, id)).map(({ kind, record, sha256 }) => `${kind} ${record} ${sha256}`),
  )
  const fresh = found
    .map(({ kind, key, came }) => ({ kind, record: key, sha256: digestOfLine(came), theirs: came }))
    .filter(({ kind, record, sha256 }) => !known.has(`${kind} ${record} ${sha256}`))
  const foundAt = instant(desk.clock())
  await insertConflicts(
    db,
    id,
    fresh.map((one) => ({ ...one, package: name, found_at: foundAt })),
  )
  return fresh.length
}

/** Each record as it came, and once more where it is kept under another code. */
function linesOf({ added, replaced }: Merge): readonly Line[] {
  return [...added, ...replaced].flatMap(({ came, line }) =>
    [...new Set([came, line])].map((text) => lineOfRecord(text)),
  )
}

function lineOfRecord(text: string): Line {
  const record = fieldsOf(lineOf(text)) ?? {}
  const { from, statement } = record
  const content = typeof from === 'string' ? { link: record } : (statement ?? record)
  return { act: RECORD_RECEIVED, subject: subjectOfRecord(record), content }
}
