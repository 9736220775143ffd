import { csvReader, type CsvRow, type CsvTrouble } from './csv-rows.ts'
import { delimiterOf, type Delimiter } from './delimiter.ts'
import { encodingOfFile } from '../bytes/encoding-of-file.ts'
import { stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { listFault, type ListFault } from './list-fault.ts'
import { LIST_LIMITS } from './list-limits.ts'
import { fittedRow, headerFrom, type ListRow, type ListStep } from './list-rows.ts'
import { textReader, type Encoding, type EncodingFound } from '../bytes/text-of-bytes.ts'

/** How a text was read; said to whoever reads the list. */
export interface CsvForm {
  readonly kind: 'csv'
  readonly encoding: EncodingFound
  readonly delimiter: Delimiter
}

export interface CsvAsked {
  /** Null: found out. */
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
}

export interface OpenedCsv {
  readonly form: CsvForm
  readonly columns: readonly string[]
  readonly steps: () => AsyncGenerator<ListStep, void>
}

const SAMPLE = 262_144

/** Finds out how a text is to be read and what its columns are; its rows are read when they are asked for. */
export async function openCsv(file: GivenFile, asked: CsvAsked): Promise<OpenedCsv | ListFault> {
  const encoding = await encodingOfFile(file, asked.encoding)
  const start = startOf(await stretchOf(file, 0, SAMPLE), encoding.encoding)
  const { delimiter, saidSo } = delimiterOf(start)
  const form: CsvForm = { kind: 'csv', encoding, delimiter: asked.delimiter ?? delimiter }
  const reading = { file, form, skip: saidSo ? 1 : 0 }
  for await (const { rows, stop } of rowsIn(reading)) {
    const [header] = rows
    if (header !== undefined) {
      const read =
        header.trouble === null ? headerFrom(file.name, header) : faultOf(file.name, header.trouble)
      return 'columns' in read
        ? { form, columns: read.columns, steps: () => stepsIn(reading, read.columns) }
        : read
    }
    if (stop !== null) return faultOf(file.name, stop)
  }
  return listFault('file-empty', wholeOf(file), { expected: 'a row of column names', found: 'nothing' })
}

function startOf(bytes: Uint8Array, encoding: Encoding): string {
  return textReader(encoding).next(bytes)
}

interface Reading {
  readonly file: GivenFile
  readonly form: CsvForm
  /** Rows before the header that are none. */
  readonly skip: number
}

interface Portion {
  readonly rows: readonly CsvRow[]
  readonly stop: CsvTrouble | null
}

/** All rows, the header first, as they come out of the bytes. Blank lines before the header are passed over. */
async function* rowsIn({ file, form, skip }: Reading): AsyncGenerator<Portion, void> {
  const text = textReader(form.encoding.encoding)
  const reader = csvReader(form.delimiter)
  let [before, begun] = [skip, false]
  const told = ({ rows, stop }: Portion): Portion => {
    let kept = rows
    if (before > 0) {
      kept = rows.slice(before)
      before = Math.max(0, before - rows.length)
    }
    if (!begun) {
      const first = kept.findIndex(
        ({ cells, trouble }) => trouble !== null || cells.some((cell) => cell.trim() !== ''),
      )
      kept = first === -1 ? [] : kept.slice(first)
      begun = first !== -1
    }
    return { rows: kept, stop }
  }
  for await (const piece of file.read(0, file.size)) {
    const portion = told(reader.feed(text.next(piece)))
    if (portion.rows.length > 0 || portion.stop !== null) yield portion
    if (portion.stop !== null) return
  }
  const last = reader.feed(text.next(null))
  yield told(last)
  if (last.stop === null) yield told(reader.end())
}

async function* stepsIn(reading: Reading, columns: readonly string[]): AsyncGenerator<ListStep, void> {
  const { name } = reading.file
  const fitting = { file: name, columns, shortIsFine: false }
  let [header, count] = [true, 0]
  for await (const { rows: found, stop } of rowsIn(reading)) {
    const rows: ListRow[] = []
    const aside: ListFault[] = []
    let blank = 0
    for (const row of header ? found.slice(1) : found) {
      if (row.trouble !== null) {
        aside.push(faultOf(name, row.trouble))
        continue
      }
      const fit = fittedRow(fitting, row)
      if (fit === 'blank') blank++
      else if ('cells' in fit) rows.push(fit)
      else aside.push(fit)
    }
    if (found.length > 0) header = false
    count += rows.length + aside.length
    if (rows.length + aside.length + blank > 0) yield { kind: 'rows', rows, aside, blank }
    const end = stop === null ? tooMany(name, count) : faultOf(name, stop)
    if (end !== null) {
      yield { kind: 'refused', fault: end }
      return
    }
  }
}

function tooMany(file: string, count: number): ListFault | null {
  if (count <= LIST_LIMITS.rows) return null
  return listFault(
    'too-many-rows',
    { file, line: null, column: null },
    { expected: `at most ${LIST_LIMITS.rows} rows`, found: 'more' },
  )
}

function wholeOf(file: GivenFile) {
  return { file: file.name, line: null, column: null }
}

function faultOf(file: string, { reason, line, expected, found }: CsvTrouble): ListFault {
  return listFault(reason, { file, line, column: null }, { expected, found })
}
