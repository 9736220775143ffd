import { never } from '@corroborate/base'
import type { Block, Figure, Ground, Part, Report, Sentence } from '@corroborate/report'
import { escaped, guardedLine } from './blocks.ts'
import type { CodeOf } from './write-records.ts'

/** The body of a report file: what `readReport` reads back as the same blocks. */
export function reportBody(report: Report, codeOf: CodeOf): string {
  return report.blocks.map((block) => blockText(block, codeOf)).join('\n\n')
}

function blockText(block: Block, codeOf: CodeOf): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(onOneLine(block.text))}`
    case 'paragraph':
      return block.sentences.map((sentence) => sentenceText(sentence, codeOf)).join('\n')
    case 'chart':
      return `{{chart: ${block.chart.kind} ${codeOf(block.chart.estimate)}}}`
    case 'computed':
      return 'estimate' in block.what
        ? `{{${block.what.kind}: ${codeOf(block.what.estimate)}}}`
        : `{{${block.what.kind}}}`
    default:
      return never(block)
  }
}

function sentenceText(sentence: Sentence, codeOf: CodeOf): string {
  const words = sentence.parts.map((part) => partText(part, codeOf)).join('')
  const grounds = sentence.grounds.map((ground) => ` ${groundText(ground, codeOf)}`).join('')
  return `${guardedLine(words)}${grounds}${sentence.own ? ' [own]' : ''}`
}

function partText(part: Part, codeOf: CodeOf): string {
  switch (part.kind) {
    case 'words':
      return escaped(onOneLine(part.text))
    case 'date':
      return `{date: ${part.edtf}}`
    case 'source':
      return `{source: ${codeOf(part.source)}}`
    case 'quotation':
      return `{quote: ${codeOf(part.passage)}}`
    case 'figure':
      return `{${figureText(part.figure, codeOf)}}`
    default:
      return never(part)
  }
}

function figureText(figure: Figure, codeOf: CodeOf): string {
  switch (figure.kind) {
    case 'estimate':
      return `estimate: ${codeOf(figure.estimate)} ${figure.show}`
    case 'period':
      return `period: ${codeOf(figure.estimate)} ${figure.period} ${figure.show}`
    case 'alternative':
      return `alternative: ${codeOf(figure.estimate)} ${figure.alternative} ${figure.show}`
    case 'claim':
      return `claim: ${codeOf(figure.claim)} ${figure.show}`
    case 'count':
      return `count: ${figure.of}`
    default:
      return never(figure)
  }
}

function groundText(ground: Ground, codeOf: CodeOf): string {
  switch (ground.kind) {
    case 'finding':
      return `[finding: ${codeOf(ground.finding)}]`
    case 'claim':
      return `[claim: ${codeOf(ground.claim)}]`
    case 'estimate':
      return `[estimate: ${codeOf(ground.estimate)}]`
    default:
      return never(ground)
  }
}

/** A line is a sentence in the file, so a sentence is a line. */
function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
