import type { InvestigationId } from '@corroborate/base'
import { permits } from '@corroborate/disclosure'
import { fieldsOf } from '@corroborate/ledger'
import { linesOfActs, publications, type Db, type PastUse } from '@corroborate/store'
import { PURPOSES, RECIPIENTS, type Consent } from '@corroborate/testimony'
import { scopeSaid, type ScopeSaid } from './package/scope-said.ts'
import { PACKAGE_MADE } from './package/settle-package.ts'

/** Where a witness's words stand, and what rests on them. */
export interface Touched {
  readonly reports: ReadonlySet<string>
  readonly findings: ReadonlySet<string>
}

/**
 * What left with a witness's words, or rested on them, and to whom: what is published now, and the packages that were made. A package is listed where
 * what it was asked of rests on the witness now, and the consents of that day let something of it out; a finding that was revised since is not traced back.
 * @param consents of the witness, all versions, as they stood before the withdrawal
 */
export async function pastUses(
  db: Db,
  investigation: InvestigationId,
  { touched, consents }: { readonly touched: Touched; readonly consents: readonly Consent[] },
): Promise<readonly PastUse[]> {
  const published = (await publications(db))
    .filter((one) => one.investigation === investigation && touched.reports.has(one.report))
    .map(({ report, publishedAt: at }) => ({ kind: 'publication', report, recipient: 'public', at }) as const)
  const packages = (await linesOfActs(db, investigation, [PACKAGE_MADE])).flatMap(
    ({ entry, content }): readonly PastUse[] => {
      const scope = scopeSaid(content)
      const recipient = recipientOf(scope)
      if (!restsOn(scope, touched)) return []
      const on = entry.time.slice(0, 10)
      const wasLetOut =
        recipient === null || PURPOSES.some((purpose) => permits(consents, { purpose, recipient, on }).ok)
      const name = fieldsOf(content ?? undefined)?.package
      return wasLetOut && typeof name === 'string'
        ? [{ kind: 'package', package: name, recipient, at: entry.time }]
        : []
    },
  )
  return [...published, ...packages]
}

/** A whole investigation goes to whoever is given it, and nobody is named. */
function recipientOf({ kind, recipient }: ScopeSaid) {
  if (kind === 'report') return 'public'
  return RECIPIENTS.find((one) => one === recipient) ?? null
}

function restsOn({ kind, of }: ScopeSaid, { reports, findings }: Touched): boolean {
  if (kind === 'investigation') return true
  return of.some((id) => (kind === 'report' ? reports : findings).has(id))
}
