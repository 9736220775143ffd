import type { InvestigationId, ReportId } from '@corroborate/base'
import { releasesOf, tasksOf, type Release, type Task } from '@corroborate/store'
import { readingIn, type Reader } from './reader.ts'

/** What was stated of checks of this report, and who let it go? The latest first. */
export function readReleases(
  reader: Reader,
  { investigation, report }: { readonly investigation: InvestigationId; readonly report: ReportId },
): Promise<readonly Release[] | null> {
  return readingIn(reader, investigation, (db) => releasesOf(db, investigation, report))
}

/** What is there to do, and what was done? */
export function readTasks(reader: Reader, investigation: InvestigationId): Promise<readonly Task[] | null> {
  return readingIn(reader, investigation, (db) => tasksOf(db, investigation))
}
