import type { GivenFile } from '../bytes/given-file.ts'
import { LIST_LIMITS } from './list-limits.ts'
import { dayOfSerial, plainNumber } from './xlsx-dates.ts'
import type { Book, Sheet } from './xlsx-book.ts'
import { heard, type XmlEar } from '../bytes/heard-xml.ts'
import type { Unpacked } from '../bytes/unpacked.ts'
import { unescaped } from './xlsx-escapes.ts'

/** A row of a sheet: its number there, and its cells as text, those that are left away in the middle empty. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
  /** A cell with something in it stands beyond the columns that a list may have. */
  readonly beyond: number | null
  readonly characters: number
  readonly suspect: boolean
}

interface Cell {
  column: number
  type: string
  style: number
  text: string
  filled: boolean
}

interface Standing {
  readonly book: Book
  rows: SheetRow[]
  line: number
  cells: string[]
  column: number
  beyond: number | null
  characters: number
  suspect: boolean
  cell: Cell | null
  listening: boolean
  reading: boolean
}

/**
 * The rows of a sheet as they come out of it, as text. A number is written plainly; one that is shown as a day is that day; a formula is the value
 * it had when the workbook was saved. A cell that holds an error (`#REF!`) keeps its sign as text, because somebody must see it.
 */
export async function* sheetRows(
  file: GivenFile,
  book: Book,
  sheet: Sheet,
): AsyncGenerator<Unpacked<readonly SheetRow[]>, void> {
  const at: Standing = {
    ...{ book, rows: [], line: 0, cells: [], column: -1, beyond: null, characters: 0, suspect: false },
    ...{ cell: null, listening: false, reading: false },
  }
  const ear: XmlEar = {
    open: (tag, attributes) => opened(at, tag, attributes),
    close: (tag) => closed(at, tag),
    text: (text) => {
      if (at.listening && at.cell !== null) at.cell.text += text
    },
  }
  for await (const step of heard(file, sheet.entry, { most: LIST_LIMITS.sheetBytes, ear })) {
    if (!step.ok) {
      yield step
      return
    }
    if (at.rows.length === 0) continue
    const value = at.rows
    at.rows = []
    yield { ok: true, value }
  }
}

function opened(at: Standing, tag: string, attributes: Readonly<Record<string, string>>): void {
  switch (tag) {
    case 'row': {
      const said = Number(attributes.r ?? '0')
      at.line = Number.isSafeInteger(said) && said > at.line ? said : at.line + 1
      at.cells = []
      at.column = -1
      at.beyond = null
      at.characters = 0
      at.suspect = false
      return
    }
    case 'c': {
      const column = columnOf(attributes.r ?? '') ?? at.column + 1
      at.column = column
      at.cell = {
        column,
        type: attributes.t ?? 'n',
        style: Number(attributes.s ?? '0'),
        text: '',
        filled: false,
      }
      return
    }
    case 'v':
    case 't':
      at.listening = !at.reading
      return
    case 'rPh':
      at.reading = true
  }
}

function closed(at: Standing, tag: string): void {
  if (tag === 'v' || tag === 't') at.listening = false
  else if (tag === 'rPh') at.reading = false
  else if (tag === 'c' && at.cell !== null) {
    put(at, at.cell.column, valueOf(at.book, at.cell))
    at.cell = null
  } else if (tag === 'row') {
    const { line, cells, beyond, characters, suspect } = at
    at.rows.push({ line, cells, beyond, characters, suspect })
    at.cells = []
  }
}

function put(at: Standing, column: number, value: string): void {
  if (value === '') return
  at.characters += value.length
  if (value.includes('\0') || value.includes('\uFFFD') || !value.isWellFormed()) at.suspect = true
  if (column >= LIST_LIMITS.columns) {
    at.beyond = Math.max(at.beyond ?? 0, column + 1)
    return
  }
  if (at.characters > LIST_LIMITS.rowCharacters) return
  while (at.cells.length < column) at.cells.push('')
  at.cells[column] = value
}

function valueOf({ strings, dayStyles, dates }: Book, { type, style, text }: Cell): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? ''
    case 'b':
      return text === '1' ? 'true' : text === '' ? '' : 'false'
    case 'n': {
      if (text === '') return ''
      const day = dayStyles[style] === true ? dayOfSerial(Number(text), dates) : null
      return day ?? plainNumber(text)
    }
    default:
      return unescaped(text)
  }
}

/** `BC12` is the 55th column, counted from 0. Null where there is no name. */
export function columnOf(reference: string): number | null {
  let number = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    number = number * 26 + value
    if (number > 1_000_000) return 1_000_000
  }
  return number === 0 ? null : number - 1
}
