import { refuse, type InvestigationId, type ReportId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import { holdHead, insertWhole, investigationHead } from '@corroborate/store'
import { act, done } from './act.ts'
import { admitOpener } from './admit-opener.ts'
import { appendLines, type Line } from './append-lines.ts'
import type { Desk } from './desk.ts'
import { publishReport } from './publish-report.ts'
import { restand } from './restand.ts'

export interface ImportInvestigation {
  readonly whole: Investigation
}

export interface Imported {
  readonly investigation: InvestigationId
  /** The reports that are open to everybody from here on: those of public records and of what was invented. */
  readonly published: readonly ReportId[]
}

/**
 * Takes in an investigation whole, as a folder holds it: every record with an entry of its own, all of them or none.
 * `already-here` when the store has it; what is here is never written over.
 */
export const importInvestigation = act(
  'investigation.imported',
  'any-member',
  async (desk, { whole }: ImportInvestigation) => {
    const { db } = desk.store
    const { id } = whole
    if ((await investigationHead(db, id)) !== null)
      return refuse('already-here', `“${whole.code}” is here already; nothing was changed`)
    await insertWhole(db, whole)
    await admitOpener(desk, id)
    await holdHead(db, id)
    await appendLines(desk, { chain: id, actor: String(desk.member), lines: linesOf(whole) })
    await restand(desk, { investigation: id, moved: { kind: 'everything' } })
    const published = await publishOpenly(desk, whole)
    return done<Imported>(
      { investigation: id, published },
      { subject: id, content: { code: whole.code, published }, chain: id },
    )
  },
)

/** What rests on nobody's confidence is published at once, unless a law is broken in it. */
async function publishOpenly(
  desk: Desk,
  { id, nature, reports }: Investigation,
): Promise<readonly ReportId[]> {
  if (nature === 'own') return []
  const published: ReportId[] = []
  for (const report of reports)
    if ((await publishReport(desk, { investigation: id, report: report.id })).ok) published.push(report.id)
  return published
}

/** One line for every record, in the words of the acts that would have written them one by one. */
function linesOf(whole: Investigation): readonly Line[] {
  const { id, code, title, notice, nature, thresholds } = whole
  const each = (act: string, records: readonly { readonly id: string }[]) =>
    records.map((record): Line => ({ act, subject: record.id, content: record }))
  return [
    { act: 'investigation.opened', subject: id, content: { id, code, title, notice, nature, thresholds } },
    ...each('source.recorded', whole.sources),
    ...whole.originLinks.map((link): Line => ({
      act: 'origins.linked',
      subject: link.from,
      content: { link },
    })),
    ...each('interview.recorded', whole.interviews),
    ...each('consent.recorded', whole.consents),
    ...each('place.recorded', whole.places),
    ...each('person.recorded', whole.persons),
    ...each('unit.recorded', whole.units),
    ...each('list.received', whole.lists),
    ...each('linkage.received', whole.linkages),
    ...each('text.added', whole.texts),
    ...each('passage.marked', whole.passages),
    ...each('claim.stated', whole.claims),
    ...whole.resolutions.map((made): Line => ({
      act: 'contradiction.resolved',
      subject: made.claims[0],
      content: made,
    })),
    ...each('finding.reached', whole.findings),
    ...each('estimate.asked', whole.estimates),
    ...whole.runs.map((run): Line => ({
      act: 'run.ended',
      subject: run.id,
      content: { run: run.id, kind: 'done', sha256: run.sha256 },
    })),
    ...each('report.written', whole.reports),
  ]
}
