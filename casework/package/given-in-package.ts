import { canonicalJson, digestOf, jsonOf, ok, refuse, type Outcome } from '@corroborate/base'
import type { InvestigationId } from '@corroborate/base'
import {
  nameOfScope,
  selectRecords,
  type OutsideScope,
  type PackagedInvestigation,
  type PackageScope,
  type SelectFault,
  type Selection,
} from '@corroborate/interchange'
import { assess } from '@corroborate/report'
import type { Desk } from '../desk.ts'
import { dayAt } from '../time.ts'
import { packagedInvestigation } from './packaged-investigation.ts'

/** What a package gives of an investigation: what is made of it, and what is checked of it. */
export interface GivenInPackage {
  readonly whole: PackagedInvestigation
  readonly selection: Selection
}

export type GivenFault = SelectFault | 'not-found' | 'breaches'

/** Chooses what a package of this scope gives today. A report that breaks a law of the design is not given. */
export async function givenInPackage(
  { store, clock, software }: Pick<Desk, 'store' | 'clock' | 'software'>,
  { investigation, scope }: { readonly investigation: InvestigationId; readonly scope: PackageScope },
): Promise<Outcome<GivenInPackage, GivenFault>> {
  const whole = await packagedInvestigation(store.db, investigation)
  if (!whole) return refuse('not-found', 'there is no such investigation')
  const today = dayAt(clock())
  if (scope.kind === 'report') {
    const [first, ...others] = assess(whole, { today, software }).breaches
    if (first) return refuse('breaches', `${others.length + 1} to mend first; one of them: ${first.detail}`)
  }
  const selection = selectRecords(whole, scope, today)
  return selection.ok ? ok({ whole, selection: selection.value }) : selection
}

/**
 * What a release of a package holds for, to the letter: for whom it is, and every record that it gives; those of files of exhibits say the digests of
 * these. Not the ledger beside them, which grows by the very act that states the check.
 */
export function contentOfPackage({ whole, selection }: GivenInPackage, scope: OutsideScope): string {
  const { code, title } = whole
  const lines = Object.fromEntries(selection.lines)
  return digestOf(canonicalJson(jsonOf({ scope: nameOfScope(scope), code, title, lines })))
}
