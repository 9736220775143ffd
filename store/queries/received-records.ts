import type { InvestigationId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import { fromJson, parsedAs } from '../json.ts'
import type { Db } from '../tables.ts'
import { insertClaims, updateClaim } from './claim.ts'
import { putResolutions } from './contradiction.ts'
import { insertEstimates, updateEstimate } from './estimate.ts'
import { insertKeptRuns } from './estimate-run.ts'
import { insertFindings, updateFinding } from './finding.ts'
import { insertConsents, insertInterviews, updateConsent, updateInterview } from './interview.ts'
import type { InvestigationHead } from './investigation.ts'
import { insertLinkages } from './linkage.ts'
import { insertLists } from './list.ts'
import {
  insertPersons,
  insertPlaces,
  insertUnits,
  updatePerson,
  updatePlace,
  updateUnit,
} from './register.ts'
import { insertReports, updateReport } from './report.ts'
import { insertOriginLinks, insertSources, updateOriginLink, updateSource } from './source.ts'
import { insertPassages, insertTexts, updatePassage } from './text.ts'

/** The fields of an investigation that hold records. */
export type RecordField = Exclude<keyof Investigation, keyof InvestigationHead>
type RecordIn<Field extends RecordField> = Investigation[Field][number]

interface Writing<Field extends RecordField> {
  readonly insert: (
    db: Db,
    investigation: InvestigationId,
    records: readonly RecordIn<Field>[],
  ) => Promise<void>
  /** Null where what was received is never changed. */
  readonly replace:
    ((db: Db, investigation: InvestigationId, record: RecordIn<Field>) => Promise<unknown>) | null
}

const WRITING: { readonly [Field in RecordField]: Writing<Field> } = {
  sources: { insert: insertSources, replace: updateSource },
  originLinks: { insert: insertOriginLinks, replace: updateOriginLink },
  interviews: { insert: insertInterviews, replace: updateInterview },
  consents: { insert: insertConsents, replace: updateConsent },
  places: { insert: insertPlaces, replace: updatePlace },
  persons: { insert: insertPersons, replace: updatePerson },
  units: { insert: insertUnits, replace: updateUnit },
  lists: { insert: insertLists, replace: null },
  linkages: { insert: insertLinkages, replace: null },
  texts: { insert: insertTexts, replace: null },
  passages: { insert: insertPassages, replace: updatePassage },
  claims: { insert: insertClaims, replace: updateClaim },
  resolutions: { insert: putResolutions, replace: (db, id, record) => putResolutions(db, id, [record]) },
  findings: { insert: insertFindings, replace: updateFinding },
  estimates: { insert: insertEstimates, replace: updateEstimate },
  runs: { insert: insertKeptRuns, replace: null },
  reports: { insert: insertReports, replace: updateReport },
}

/** May a record of this field be written over, by an act that says so? */
export function isReplaceable(field: RecordField): boolean {
  return WRITING[field].replace !== null
}

/**
 * Writes records that came as lines of canonical JSON. They have no more of their shape checked than the tables do: who calls reads back what
 * was written and holds it against what came.
 */
export async function insertReceived<Field extends RecordField>(
  db: Db,
  investigation: InvestigationId,
  { field, lines }: { readonly field: Field; readonly lines: readonly string[] },
): Promise<void> {
  if (lines.length > 0) await WRITING[field].insert(db, investigation, lines.map(recordIn<Field>))
}

/** Writes one such record over the one of its name. */
export async function replaceReceived<Field extends RecordField>(
  db: Db,
  investigation: InvestigationId,
  { field, line }: { readonly field: Field; readonly line: string },
): Promise<void> {
  const { replace } = WRITING[field]
  if (!replace) throw new Error(`records among ${field} are never written over`)
  await replace(db, investigation, recordIn<Field>(line))
}

function recordIn<Field extends RecordField>(line: string): RecordIn<Field> {
  return fromJson(parsedAs<RecordIn<Field>>(line))
}
