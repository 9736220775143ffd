import { marked, withoutMarkup } from './light-markup.ts'
import { textFault, type TextFault } from './text-fault.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'

/** The lines of a plain text. An empty line parts paragraphs; light markup (Markdown, reStructuredText) is taken out and said to be. */
export function readPlain(
  file: string,
  text: string,
): { readonly paragraphs: readonly Paragraph[]; readonly warnings: readonly TextFault[] } {
  const lines = text.split('\n')
  if (marked(lines)) return withoutMarkup(file, lines)
  const paragraphs: Paragraph[] = []
  let empty = true
  for (const [i, words] of lines.entries()) {
    if (words.trim() !== '')
      paragraphs.push({
        ...{ words, kind: 'words', strong: 0, goesOn: empty ? 'no' : 'line', page: null },
        at: { line: i + 1, part: null },
      })
    empty = words.trim() === ''
  }
  return { paragraphs, warnings: unreadable(file, lines) }
}

/** Characters that could not be read, by the line on which the first stands. */
export function unreadable(file: string, lines: readonly string[]): readonly TextFault[] {
  const first = lines.findIndex((line) => line.includes('\uFFFD'))
  if (first === -1) return []
  const count = lines.filter((line) => line.includes('\uFFFD')).length
  const expected = 'text in the encoding of the rest of the file'
  const found = `bytes that are not, on ${count} ${count === 1 ? 'line' : 'lines'}`
  return [textFault('encoding-mixed', { file, line: first + 1, part: null }, { expected, found })]
}
