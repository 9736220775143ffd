import { jsonOf, ok, type InvestigationId, type Outcome, type ReportId } from '@corroborate/base'
import { blocks, knownPeople, type EarlierEdition } from '@corroborate/disclosure'
import {
  codesOfRecords,
  members,
  publications,
  releasesIn,
  releasesOf,
  reports,
  subjectsIn,
  tasksOf,
  type Db,
  type Release,
  type Task,
} from '@corroborate/store'
import { laidOut } from '../laid-out.ts'
import { leavingNamed, nameOfLeaving, type Leaving } from '../leaving.ts'
import type { GivenFault } from '../package/given-in-package.ts'
import { scopeSaid } from '../package/scope-said.ts'
import { contentOf } from '../released.ts'
import { sealedCounts } from '../sealed-names.ts'
import type { PackageOnItsWay, ReleaseCheckView, ReleasesView, ReleaseStated } from '../shapes-of-release.ts'
import { dayAt } from '../time.ts'
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
          stated: stated.filter((one) => one.output === id),
        }
      }),
      packages: await packagesAmong(db, { investigation, stated }),
    }
  })
}

/** What would leave, what it is held against, and what was stated of it? Everything but the names. */
export function readReleaseCheck(
  reader: Reader,
  { investigation: id, of }: { readonly investigation: InvestigationId; readonly of: Leaving },
): Promise<Outcome<ReleaseCheckView, GivenFault> | null> {
  return readingIn(reader, id, async (db, reader) => {
    const now = await laidOut(reader, { investigation: id, of })
    if (!now.ok) return now.reason === 'not-found' ? null : now
    const { investigation, output, content, recipient, purposes } = now.value
    const recorded = await subjectsIn(db, id)
    const name = nameOfLeaving(of)
    return ok({
      ...{ output, content, recipient, purposes, on: dayAt(reader.clock()) },
      ...{
        consents: investigation.consents,
        places: investigation.places,
        people: knownPeople(investigation),
      },
      earlier: await earlierThan(db, id, { output: name, content }),
      unrecorded: output.records.flatMap((record) => (recorded.has(record.id) ? [] : [record.id])),
      sealed: await sealedCounts(db, id),
      stated: (await releasesNamed(db, id)).filter((one) => one.output === name),
    })
  })
}

/** What is there to do, and what was done? */
export function readTasks(reader: Reader, investigation: InvestigationId): Promise<readonly Task[] | null> {
  return readingIn(reader, investigation, (db) => tasksOf(db, investigation))
}

/** The tables of every state of whatever could have gone out, this one aside; a translation is an edition too, and so is a package. */
async function earlierThan(
  db: Db,
  investigation: InvestigationId,
  now: Pick<Release, 'output' | 'content'>,
): Promise<readonly EarlierEdition[]> {
  const gone = (await releasesIn(db, investigation)).filter(
    ({ flags, approvedBy }) => approvedBy !== null || !flags.some(blocks),
  )
  return gone
    .filter(({ output, content }) => output !== now.output || content !== now.content)
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

/** The packages of which a check was stated, the last one first; what their scope names, by its codes. */
async function packagesAmong(
  db: Db,
  {
    investigation,
    stated,
  }: { readonly investigation: InvestigationId; readonly stated: readonly ReleaseStated[] },
): Promise<readonly PackageOnItsWay[]> {
  const scopes = [...Map.groupBy(stated, ({ output }) => output)].flatMap(([output, all]) => {
    const of = leavingNamed(output)
    return of?.kind === 'package'
      ? [{ output, stated: all, said: scopeSaid(jsonOf({ scope: of.scope })) }]
      : []
  })
  const codes = await codesOfRecords(
    db,
    investigation,
    scopes.flatMap(({ said }) => said.of),
  )
  return scopes.map(({ output, stated, said: { kind, recipient, of } }) => ({
    ...{ output, stated, scope: kind, recipient, of: of.map((id) => codes.get(id) ?? id) },
  }))
}
