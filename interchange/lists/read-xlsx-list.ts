import { listFault, type ListFault } from './list-fault.ts'
import type { GivenFile } from '../bytes/given-file.ts'
import { LIST_LIMITS } from './list-limits.ts'
import { fittedRow, headerFrom, type ListRow, type ListStep } from './list-rows.ts'
import { openBook, type Book, type Sheet } from './xlsx-book.ts'
import type { DateSystem } from './xlsx-dates.ts'
import type { NotUnpacked } from '../bytes/unpacked.ts'
import { sheetRows, type SheetRow } from './xlsx-rows.ts'

/** How a workbook was read; said to whoever reads the list. */
export interface XlsxForm {
  readonly kind: 'xlsx'
  readonly sheet: string
  /** All its sheets, in their order: another may be meant. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly dates: DateSystem
}

export interface OpenedXlsx {
  readonly form: XlsxForm
  readonly columns: readonly string[]
  readonly steps: () => AsyncGenerator<ListStep, void>
}

/** Opens a sheet of a workbook: the one that is named, or the first that is not hidden. Its first row with something in it names the columns. */
export async function openXlsx(file: GivenFile, sheetName: string | null): Promise<OpenedXlsx | ListFault> {
  const whole = { file: file.name, line: null, column: null }
  const opened = await openBook(file)
  if (!opened.ok) return faultOf(file.name, opened)
  const book = opened.value
  const sheet =
    sheetName === null
      ? (book.sheets.find(({ hidden }) => !hidden) ?? book.sheets[0])
      : book.sheets.find(({ name }) => name === sheetName)
  if (sheet === undefined) {
    const names = book.sheets.map(({ name }) => `“${name}”`).join(', ')
    return listFault('sheet-unknown', whole, {
      expected: `one of the sheets ${names}`,
      found: `“${sheetName ?? ''}”`,
    })
  }
  const form: XlsxForm = {
    kind: 'xlsx',
    sheet: sheet.name,
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    dates: book.dates,
  }
  const place = placeOf(file, book, sheet)
  for await (const step of sheetRows(file, book, sheet)) {
    if (!step.ok) return faultOf(place, step)
    const header = step.value.find(isFilled)
    if (header === undefined) continue
    if (header.beyond !== null) return tooWide(place, header)
    const read = headerFrom(place, header)
    if (!('columns' in read)) return read
    return { form, columns: read.columns, steps: () => stepsIn({ file, book, sheet, place }, read.columns) }
  }
  return listFault(
    'file-empty',
    { ...whole, file: place },
    { expected: 'a row of column names', found: 'nothing' },
  )
}

/** A sheet is named where there are several. */
function placeOf(file: GivenFile, book: Book, sheet: Sheet): string {
  return book.sheets.length === 1 ? file.name : `${file.name}, sheet “${sheet.name}”`
}

function isFilled({ cells, beyond }: SheetRow): boolean {
  return beyond !== null || cells.some((cell) => cell.trim() !== '')
}

interface Reading {
  readonly file: GivenFile
  readonly book: Book
  readonly sheet: Sheet
  readonly place: string
}

async function* stepsIn(
  { file, book, sheet, place }: Reading,
  columns: readonly string[],
): AsyncGenerator<ListStep, void> {
  const fitting = { file: place, columns, shortIsFine: true }
  let [header, count] = [true, 0]
  for await (const step of sheetRows(file, book, sheet)) {
    if (!step.ok) {
      yield { kind: 'refused', fault: faultOf(place, step) }
      return
    }
    const rows: ListRow[] = []
    const aside: ListFault[] = []
    let blank = 0
    for (const row of step.value) {
      if (header) {
        header = !isFilled(row)
        continue
      }
      const fit = beyondLimits(place, row) ?? fittedRow(fitting, row)
      if (fit === 'blank') blank++
      else if ('cells' in fit) rows.push(fit)
      else aside.push(fit)
    }
    count += step.value.length
    if (rows.length + aside.length + blank > 0) yield { kind: 'rows', rows, aside, blank }
    if (count > LIST_LIMITS.sheetRows) {
      const told = { expected: `at most ${LIST_LIMITS.sheetRows} rows in a sheet`, found: 'more' }
      yield {
        kind: 'refused',
        fault: listFault('too-many-rows', { file: place, line: null, column: null }, told),
      }
      return
    }
  }
}

function beyondLimits(file: string, row: SheetRow): ListFault | null {
  if (row.beyond !== null) return tooWide(file, row)
  if (row.characters <= LIST_LIMITS.rowCharacters) return null
  const told = {
    expected: `at most ${LIST_LIMITS.rowCharacters} characters in a row`,
    found: `${row.characters}`,
  }
  return listFault('row-too-long', { file, line: row.line, column: null }, told)
}

function tooWide(file: string, { line, beyond }: SheetRow): ListFault {
  const told = {
    expected: `at most ${LIST_LIMITS.columns} columns`,
    found: `something in column ${beyond ?? 0}`,
  }
  return listFault('too-many-columns', { file, line, column: null }, told)
}

function faultOf(file: string, { reason, expected, found }: NotUnpacked): ListFault {
  return listFault(`workbook-${reason}`, { file, line: null, column: null }, { expected, found })
}
