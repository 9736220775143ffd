import type { TextPlace } from './text-fault.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'
import type { TableRow } from './turns-of-rows.ts'

/** Paragraphs, notes and rows of tables as they come out of the XML of a document, in the order in which they end. */
export interface ParagraphEar {
  readonly paragraphs: Paragraph[]
  /** Those of them that stand in no table. */
  readonly outside: Paragraph[]
  readonly rows: TableRow[]
  readonly begin: (kind: Paragraph['kind']) => void
  /** What the paragraph turns out to be, after it has begun. */
  readonly become: (kind: Paragraph['kind']) => void
  readonly say: (words: string, strong: boolean) => void
  readonly end: () => void
  readonly beginRow: () => void
  readonly endCell: (times: number) => void
  readonly endRow: () => void
}

interface Open {
  kind: Paragraph['kind']
  words: string
  strong: number
}

interface OpenRow {
  readonly cells: string[]
  cell: string
}

/** Keeps paragraphs within paragraphs (boxes) apart. A paragraph within a table stands in both: as itself, and in its row. */
export function paragraphEar(part: string): ParagraphEar {
  const [paragraphs, outside]: [Paragraph[], Paragraph[]] = [[], []]
  const rows: TableRow[] = []
  const open: Open[] = []
  const inRows: OpenRow[] = []
  let count = 0
  const place = (number: number): TextPlace => ({ line: null, part: `${part} ${number}` })
  return {
    ...{ paragraphs, outside, rows },
    begin: (kind) => {
      count++
      open.push({ kind, words: '', strong: 0 })
    },
    become: (kind) => {
      const last = open.at(-1)
      if (last !== undefined) last.kind = kind
    },
    say: (words, strong) => {
      const last = open.at(-1)
      if (last === undefined) return
      if (strong && last.strong === last.words.length) last.strong += words.length
      last.words += words
    },
    end: () => {
      const last = open.pop()
      if (last === undefined || last.words.trim() === '') return
      const row = inRows.at(-1)
      if (row !== undefined) row.cell = row.cell === '' ? last.words : `${row.cell}\n${last.words}`
      // A line break inside a paragraph is a line as people set it: a new speaker may begin there.
      for (const [i, words] of last.words.split('\n').entries()) {
        if (words.trim() === '') continue
        const strong = i === 0 ? last.strong : 0
        const goesOn = i === 0 ? 'no' : 'line'
        const paragraph: Paragraph = { words, kind: last.kind, strong, goesOn, at: place(count), page: null }
        paragraphs.push(paragraph)
        if (row === undefined) outside.push(paragraph)
      }
    },
    beginRow: () => inRows.push({ cells: [], cell: '' }),
    endCell: (times) => {
      const row = inRows.at(-1)
      if (row === undefined) return
      for (let i = 0; i < times; i++) row.cells.push(row.cell)
      row.cell = ''
    },
    endRow: () => {
      const row = inRows.pop()
      if (row !== undefined) rows.push({ cells: row.cells, at: place(count) })
    },
  }
}
