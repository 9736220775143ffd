import type { InvestigationId, ReportId } from '@corroborate/base'
import { computedBlock } from '@corroborate/press'
import type { ChartAsked, ResolvedBlock, ResolvedReport } from '@corroborate/report'
import { reportCards } from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { ReportView } from '../shapes.ts'
import { assessed, type Assessed } from './assessed.ts'
import { drawn } from './drawn.ts'
import { readingIn, type Reader } from './reader.ts'

/** What does this report say, and what keeps it from being published? */
export function readReport(
  reader: Reader,
  { investigation, report: id }: { readonly investigation: InvestigationId; readonly report: ReportId },
): Promise<ReportView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const known = await assessed(reader, investigation)
    const resolved = known?.resolved.get(id)
    if (known === null || resolved === undefined) return null
    return {
      resolved,
      html: (await drawnParts(reader, known)).get(id) ?? {},
      breaches: known.assessment.breaches,
      others: (await reportCards(db, investigation)).filter((card) => card.id !== id),
    }
  })
}

type Drawn = ReadonlyMap<ReportId, Readonly<Record<string, string>>>

const DRAWN = recalled<Drawn>()

/** The computed parts and charts of every report, drawn once for each state of the investigation. */
function drawnParts(reader: Reader, known: Assessed): Promise<Drawn> {
  return reader.memory.recall(known.state, DRAWN, () =>
    Promise.resolve(
      new Map([...known.resolved.values()].map((report) => [report.id, partsOf(known, report)])),
    ),
  )
}

function partsOf(known: Assessed, report: ResolvedReport): Readonly<Record<string, string>> {
  let level = 2
  const parts = report.blocks.flatMap((block): readonly (readonly [string, string])[] => {
    if (block.kind === 'heading') level = block.level
    const html = htmlOf(known, report, { block, level: level + 1 })
    return block.kind === 'paragraph' || html === null ? [] : [[block.anchor, html]]
  })
  return Object.fromEntries(parts)
}

function htmlOf(
  { investigation, assessment }: Assessed,
  { locale }: ResolvedReport,
  { block, level }: { readonly block: ResolvedBlock; readonly level: number },
): string | null {
  if (block.kind === 'chart') return chartOf({ investigation, assessment }, locale, block.chart)
  if (block.kind !== 'computed') return null
  const href: Parameters<typeof computedBlock>[0]['href'] = (target) =>
    target.kind === 'anchor' ? null : `/i/${investigation.id}/${SCREENS[target.kind]}/${target.id}`
  return computedBlock({ investigation, assessment, locale, level, href, what: block.what })
}

/** Where the desk shows what. */
const SCREENS = { claim: 'claims', finding: 'findings', estimate: 'estimates', source: 'sources' } as const

function chartOf(
  { investigation, assessment }: Pick<Assessed, 'investigation' | 'assessment'>,
  locale: ResolvedReport['locale'],
  chart: ChartAsked,
): string | null {
  const answer = assessment.estimates.get(chart.estimate)
  if (answer?.ok !== true || answer.value.method === 'lists') return null
  return drawn(chart.kind, { investigation, estimate: answer.value, locale })
}
