import { LIST_LIMITS } from './list-limits.ts'

/** What stops a row, or the whole, from being read: where, and what belongs there. */
export interface CsvTrouble {
  readonly reason: 'quote-open' | 'row-too-long' | 'text-after-quote'
  readonly line: number
  readonly expected: string
  readonly found: string
}

export interface CsvRow {
  /** The line on which the row begins, counted from 1: a cell may hold line breaks. */
  readonly line: number
  readonly cells: readonly string[]
  readonly trouble: CsvTrouble | null
  /** Whether the row may hold a zero character or one that could not be read. */
  readonly suspect: boolean
}

export interface CsvReader {
  /** The rows that end within this text, and what makes reading on pointless. */
  readonly feed: (text: string) => { readonly rows: readonly CsvRow[]; readonly stop: CsvTrouble | null }
  readonly end: () => { readonly rows: readonly CsvRow[]; readonly stop: CsvTrouble | null }
}

const [QUOTE, BREAK] = [0x22, 0x0a]

/** Where the reader stands. */
type Mode = 'before-cell' | 'plain' | 'quoted' | 'quote-seen' | 'skipping'

interface Standing {
  readonly delimiter: number
  mode: Mode
  line: number
  rowLine: number
  quoteLine: number
  characters: number
  cell: string
  cells: string[]
  trouble: CsvTrouble | null
  suspect: boolean
  rows: CsvRow[]
  stop: CsvTrouble | null
}

/**
 * RFC 4180 read piece by piece, with any delimiter: double quotes, quotes doubled inside, line breaks inside quotes. A quote in the middle of a plain
 * cell is a letter. Text after a closing quote and a row beyond the limit set the row aside, and reading goes on with the next line; a quote that
 * does not close stops it, because nothing after it can be trusted. Line breaks come as LF.
 */
export function csvReader(delimiter: string): CsvReader {
  const at: Standing = {
    ...{
      delimiter: delimiter.charCodeAt(0),
      mode: 'before-cell',
      line: 1,
      rowLine: 1,
      quoteLine: 0,
      characters: 0,
    },
    ...{ cell: '', cells: [], trouble: null, suspect: false, rows: [], stop: null },
  }
  const taken = () => {
    const { rows, stop } = at
    at.rows = []
    return { rows, stop }
  }
  return {
    feed: (text) => {
      const begun = at.mode !== 'before-cell' || at.cells.length > 0
      at.suspect = (begun && at.suspect) || text.includes('\0') || text.includes('\uFFFD')
      let i = 0
      while (i < text.length && at.stop === null) i = step(at, text, i)
      return taken()
    },
    end: () => {
      if (at.mode === 'quoted') at.stop = openQuote(at, 'none to the end of the file')
      else if (at.mode !== 'before-cell' || at.cells.length > 0) endRow(at)
      return taken()
    },
  }
}

/** Reads on from a place, and says to where. */
function step(at: Standing, text: string, i: number): number {
  switch (at.mode) {
    case 'before-cell':
      if (text.charCodeAt(i) !== QUOTE) return plain(at, text, i)
      at.mode = 'quoted'
      at.quoteLine = at.line
      return i + 1
    case 'plain':
      return plain(at, text, i)
    case 'quoted':
      return quoted(at, text, i)
    case 'quote-seen':
      return afterQuote(at, text, i)
    case 'skipping':
      return skipping(at, text, i)
  }
}

function plain(at: Standing, text: string, from: number): number {
  let i = from
  for (; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (sign === at.delimiter || sign === BREAK) break
  }
  hold(at, text, from, i)
  if (at.mode === 'skipping') return i
  at.mode = 'plain'
  return i < text.length ? closed(at, text.charCodeAt(i), i) : i
}

function quoted(at: Standing, text: string, from: number): number {
  const close = text.indexOf('"', from)
  const to = close === -1 ? text.length : close
  for (let lf = text.indexOf('\n', from); lf !== -1 && lf < to; lf = text.indexOf('\n', lf + 1)) at.line++
  hold(at, text, from, to)
  if (close === -1) return to
  at.mode = 'quote-seen'
  return close + 1
}

function afterQuote(at: Standing, text: string, i: number): number {
  const sign = text.charCodeAt(i)
  if (sign === QUOTE) {
    at.cell += '"'
    at.mode = 'quoted'
    return i + 1
  }
  if (sign === at.delimiter || sign === BREAK) return closed(at, sign, i)
  const expected = `“${String.fromCharCode(at.delimiter)}” or the end of the row after a closing quote`
  at.trouble = { reason: 'text-after-quote', line: at.line, expected, found: `“${text.slice(i, i + 1)}”` }
  at.mode = 'skipping'
  return i
}

function skipping(at: Standing, text: string, from: number): number {
  const lf = text.indexOf('\n', from)
  return lf === -1 ? text.length : closed(at, BREAK, lf)
}

/** Ends the cell, and the row too at a line break. */
function closed(at: Standing, sign: number, i: number): number {
  if (sign === BREAK) {
    endRow(at)
    at.line++
    at.rowLine = at.line
  } else endCell(at)
  return i + 1
}

function endCell(at: Standing): void {
  at.cells.push(at.cell)
  at.cell = ''
  at.mode = 'before-cell'
}

function endRow(at: Standing): void {
  endCell(at)
  at.rows.push({ line: at.rowLine, cells: at.cells, trouble: at.trouble, suspect: at.suspect })
  at.cells = []
  at.trouble = null
  at.characters = 0
}

function hold(at: Standing, text: string, from: number, to: number): void {
  at.characters += to - from + 1
  if (at.characters <= LIST_LIMITS.rowCharacters) {
    at.cell = at.cell === '' ? text.slice(from, to) : at.cell + text.slice(from, to)
    return
  }
  if (at.mode === 'quoted') {
    at.stop = openQuote(at, `none within ${LIST_LIMITS.rowCharacters} characters`)
    return
  }
  const expected = `at most ${LIST_LIMITS.rowCharacters} characters in a row`
  at.trouble = { reason: 'row-too-long', line: at.rowLine, expected, found: 'more' }
  at.mode = 'skipping'
  at.cell = ''
}

function openQuote(at: Standing, found: string): CsvTrouble {
  return {
    reason: 'quote-open',
    line: at.quoteLine,
    expected: 'a quote that closes the one opened here',
    found,
  }
}
