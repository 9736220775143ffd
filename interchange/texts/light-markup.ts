import { textFault, type TextFault } from './text-fault.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'

const DIRECTIVE = /^\s*[.]{2} [a-z][a-z-]*::/
const COMMENT = /^[.]{2}(?: |$)/
const STRONG_LABEL = /^\s*\*\*[^*\n]{1,60}(?:\*\*\s*[:：]|[:：]\s*\*\*)/
const UNDERLINE = /^([=\-^~"'`#*+])\1{2,}\s*$/

/** Whether lines are written in light markup: they have directives, or speakers in strong type. */
export function marked(lines: readonly string[]): boolean {
  return lines.some((line) => DIRECTIVE.test(line) || STRONG_LABEL.test(line))
}

/**
 * The paragraphs of a transcript in Markdown or reStructuredText, without the signs. Directives and what is set in below them (pictures, raw HTML)
 * are no words; headings belong to nobody. What was left out is said.
 */
export function withoutMarkup(
  file: string,
  lines: readonly string[],
): { readonly paragraphs: readonly Paragraph[]; readonly warnings: readonly TextFault[] } {
  const paragraphs: Paragraph[] = []
  const out: number[] = []
  let empty = true
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') {
      empty = true
      continue
    }
    if (DIRECTIVE.test(line) || COMMENT.test(line)) {
      const after = pastBlock(lines, i)
      out.push(...lines.slice(i, after).flatMap((words, at) => (words.trim() === '' ? [] : [i + at + 1])))
      i = after - 1
      empty = true
      continue
    }
    if (!UNDERLINE.test(line)) {
      const heading = /^#{1,6}\s/.test(line) || (empty && UNDERLINE.test(lines[i + 1] ?? ''))
      paragraphs.push(paragraphOf(line, { line: i + 1, heading, empty }))
    }
    empty = UNDERLINE.test(line)
  }
  const [first] = out
  if (first === undefined) return { paragraphs, warnings: [] }
  const told = { expected: 'words', found: `${out.length} lines of directives, left out` }
  return { paragraphs, warnings: [textFault('markup-left-out', { file, line: first, part: null }, told)] }
}

/** The first line after a directive and what is set in below it. */
function pastBlock(lines: readonly string[], from: number): number {
  let [to, seen] = [from + 1, from + 1]
  for (; seen < lines.length; seen++) {
    const line = lines[seen] ?? ''
    if (line.trim() === '') continue
    if (!/^\s/.test(line)) break
    to = seen + 1
  }
  return to
}

function paragraphOf(
  line: string,
  { line: at, heading, empty }: { readonly line: number; readonly heading: boolean; readonly empty: boolean },
): Paragraph {
  const strong = /^\s*\*\*([^*]+)\*\*/.exec(line)?.[1]?.length ?? 0
  return {
    ...{ words: inlinePlain(line.replace(/^#{1,6}\s+/, '')), strong, page: null },
    kind: heading ? 'heading' : 'words',
    goesOn: empty ? 'no' : 'line',
    at: { line: at, part: null },
  }
}

/** Words without the signs of emphasis; of an abbreviation with its explanation, what was said. */
function inlinePlain(line: string): string {
  return line
    .replaceAll(/:abbr:`([^`(]*?)\s*(?:\([^`]*\))?`/g, '$1')
    .replaceAll(/:[a-z-]+:`([^`]*)`/g, '$1')
    .replaceAll(/``([^`]+)``/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(^|[\s("“])\*([^*\s](?:[^*]*[^*\s])?)\*(?=$|[\s.,;:!?)"”])/g, '$1$2')
    .trim()
}
