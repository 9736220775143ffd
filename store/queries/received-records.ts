import type { InvestigationId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import { fromJson, parsedAs } from '../json.ts'
import type { Db } from '../tables.ts'
import { putActTable } from './act-table.ts'
import { insertClaimReviews } from './claim-review.ts'
import { insertCodes, insertCodings, replaceCoding, updateCode } from './coding.ts'
import { insertClaims, updateClaim } from './claim.ts'
import { putResolutions } from './contradiction.ts'
import { insertEstimates, updateEstimate } from './estimate.ts'
import { insertKeptRuns } from './estimate-run.ts'
import { insertCustodyEvents, insertExhibitFiles, insertExhibits, type HeldFile } from './exhibit.ts'
import { insertChoice, insertCrimesChosen, insertIncident, insertTie } from './elements.ts'
import { insertExplanations } from './explanations.ts'
import { insertFindings, updateFinding } from './finding.ts'
import { insertConsents, insertInterviews, updateConsent, updateInterview } from './interview.ts'
import { insertPlan, updatePlan } from './interview-plan.ts'
import type { InvestigationHead } from './investigation.ts'
import { insertLinkages } from './linkage.ts'
import { insertLists } from './list.ts'
import { insertListenings } from './listening.ts'
import {
  insertPersons,
  insertPlaces,
  insertUnits,
  updatePerson,
  updatePlace,
  updateUnit,
} from './register.ts'
import { insertTasks, replaceTask } from './release.ts'
import { insertReports, updateReport } from './report.ts'
import { insertSealed } from './sealing.ts'
import { insertOriginLinks, insertSources, updateOriginLink, updateSource } from './source.ts'
import { insertPassages, insertTexts, updatePassage } from './text.ts'
import { insertTextRecordings } from './text-version.ts'
import { putTranslations, updateTranslation } from './translation.ts'

/** The fields of an investigation that hold records, as packages know it: with what a whole of it does not hold. */
export type RecordField =
  | Exclude<keyof Investigation, keyof InvestigationHead>
  | ('exhibits' | 'exhibitFiles' | 'custody')
  | ('codes' | 'codings' | 'sealedValues')
  | ('recordings' | 'listenings' | 'translations' | 'claimReviews')
  | ('crimes' | 'incidents' | 'elementTies' | 'standardChoices' | 'weighings')
  | ('interviewPlans' | 'promises' | 'actTables')

/** How records that came as lines of canonical JSON are written. */
interface Writing {
  readonly insert: (db: Db, investigation: InvestigationId, lines: readonly string[]) => Promise<void>
  /** Null where what was received is never changed. */
  readonly replace: ((db: Db, investigation: InvestigationId, line: string) => Promise<unknown>) | null
}

function writing<One>(
  insert: (db: Db, investigation: InvestigationId, records: readonly One[]) => Promise<void>,
  replace: ((db: Db, investigation: InvestigationId, record: One) => Promise<unknown>) | null,
): Writing {
  const recordIn = (line: string): One => fromJson(parsedAs<One>(line))
  return {
    insert: (db, investigation, lines) => insert(db, investigation, lines.map(recordIn)),
    replace: replace && ((db, investigation, line) => replace(db, investigation, recordIn(line))),
  }
}

/** One after another, where each is written by itself. */
function each<One>(insert: (db: Db, investigation: InvestigationId, record: One) => Promise<void>) {
  return async (db: Db, investigation: InvestigationId, records: readonly One[]) => {
    for (const record of records) await insert(db, investigation, record)
  }
}

const WRITING: Readonly<Record<RecordField, Writing>> = {
  sources: writing(insertSources, updateSource),
  originLinks: writing(insertOriginLinks, updateOriginLink),
  interviews: writing(insertInterviews, updateInterview),
  consents: writing(insertConsents, updateConsent),
  places: writing(insertPlaces, updatePlace),
  persons: writing(insertPersons, updatePerson),
  units: writing(insertUnits, updateUnit),
  lists: writing(insertLists, null),
  linkages: writing(insertLinkages, null),
  texts: writing(insertTexts, null),
  passages: writing(insertPassages, updatePassage),
  claims: writing(insertClaims, updateClaim),
  resolutions: writing(putResolutions, (db, id, record) => putResolutions(db, id, [record])),
  findings: writing(insertFindings, updateFinding),
  estimates: writing(insertEstimates, updateEstimate),
  runs: writing(insertKeptRuns, null),
  reports: writing(insertReports, updateReport),
  exhibits: writing(insertExhibits, null),
  exhibitFiles: writing(
    (db, id, files: readonly HeldFile[]) => insertExhibitFiles(db, id, files.toSorted(asTheyCame)),
    null,
  ),
  custody: writing(insertCustodyEvents, null),
  codes: writing(insertCodes, updateCode),
  codings: writing(insertCodings, replaceCoding),
  sealedValues: writing(each(insertSealed), null),
  recordings: writing(insertTextRecordings, (db, id, tied) => insertTextRecordings(db, id, [tied])),
  listenings: writing(insertListenings, null),
  translations: writing(putTranslations, (db, id, now) =>
    updateTranslation(db, id, { of: now.translation, now }),
  ),
  claimReviews: writing(insertClaimReviews, null),
  crimes: writing(insertCrimesChosen, null),
  incidents: writing(each(insertIncident), null),
  elementTies: writing(each(insertTie), null),
  standardChoices: writing(each(insertChoice), insertChoice),
  weighings: writing(each(insertExplanations), insertExplanations),
  interviewPlans: writing(each(insertPlan), updatePlan),
  promises: writing(insertTasks, replaceTask),
  actTables: writing(each(putActTable), putActTable),
}

/** A working copy comes after what it was made from. */
function asTheyCame(one: HeldFile, other: HeldFile): number {
  return one.receivedAt < other.receivedAt ? -1 : one.receivedAt > other.receivedAt ? 1 : 0
}

/** May a record of this field be written over, by an act that says so? */
export function isReplaceable(field: RecordField): boolean {
  return WRITING[field].replace !== null
}

/**
 * Writes records that came as lines of canonical JSON. They have no more of their shape checked than the tables do: who calls reads back what
 * was written and holds it against what came.
 */
export async function insertReceived(
  db: Db,
  investigation: InvestigationId,
  { field, lines }: { readonly field: RecordField; readonly lines: readonly string[] },
): Promise<void> {
  if (lines.length > 0) await WRITING[field].insert(db, investigation, lines)
}

/** Writes one such record over the one of its name. */
export async function replaceReceived(
  db: Db,
  investigation: InvestigationId,
  { field, line }: { readonly field: RecordField; readonly line: string },
): Promise<void> {
  const { replace } = WRITING[field]
  if (!replace) throw new Error(`records among ${field} are never written over`)
  await replace(db, investigation, line)
}
