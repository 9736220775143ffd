import {
  never,
  printNumber,
  printRange,
  printWhen,
  whenFrom,
  wordsIn,
  type Locale,
  type PassageId,
  type Range,
} from '@corroborate/base'
import { lineageOf } from '@corroborate/claims'
import type { Standing } from '@corroborate/findings'
import { say } from '@corroborate/words'
import type { Assessment } from './assessment.ts'
import { quotableInPublic, type Allowed } from './consented.ts'
import { countsOf } from './counts.ts'
import type { Investigation } from './investigation.ts'
import { readFigure, type FigureRead, type Numbers } from './read-figure.ts'
import { registersOf } from './registers.ts'
import type { Block, Ground, Part, Report, Sentence } from './report.ts'
import type {
  ResolvedBlock,
  ResolvedGround,
  ResolvedPart,
  ResolvedReport,
  ResolvedSentence,
} from './resolved.ts'

/**
 * A report with every figure computed, every ground named and every passage quoted, in the report's language.
 * What cannot be shown (a figure that points to nothing, a quotation that may not be published) is said in words in its place:
 * the report can be read while it is being mended, and `assess` lists the breach that keeps it from being published.
 */
export function resolveReport(
  investigation: Investigation,
  assessment: Assessment,
  report: Report,
): ResolvedReport {
  const registers = registersOf(investigation)
  const lineage = lineageOf(investigation.sources, investigation.originLinks)
  const desk: Desk = {
    locale: report.locale,
    assessment,
    numbers: { registers, estimates: assessment.estimates, counts: countsOf(investigation, lineage) },
    quotable: quotableInPublic(investigation, registers, END_OF_TIME),
  }
  const name = anchors()
  return {
    id: report.id,
    code: report.code,
    locale: report.locale,
    title: report.title,
    subtitle: report.subtitle,
    authors: report.authors,
    dated: report.dated,
    notice: wordsIn(report.locale, investigation.notice),
    nature: investigation.nature,
    blocks: report.blocks.map((block) => blockOf(block, desk, name)),
  }
}

/** A report has no today: a consent that is withdrawn, on whatever day, withholds its quotations. */
const END_OF_TIME = '9999-12-31'

/** What the resolving of one report reads from. */
interface Desk {
  readonly locale: Locale
  readonly assessment: Assessment
  readonly numbers: Numbers
  readonly quotable: (passage: PassageId) => Allowed
}

type AnchorName = (letter: 'h' | 's' | 'c' | 'p') => string

/** Counts each kind in the order of the text: `s1`, `s2`, … */
function anchors(): AnchorName {
  const counted = new Map<string, number>()
  return (letter) => {
    const number = (counted.get(letter) ?? 0) + 1
    counted.set(letter, number)
    return `${letter}${number}`
  }
}

function blockOf(block: Block, desk: Desk, name: AnchorName): ResolvedBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: block.text, anchor: name('h') }
    case 'paragraph':
      return {
        kind: 'paragraph',
        sentences: block.sentences.map((sentence) => sentenceOf(sentence, desk, name('s'))),
      }
    case 'chart':
      return { kind: 'chart', chart: block.chart, anchor: name('c') }
    case 'computed':
      return { kind: 'computed', what: block.what, anchor: name('p') }
    default:
      return never(block)
  }
}

function sentenceOf(sentence: Sentence, desk: Desk, anchor: string): ResolvedSentence {
  return {
    anchor,
    parts: sentence.parts.map((part) => partOf(part, desk)),
    grounds: sentence.grounds.map((ground) => groundOf(ground, desk)).filter((ground) => ground !== null),
    own: sentence.own,
  }
}

function partOf(part: Part, desk: Desk): ResolvedPart {
  const { locale, numbers } = desk
  switch (part.kind) {
    case 'words':
      return { kind: 'words', text: part.text }
    case 'date':
      return { kind: 'date', text: whenFrom(part.edtf).ok ? printWhen(locale, part.edtf) : part.edtf }
    case 'source': {
      const source = numbers.registers.sources.get(part.source)
      return source ? { kind: 'source', text: wordsIn(locale, source.title) } : missing(locale, 'source')
    }
    case 'quotation': {
      const passage = numbers.registers.passages.get(part.passage)
      if (passage === undefined) return missing(locale, 'quotation')
      return !desk.quotable(passage.id).ok
        ? missing(locale, 'withheld')
        : { kind: 'quotation', text: passage.exact }
    }
    case 'figure': {
      const read = readFigure(part.figure, numbers)
      return read.ok ? figureOf(read.value, desk) : missing(locale, 'figure')
    }
    default:
      return never(part)
  }
}

function missing(locale: Locale, what: 'figure' | 'source' | 'quotation' | 'withheld'): ResolvedPart {
  return { kind: 'words', text: say(locale, `report.missing.${what}`) }
}

function figureOf({ value, least, from }: FigureRead, desk: Desk): ResolvedPart {
  const number = printFigure(desk.locale, value)
  return {
    kind: 'figure',
    text: least ? say(desk.locale, 'report.at-least', { number }) : number,
    value,
    from: from === null ? null : groundNamed(from, desk),
  }
}

/** Whole numbers as they are; parts of an occasion with one decimal. */
function printFigure(locale: Locale, { min, max }: Range): string {
  const oneDecimal = (value: number) => Math.round(value * 10) / 10
  return min === max
    ? printNumber(locale, oneDecimal(min))
    : printRange(locale, { min: oneDecimal(min), max: oneDecimal(max) })
}

function groundOf(ground: Ground, desk: Desk): ResolvedGround | null {
  switch (ground.kind) {
    case 'finding':
      return findingNamed(ground.finding, desk)
    case 'claim':
      return groundNamed({ kind: 'claim', id: ground.claim }, desk)
    case 'estimate':
      return groundNamed({ kind: 'estimate', id: ground.estimate }, desk)
    default:
      return never(ground)
  }
}

function findingNamed(
  id: Extract<Ground, { kind: 'finding' }>['finding'],
  desk: Desk,
): ResolvedGround | null {
  const finding = desk.numbers.registers.findings.get(id)
  if (finding === undefined) return null
  const standing = desk.assessment.standings.get(id)?.standing
  return {
    kind: 'finding',
    id,
    code: finding.code,
    label: wordsIn(desk.locale, finding.proposition),
    standing: standing === undefined ? '' : standingInWords(desk.locale, standing),
  }
}

function groundNamed(
  from: NonNullable<FigureRead['from']>,
  { locale, numbers }: Desk,
): ResolvedGround | null {
  if (from.kind === 'claim') {
    const claim = numbers.registers.claims.get(from.id)
    return claim
      ? { kind: 'claim', id: from.id, code: claim.code, label: wordsIn(locale, claim.proposition) }
      : null
  }
  const estimate = numbers.registers.estimates.get(from.id)
  return estimate
    ? { kind: 'estimate', id: from.id, code: estimate.code, label: wordsIn(locale, estimate.question) }
    : null
}

/** "Attributed; what was said: Secondary only". An attribution never goes without what stands beneath it. */
export function standingInWords(locale: Locale, standing: Standing): string {
  const name = say(locale, `standing.${standing.kind}`)
  return standing.kind === 'attributed'
    ? say(locale, 'report.standing.attributed', { name, beneath: standingInWords(locale, standing.beneath) })
    : name
}
