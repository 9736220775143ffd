import { parseId, type InvestigationId, type ReportId } from '@corroborate/base'
import { nameOfScope, scopeNamed, type OutsideScope } from '@corroborate/interchange'

/** What is to leave, and is checked before: a report that is published, or a package for somebody outside. */
export type Leaving =
  | { readonly kind: 'report'; readonly report: ReportId }
  | { readonly kind: 'package'; readonly scope: OutsideScope }

/** Under which a release of it is kept: the id of the report, the name of the scope. */
export function nameOfLeaving(of: Leaving): string {
  return of.kind === 'report' ? of.report : nameOfScope(of.scope)
}

export function leavingNamed(name: string): Leaving | null {
  const report = parseId<'report'>(name)
  if (report !== null) return { kind: 'report', report }
  const scope = scopeNamed(name)
  return scope && { kind: 'package', scope }
}

/** What the ledger says was acted on; of a package, as when it is made, the investigation. */
export function subjectOf(of: Leaving, investigation: InvestigationId): string {
  return of.kind === 'report' ? of.report : investigation
}
