import type { Delimiter } from './delimiter.ts'
import { listFault, type ListFault } from './list-fault.ts'
import { stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { LIST_LIMITS } from './list-limits.ts'
import type { ListStep } from './list-rows.ts'
import { openCsv, type CsvForm } from './read-csv-list.ts'
import { openXlsx, type XlsxForm } from './read-xlsx-list.ts'
import type { Encoding } from '../bytes/text-of-bytes.ts'

/** How a list is to be read, where somebody knows better; null is found out. Kept with the list, so that it can be read again. */
export interface ListAsked {
  readonly sheet: string | null
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
}

export const FOUND_OUT: ListAsked = { sheet: null, encoding: null, delimiter: null }

/** How a list was read. */
export type ListForm = CsvForm | XlsxForm

/** A list whose columns are known and whose rows can be read, as often as somebody asks. */
export interface OpenList {
  readonly form: ListForm
  readonly columns: readonly string[]
  /** The rows from first to last, in portions: memory does not grow with the list. */
  readonly steps: () => AsyncGenerator<ListStep, void>
}

/**
 * Opens a list of people: CSV (RFC 4180, with any of four delimiters and encodings) or a workbook (XLSX). What it is, is told by its first bytes,
 * never by its name. Nothing is interpreted yet.
 */
export async function openList(
  file: GivenFile,
  asked: ListAsked,
): Promise<
  { readonly ok: true; readonly list: OpenList } | { readonly ok: false; readonly fault: ListFault }
> {
  const whole = { file: file.name, line: null, column: null }
  const no = (fault: ListFault) => ({ ok: false, fault }) as const
  if (file.size === 0)
    return no(listFault('file-empty', whole, { expected: 'a row of column names', found: 'an empty file' }))
  if (file.size > LIST_LIMITS.bytes)
    return no(
      listFault('file-too-large', whole, {
        expected: `at most ${LIST_LIMITS.bytes} bytes`,
        found: `${file.size}`,
      }),
    )
  const start = await stretchOf(file, 0, 8)
  const stranger = STRANGERS.find(({ signs }) => signs.every((sign, at) => start[at] === sign))
  if (stranger !== undefined)
    return no(listFault('not-a-list', whole, { expected: 'CSV or XLSX', found: stranger.found }))
  const opened = isZip(start) ? await openXlsx(file, asked.sheet) : await openCsv(file, asked)
  return 'reason' in opened ? no(opened) : { ok: true, list: opened }
}

function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 3 && d === 4
}

const STRANGERS = [
  {
    signs: [0xd0, 0xcf, 0x11, 0xe0],
    found: 'a workbook of old Excel (.xls), or one behind a password: save it as .xlsx without one',
  },
  { signs: [0x25, 0x50, 0x44, 0x46], found: 'a PDF' },
  { signs: [0x1f, 0x8b], found: 'a file packed by gzip: unpack it first' },
  { signs: [0x89, 0x50, 0x4e, 0x47], found: 'a picture' },
  { signs: [0xff, 0xd8, 0xff], found: 'a picture' },
] as const
