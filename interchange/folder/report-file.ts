import type { Block, Report, Sentence } from '@corroborate/report'
import { splitBlocks, type RawBlock, type RawSentence } from './blocks.ts'
import { computedOf, groundOf, partOf, type Lookup } from './directives.ts'
import { readMarkdown } from './front-matter.ts'
import type { Place } from './mistake.ts'
import { idOf, shaped, wrong } from './reading.ts'
import { reportShape } from './record-shapes.ts'

/** `report.en.md`, or one of several: `reports/annex.en.md`. */
export const REPORT_FILE = /^(?:(report)|reports\/([A-Za-z0-9][A-Za-z0-9._-]{0,79}?))\.([A-Za-z-]+)\.md$/

/** One report from its file; null when it cannot be read, which is told. */
export function readReport(lookup: Lookup, file: string): Report | null {
  const { reading } = lookup
  const markdown = readMarkdown(reading, file)
  if (markdown === null) return null
  const head = shaped(reading, reportShape, markdown.fields)
  const blocks = splitBlocks(markdown.body, markdown.bodyLine)
    .map((block) => blockIn(lookup, file, block))
    .filter((block) => block !== null)
  if (head === null) return null
  const [, plain, named, tag = ''] = REPORT_FILE.exec(file) ?? []
  const { language: locale, title, subtitle, authors, dated } = head.value
  if (locale !== tag)
    wrong(reading, head.placeOf(['language']), {
      expected: `${tag}, as in the name of the file`,
      found: `“${locale}”`,
    })
  const code = plain ?? named ?? ''
  return {
    id: idOf(reading, 'report', code, locale),
    code,
    locale,
    title,
    subtitle: subtitle ?? null,
    authors,
    dated,
    blocks,
  }
}

function blockIn(lookup: Lookup, file: string, block: RawBlock): Block | null {
  if (block.kind === 'fault') {
    const { line, field, expected, found } = block.fault
    wrong(lookup.reading, { file, line, field }, { expected, found })
    return null
  }
  const at = { file, line: block.line }
  if (block.kind === 'heading') return { kind: 'heading', level: block.level, text: block.text, at }
  if (block.kind === 'directive') {
    const computed = computedOf(lookup, block, { ...at, field: null })
    return computed && { ...computed, at }
  }
  const sentences = block.sentences
    .map((sentence) => sentenceIn(lookup, file, sentence))
    .filter((one) => one !== null)
  return { kind: 'paragraph', sentences, at }
}

function sentenceIn(lookup: Lookup, file: string, sentence: RawSentence): Sentence | null {
  const place: Place = { file, line: sentence.line, field: null }
  const parts = sentence.parts.map((part) => (part.kind === 'words' ? part : partOf(lookup, part, place)))
  const grounds = sentence.grounds.map((ground) => groundOf(lookup, ground, place))
  const [first, ...rest] = parts.filter((part) => part !== null)
  if (first === undefined) return null
  return {
    parts: [first, ...rest],
    grounds: grounds.filter((ground) => ground !== null),
    own: sentence.own,
    at: { file, line: sentence.line },
  }
}
