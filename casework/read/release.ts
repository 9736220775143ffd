import type { InvestigationId, ReportId } from '@corroborate/base'
import { blocks, knownPeople, type EarlierEdition } from '@corroborate/disclosure'
import { releaseOutputOf } from '@corroborate/press'
import {
  members,
  publications,
  releasesIn,
  releasesOf,
  reports,
  sealedOfEach,
  subjectsIn,
  tasksOf,
  type Db,
  type Release,
  type Task,
} from '@corroborate/store'
import { contentOf } from '../released.ts'
import type { ReleaseCheckView, ReleasesView, ReleaseStated } from '../shapes-of-release.ts'
import { dayAt } from '../time.ts'
import { assessed } from './assessed.ts'
import { readingIn, type Reader } from './reader.ts'

/** What was stated of checks of this report, and who let it go? The latest first. */
export function readReleases(
  reader: Reader,
  { investigation, report }: { readonly investigation: InvestigationId; readonly report: ReportId },
): Promise<readonly Release[] | null> {
  return readingIn(reader, investigation, (db) => releasesOf(db, investigation, report))
}

/** How far is each report on its way out? */
export function readReleaseStates(
  reader: Reader,
  investigation: InvestigationId,
): Promise<ReleasesView | null> {
  return readingIn(reader, investigation, async (db) => {
    const stated = await releasesNamed(db, investigation)
    const out = new Map((await publications(db)).map(({ report, publishedAt }) => [report, publishedAt]))
    return {
      reports: (await reports(db, investigation)).map((report) => {
        const { id, code, locale, title, dated } = report
        const content = contentOf(report)
        return {
          ...{ card: { id, code, locale, title, dated }, publishedAt: out.get(id) ?? null, content },
          stated: stated.filter((one) => one.report === id),
        }
      }),
    }
  })
}

/** What would leave with this report, and what it is held against? Everything but the names. */
export function readReleaseCheck(
  reader: Reader,
  { investigation: id, report: of }: { readonly investigation: InvestigationId; readonly report: ReportId },
): Promise<ReleaseCheckView | null> {
  return readingIn(reader, id, async (db, reader) => {
    const known = await assessed(reader, id)
    const resolved = known?.resolved.get(of)
    const report = known?.investigation.reports.find((one) => one.id === of)
    if (!known || !resolved || !report) return null
    const { investigation, assessment } = known
    const output = releaseOutputOf({ resolved, assessment, investigation })
    const recorded = await subjectsIn(db, id)
    return {
      ...{ output, content: contentOf(report), on: dayAt(reader.clock()) },
      ...{
        consents: investigation.consents,
        places: investigation.places,
        people: knownPeople(investigation),
      },
      earlier: await earlierThan(db, id, { report: of, content: contentOf(report) }),
      unrecorded: output.records.flatMap((record) => (recorded.has(record.id) ? [] : [record.id])),
      sealed: (await sealedOfEach(db, id, 'name')).map(({ statement }) => statement.record),
    }
  })
}

/** What is there to do, and what was done? */
export function readTasks(reader: Reader, investigation: InvestigationId): Promise<readonly Task[] | null> {
  return readingIn(reader, investigation, (db) => tasksOf(db, investigation))
}

/** The tables of every state of a report that could have gone out, this one aside; a translation is an edition too. */
async function earlierThan(
  db: Db,
  investigation: InvestigationId,
  now: Pick<Release, 'report' | 'content'>,
): Promise<readonly EarlierEdition[]> {
  const gone = (await releasesIn(db, investigation)).filter(
    ({ flags, approvedBy }) => approvedBy !== null || !flags.some(blocks),
  )
  return gone
    .filter(({ report, content }) => report !== now.report || content !== now.content)
    .map(({ proposedAt, tables }) => ({ edition: proposedAt.slice(0, 10), tables }))
}

async function releasesNamed(db: Db, investigation: InvestigationId): Promise<readonly ReleaseStated[]> {
  const names = new Map<string, string>((await members(db)).map(({ id, name }) => [id, name]))
  return (await releasesIn(db, investigation)).map((release) => ({
    ...release,
    proposedByName: names.get(release.proposedBy) ?? release.proposedBy,
    approvedByName: release.approvedBy && (names.get(release.approvedBy) ?? release.approvedBy),
  }))
}
