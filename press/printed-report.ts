import { directionOf, printNumber, printWhen, wordsIn, type Locale } from '@corroborate/base'
import type {
  Assessment,
  ChartAsked,
  Investigation,
  ResolvedBlock,
  ResolvedReport,
  ResolvedSentence,
} from '@corroborate/report'
import { say } from '@corroborate/words'
import { apparatusOf, type Apparatus } from './apparatus/apparatus.ts'
import { groundsOf } from './apparatus/grounds.ts'
import { intervalsByPeriodChart, intervalsInWords } from './charts/intervals-by-period.ts'
import { patternTimelineChart, timelineInWords } from './charts/pattern-timeline.ts'
import { chartTable } from './computed/chart-table.ts'
import { computedContent } from './computed/computed-content.ts'
import { refusedContent } from './computed/derivation.ts'
import { methodsContent } from './computed/methods.ts'
import { sourcesContent } from './computed/sources.ts'
import { quiet, words, type Entry, type Piece, type Table, type Target } from './content.ts'
import { lookupIn, type Lookup } from './evidence.ts'
import { mayPrintClaim } from './may-be-printed.ts'

/** A report as it is given to the press. */
export interface ReportToPrint {
  readonly resolved: ResolvedReport
  readonly assessment: Assessment
  readonly investigation: Investigation
}

/** A report laid out in full, before it is a page or a PDF: every text in its language, every link with its place. */
export interface PrintedReport {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly subtitle: string | null
  readonly authors: string
  readonly dated: string
  readonly notice: string
  /** "Invented, for training", or what else stands on every page; null for an investigation of one's own. */
  readonly nature: string | null
  /** The same where the notice does not begin with it itself. */
  readonly natureApart: string | null
  readonly contents: readonly { readonly level: 2 | 3; readonly text: string; readonly anchor: string }[]
  readonly blocks: readonly PrintedBlock[]
  readonly notes: readonly Entry[]
  readonly claims: readonly Entry[]
  /** How many claims of the investigation may not be printed, in words; null when there are none. */
  readonly withheldClaims: string | null
  /** Null where the report itself has its sources in their place. */
  readonly sources: readonly Piece[] | null
  readonly hasOwnWords: boolean
  /** Where in this print something stands; null when it is not in it. */
  readonly anchorOf: (target: Target) => string | null
}

export type PrintedBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly sentences: readonly PrintedSentence[] }
  | {
      readonly kind: 'chart'
      readonly anchor: string
      readonly wide: string
      readonly narrow: string
      readonly caption: string
      /** The chart and all its numbers in words, as the label of both drawings has them. */
      readonly label: string
      readonly numbers: Table
    }
  | {
      readonly kind: 'computed'
      readonly anchor: string
      readonly pieces: readonly Piece[]
      readonly level: number
    }

export interface PrintedSentence {
  readonly anchor: string
  readonly own: boolean
  readonly parts: readonly (
    | { readonly kind: 'words' | 'date' | 'source' | 'quotation'; readonly text: string }
    | { readonly kind: 'figure'; readonly text: string; readonly to: string | null }
  )[]
  readonly markers: readonly Marker[]
}

/** The small number after a sentence: where it leads, and what it is led back to by. */
export interface Marker {
  readonly number: string
  readonly note: string
  readonly anchor: string
  readonly label: string
}

/** Lays a report out. Says nothing itself: every word comes from the report, the investigation or the catalogues. */
export function printedReport(report: ReportToPrint): PrintedReport {
  const { resolved, investigation, assessment } = report
  const { locale } = resolved
  const evidence = lookupIn({ investigation, assessment, locale })
  const apparatus = apparatusOf(evidence, resolved)
  const printing: Printing = { evidence, apparatus }
  const nature = resolved.nature === 'own' ? null : say(locale, `nature.${resolved.nature}`)
  return {
    locale,
    direction: directionOf(locale),
    title: resolved.title,
    subtitle: resolved.subtitle,
    authors: resolved.authors.join(locale === 'ar' ? '، ' : ', '),
    dated: printWhen(locale, resolved.dated),
    notice: resolved.notice,
    nature,
    natureApart: nature !== null && resolved.notice.startsWith(nature) ? null : nature,
    contents: contentsOf(resolved, apparatus, locale),
    blocks: blocksOf(resolved.blocks, printing),
    notes: apparatus.notes,
    claims: apparatus.claims,
    withheldClaims: withheldClaims(investigation, locale),
    sources: apparatus.addsSources ? sourcesContent(evidence) : null,
    hasOwnWords: resolved.blocks.some(
      (block) => block.kind === 'paragraph' && block.sentences.some((sentence) => sentence.own),
    ),
    anchorOf: apparatus.anchorOf,
  }
}

