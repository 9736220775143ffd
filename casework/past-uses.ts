import type { InvestigationId, SourceId } from '@corroborate/base'
import { permits } from '@corroborate/disclosure'
import { fieldsOf } from '@corroborate/ledger'
import { linesOfActs, publications, type Db, type PastUse } from '@corroborate/store'
import { PURPOSES, RECIPIENTS, type Consent } from '@corroborate/testimony'
import { WORK_GIVEN_OUT } from './give-work-out.ts'
import { scopeSaid, type ScopeSaid } from './package/scope-said.ts'
import { PACKAGE_MADE } from './package/settle-package.ts'

/** Where a witness's words stand, and what rests on them. */
export interface Touched {
  readonly reports: ReadonlySet<string>
  readonly findings: ReadonlySet<string>
}

interface PastUsesAsked {
  readonly witness: SourceId
  readonly touched: Touched
  /** Of the witness, all versions, as they stood before the withdrawal. */
  readonly consents: readonly Consent[]
}

/**
 * What left with a witness's words, or rested on them, and to whom: what is published now, the packages that were made, and the files that went to
 * other programs, of which is known whose words were in them. A package is listed where
 * what it was asked of rests on the witness now, and the consents of that day let something of it out; a finding that was revised since is not traced back.
 */
export async function pastUses(
  db: Db,
  investigation: InvestigationId,
  { witness, touched, consents }: PastUsesAsked,
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
  return [...published, ...packages, ...(await filesWith(db, investigation, witness))]
}

async function filesWith(
  db: Db,
  investigation: InvestigationId,
  witness: SourceId,
): Promise<readonly PastUse[]> {
  const lines = await linesOfActs(db, investigation, [WORK_GIVEN_OUT])
  return lines.flatMap(({ entry, content }): readonly PastUse[] => {
    const { sources, sha256: file, recipient: to } = fieldsOf(content ?? undefined) ?? {}
    const recipient = RECIPIENTS.find((one) => one === to)
    const isIn = Array.isArray(sources) && sources.includes(witness)
    if (!isIn || typeof file !== 'string' || recipient === undefined) return []
    return [{ kind: 'exchange', file, recipient, at: entry.time }]
  })
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
