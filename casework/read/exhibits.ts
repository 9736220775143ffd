import type { ExhibitId, InvestigationId } from '@corroborate/base'
import {
  custodyOfExhibit,
  exhibitById,
  exhibitFilesOf,
  exhibitsOf,
  filesOfExhibit,
  fixityChecksOf,
  lastFixityCheck,
  sourceById,
  type HeldFile,
} from '@corroborate/store'
import { inOrder, type Exhibit, type FixityCheck } from '@corroborate/testimony'
import { faultNamed } from '../fault-sentence.ts'
import type { ExhibitRow, ExhibitsView, ExhibitView, FixityState } from '../shapes-of-exhibits.ts'
import { readingIn, type Reader } from './reader.ts'

/** Which files are held as evidence, and was any of them found altered? */
export function readExhibits(reader: Reader, id: InvestigationId): Promise<ExhibitsView | null> {
  return readingIn(reader, id, async (db) => {
    const check = await lastFixityCheck(db, id)
    const files = Map.groupBy(await exhibitFilesOf(db, id), ({ exhibit }) => exhibit)
    const exhibits = await exhibitsOf(db, id)
    return { exhibits: exhibits.flatMap((one) => rowOf(one, files.get(one.id) ?? [], check)), check }
  })
}

/** One exhibit: its files, who had them, and what was found when they were read again. */
export function readExhibit(
  reader: Reader,
  { investigation, exhibit: id }: { readonly investigation: InvestigationId; readonly exhibit: ExhibitId },
): Promise<ExhibitView | null> {
  return readingIn(reader, investigation, async (db) => {
    const exhibit = await exhibitById(db, investigation, id)
    if (!exhibit) return null
    const files = await filesOfExhibit(db, investigation, id)
    const checks = await fixityChecksOf(db, investigation)
    const source = exhibit.source && (await sourceById(db, investigation, exhibit.source))
    return {
      exhibit,
      source: source && { id: source.id, code: source.code, title: source.title },
      files: files.map((file) => ({ ...file, fixity: stateOf(exhibit, file, checks[0] ?? null) })),
      custody: inOrder(await custodyOfExhibit(db, investigation, id)),
      checks: checks.filter((check) => files.some((file) => covers(check, file))).map(checkOf(files)),
    }
  })
}

function rowOf(
  exhibit: Exhibit,
  files: readonly HeldFile[],
  check: FixityCheck | null,
): readonly ExhibitRow[] {
  const [evidentiary, ...working] = files
  if (!evidentiary) return []
  const { id, code, title, generation } = exhibit
  const { name, bytes, receivedBy, receivedAt } = evidentiary
  const states = files.map((file) => stateOf(exhibit, file, check))
  const wrong = states.find(({ kind }) => kind === 'missing' || kind === 'altered')
  const fixity = wrong ?? states.find(({ kind }) => kind === 'not-checked') ?? states[0]
  return [
    {
      ...{ id, code, title, generation, name, bytes, receivedBy, receivedAt },
      ...{ workingCopies: working.length, fixity: fixity ?? { kind: 'not-checked' } },
    },
  ]
}

function stateOf({ code }: Exhibit, file: HeldFile, check: FixityCheck | null): FixityState {
  if (!check || !covers(check, file)) return { kind: 'not-checked' }
  const at = check.endedAt
  const fault = check.faults.find((found) => found.file === file.id)
  return fault
    ? { kind: fault.kind, at, named: faultNamed({ code, file, fault, at }) }
    : { kind: 'whole', at }
}

/** A check that began before a file came did not read it. */
function covers(check: FixityCheck, { receivedAt }: HeldFile): boolean {
  return receivedAt <= check.startedAt
}

function checkOf(files: readonly HeldFile[]) {
  return ({ endedAt, by, faults }: FixityCheck) => ({
    ...{ at: endedAt, by },
    whole: !faults.some(({ file }) => files.some(({ id }) => id === file)),
  })
}
