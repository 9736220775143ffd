import type { InvestigationId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import type { Db } from '../tables.ts'
import { claims, insertClaims } from './claim.ts'
import { putResolutions, resolutions } from './contradiction.ts'
import { estimates, insertEstimates } from './estimate.ts'
import { insertKeptRuns, keptRuns } from './estimate-run.ts'
import { findings, insertFindings } from './finding.ts'
import { consents, insertConsents, insertInterviews, interviews } from './interview.ts'
import { insertInvestigation, investigationHead } from './investigation.ts'
import { insertLinkages, linkages } from './linkage.ts'
import { insertLists, lists } from './list.ts'
import { insertPersons, insertPlaces, insertUnits, persons, places, units } from './register.ts'
import { insertReports, reports } from './report.ts'
import { insertOriginLinks, insertSources, originLinks, sources } from './source.ts'
import { insertPassages, insertTexts, passages, texts } from './text.ts'

/** The whole investigation as one value, as it stood at one moment. Null when there is none of that id. */
export function investigationWhole(db: Db, id: InvestigationId): Promise<Investigation | null> {
  return atOnce(db, async (at) => {
    const head = await investigationHead(at, id)
    if (!head) return null
    return {
      ...head,
      sources: await sources(at, id),
      originLinks: await originLinks(at, id),
      interviews: await interviews(at, id),
      consents: await consents(at, id),
      places: await places(at, id),
      persons: await persons(at, id),
      units: await units(at, id),
      lists: await lists(at, id),
      linkages: await linkages(at, id),
      texts: await texts(at, id),
      passages: await passages(at, id),
      claims: await claims(at, id),
      resolutions: await resolutions(at, id),
      findings: await findings(at, id),
      estimates: await estimates(at, id),
      runs: await keptRuns(at, id),
      reports: await reports(at, id),
    }
  })
}

/** Writes a whole investigation that the store does not have yet. Called in a transaction, by an act. */
export async function insertWhole(db: Db, whole: Investigation): Promise<void> {
  await insertInvestigation(db, whole)
  await insertSources(db, whole.id, whole.sources)
  await insertOriginLinks(db, whole.id, whole.originLinks)
  await insertInterviews(db, whole.id, whole.interviews)
  await insertConsents(db, whole.id, whole.consents)
  await insertPlaces(db, whole.id, whole.places)
  await insertPersons(db, whole.id, whole.persons)
  await insertUnits(db, whole.id, whole.units)
  await insertLists(db, whole.id, whole.lists)
  await insertLinkages(db, whole.id, whole.linkages)
  await insertTexts(db, whole.id, whole.texts)
  await insertPassages(db, whole.id, whole.passages)
  await insertClaims(db, whole.id, whole.claims)
  await putResolutions(db, whole.id, whole.resolutions)
  await insertFindings(db, whole.id, whole.findings)
  await insertEstimates(db, whole.id, whole.estimates)
  await insertKeptRuns(db, whole.id, whole.runs)
  await insertReports(db, whole.id, whole.reports)
}

/** Several questions to one moment: what others commit in between is not seen. */
export function atOnce<Answer>(db: Db, ask: (at: Db) => Promise<Answer>): Promise<Answer> {
  if (db.isTransaction) return ask(db)
  return db.transaction().setIsolationLevel('repeatable read').execute(ask)
}
