import { ok, type Outcome } from '@corroborate/base'
import type { ReleaseContext, ReleaseOutput } from '@corroborate/disclosure'
import { PURPOSES_OF, recipientOf, type OutsideScope } from '@corroborate/interchange'
import { packageOutputOf, releaseOutputOf } from '@corroborate/press'
import { assess, resolveReport, type Investigation } from '@corroborate/report'
import { investigationWhole } from '@corroborate/store'
import { NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import type { Leaving } from './leaving.ts'
import { contentOfPackage, givenInPackage, type GivenFault } from './package/given-in-package.ts'
import { contentOf } from './released.ts'
import { dayAt } from './time.ts'

/** Everything that would leave as it now stands, and for whom. */
export interface LaidOut extends Pick<ReleaseContext, 'recipient' | 'purposes'> {
  readonly investigation: Investigation
  readonly output: ReleaseOutput
  /** The digest of what a release of it holds for. */
  readonly content: string
}

type At = Pick<Desk, 'store' | 'clock' | 'software'>

/** Lays out what would leave. Refused where a package of it would be. */
export function laidOut(
  desk: At,
  { investigation, of }: InInvestigation & { readonly of: Leaving },
): Promise<Outcome<LaidOut, GivenFault>> {
  return of.kind === 'report'
    ? reportLaidOut(desk, { investigation, report: of.report })
    : packageLaidOut(desk, { investigation, scope: of.scope })
}

async function reportLaidOut(
  { store, clock, software }: At,
  { investigation: id, report: of }: InInvestigation & Omit<Extract<Leaving, { kind: 'report' }>, 'kind'>,
): Promise<Outcome<LaidOut, 'not-found'>> {
  const investigation = await investigationWhole(store.db, id)
  const report = investigation?.reports.find((one) => one.id === of)
  if (!investigation || !report) return NOT_FOUND
  const assessment = assess(investigation, { today: dayAt(clock()), software })
  const resolved = resolveReport(investigation, assessment, report)
  const output = releaseOutputOf({ resolved, assessment, investigation })
  return ok({
    ...{ investigation, output, content: contentOf(report) },
    ...{ recipient: 'public', purposes: PURPOSES_OF.report.claims },
  })
}

async function packageLaidOut(
  desk: At,
  { investigation, scope }: InInvestigation & { readonly scope: OutsideScope },
): Promise<Outcome<LaidOut, GivenFault>> {
  const given = await givenInPackage(desk, { investigation, scope })
  if (!given.ok) return given.reason === 'not-found' ? NOT_FOUND : given
  const { whole, selection } = given.value
  const assessment = assess(whole, { today: dayAt(desk.clock()), software: desk.software })
  const report = whole.reports.find(({ id }) => scope.kind === 'report' && id === scope.report) ?? null
  return ok({
    investigation: whole,
    output: packageOutputOf({ investigation: whole, assessment, lines: selection.lines, report }),
    content: contentOfPackage(given.value, scope),
    ...{ recipient: recipientOf(scope), purposes: PURPOSES_OF[scope.kind].claims },
  })
}
