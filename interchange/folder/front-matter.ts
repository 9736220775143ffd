import { wrong, type Located, type Reading } from './reading.ts'
import { readYaml } from './yaml-file.ts'

/** A Markdown file: its fields, and its body with the line (counted from 1) on which it starts. */
export interface Markdown {
  readonly fields: Located<unknown>
  readonly body: string
  readonly bodyLine: number
}

/**
 * Fields between two lines `---`, then the body. One empty line after the fields and the last line break belong to neither.
 * Null when that is not there, which is told.
 */
export function readMarkdown(reading: Reading, file: string): Markdown | null {
  const content = (reading.files.get(file) ?? '').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const frame = frameOf(content)
  if (typeof frame === 'string') {
    wrong(reading, { file, line: 1, field: null }, { expected: 'fields between two lines ---', found: frame })
    return null
  }
  const read = readYaml(file, frame.fields, 2)
  if (!read.ok) {
    reading.mistakes.push(...read.mistakes)
    return null
  }
  const skipped = frame.rest.startsWith('\n') ? 1 : 0
  const bodyLine = frame.fields.split('\n').length + 2 + skipped
  return { fields: read.yaml, body: frame.rest.slice(skipped).replace(/\n$/, ''), bodyLine }
}

/** The two parts, or what was found in their place. */
function frameOf(content: string): { readonly fields: string; readonly rest: string } | string {
  const open = /^---[ \t]*\n/.exec(content)
  if (open === null) return 'none'
  const close = /^---[ \t]*$/gm
  close.lastIndex = open[0].length
  const end = close.exec(content)
  if (end === null) return 'fields that do not end'
  const after = end.index + end[0].length + 1
  return { fields: content.slice(open[0].length, end.index), rest: content.slice(after) }
}