function withheldClaims(investigation: Investigation, locale: Locale): string | null {
  const count = investigation.claims.filter((claim) => !mayPrintClaim(investigation, claim)).length
  if (count === 0) return null
  return say(locale, 'press.withheld.in-all', { number: printNumber(locale, count), count })
}

/** The pieces of a closing part: its entries, and what is withheld of them. */
export function closingPieces(printed: PrintedReport, name: 'notes' | 'claims'): readonly Piece[] {
  const entries: Piece = { kind: 'entries', entries: printed[name] }
  if (name === 'notes' || printed.withheldClaims === null) return [entries]
  return [entries, quiet(words(printed.withheldClaims))]
}

interface Printing {
  readonly evidence: Lookup
  readonly apparatus: Apparatus
}

/** How a reader finds the grounds, and what the sign of the authors' own sentences means where there are such. */
export function howToRead({ locale, hasOwnWords }: PrintedReport): string {
  const way = say(locale, 'press.how-to-read')
  return hasOwnWords ? `${way} ${say(locale, 'press.own.explained')}` : way
}

/** The parts after the body, which nobody writes and every report has. */
export const CLOSING = { notes: 'notes', claims: 'claims', sources: 'sources' } as const

function contentsOf(
  resolved: ResolvedReport,
  apparatus: Apparatus,
  locale: Locale,
): PrintedReport['contents'] {
  const closing = (name: keyof typeof CLOSING) => ({
    level: 2 as const,
    text: say(locale, `press.closing.${name}`),
    anchor: CLOSING[name],
  })
  return [
    ...resolved.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : [])),
    closing('notes'),
    closing('claims'),
    ...(apparatus.addsSources ? [closing('sources')] : []),
  ].map(({ level, text, anchor }) => ({ level, text, anchor }))
}

function blocksOf(blocks: readonly ResolvedBlock[], printing: Printing): readonly PrintedBlock[] {
  let level = 1
  return blocks.map((block) => {
    if (block.kind === 'heading') level = block.level
    return printedBlock(block, printing, level + 1)
  })
}

function printedBlock(block: ResolvedBlock, printing: Printing, level: number): PrintedBlock {
  switch (block.kind) {
    case 'heading':
      return block
    case 'paragraph':
      return {
        kind: 'paragraph',
        sentences: block.sentences.map((sentence) => printedSentence(sentence, printing)),
      }
    case 'chart':
      return printedChart(block.chart, { anchor: block.anchor, printing, level })
    case 'computed':
      return {
        kind: 'computed',
        anchor: block.anchor,
        pieces: computedContent(printing.evidence, block.what),
        level,
      }
  }
}

function printedSentence(sentence: ResolvedSentence, { evidence, apparatus }: Printing): PrintedSentence {
  return {
    anchor: sentence.anchor,
    own: sentence.own,
    parts: sentence.parts.map((part) =>
      part.kind === 'figure'
        ? { kind: 'figure', text: part.text, to: part.from === null ? null : apparatus.anchorOf(part.from) }
        : part,
    ),
    markers: groundsOf(sentence).flatMap((ground) => {
      const note = apparatus.noteOf(ground)
      if (note === null) return []
      const label = say(evidence.locale, 'press.marker', { number: note.number, what: note.label })
      return [{ number: note.number, note: note.anchor, anchor: `${sentence.anchor}-${note.anchor}`, label }]
    }),
  }
}

function printedChart(
  chart: ChartAsked,
  { anchor, printing, level }: { anchor: string; printing: Printing; level: number },
): PrintedBlock {
  const { evidence } = printing
  const { locale, investigation } = evidence
  const estimate = evidence.estimate(chart.estimate)
  if (estimate === null)
    return { kind: 'computed', anchor, level, pieces: refusedContent(evidence, chart.estimate) }
  if (estimate.method === 'lists')
    return { kind: 'computed', anchor, level, pieces: methodsContent(evidence, estimate) }
  const draw = (layout: 'wide' | 'narrow') =>
    chart.kind === 'intervals-by-period'
      ? intervalsByPeriodChart(estimate, locale, layout)
      : patternTimelineChart({ estimate, investigation, locale, layout })
  return {
    kind: 'chart',
    anchor,
    wide: draw('wide'),
    narrow: draw('narrow'),
    caption: say(locale, `press.caption.${chart.kind}`, { question: wordsIn(locale, estimate.question) }),
    label:
      chart.kind === 'intervals-by-period'
        ? intervalsInWords(estimate, locale)
        : timelineInWords({ estimate, investigation, locale }),
    numbers: chartTable(evidence, chart, estimate),
  }
}
