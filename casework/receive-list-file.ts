import { refuse, type Json, type ListId, type Outcome, type Words } from '@corroborate/base'
import {
  headersKey,
  mappingFaults,
  type ListFault,
  type ListForm,
  type ListMapping,
  type OpenList,
} from '@corroborate/interchange'
import {
  insertListHead,
  insertListRows,
  insertMapping,
  insertProvenance,
  listOfFile,
  type ListProvenance,
} from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, signature, type ChosenCode } from './name-record.ts'
import { instant } from './time.ts'

export interface ReceiveListFile extends InInvestigation {
  readonly code: ChosenCode
  readonly title: Words
  readonly holder: string
  readonly list: OpenList
  readonly mapping: ListMapping
  /** Nobody stands on it twice, as far as its maker could tell. */
  readonly clean: boolean
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number }
  /** Digests the rows as they go by: the act is told, because whoever holds the file has the fast digest. */
  readonly digest: { readonly add: (text: string) => void; readonly end: () => string }
}

export interface ListReceived {
  readonly list: ListId
  readonly rows: number
  readonly aside: number
  readonly faults: readonly string[]
}

const FAULTS_TOLD = 1_000

/**
 * Takes in a list from its file, row by row, within one transaction: either all rows that can be read are kept and those that cannot are counted
 * and told, or nothing is. The rows are kept as they came; how they are read is kept beside them.
 */
export const receiveListFile = act(
  'list-file.received',
  ['researcher', 'statistician'],
  async (desk, input: ReceiveListFile) => {
    const { investigation, list, mapping, file } = input
    const { db } = desk.store
    const [fault] = mappingFaults(mapping, list.columns)
    if (fault !== undefined) return refuse(fault.reason, fault.sentence)
    const before = await listOfFile(db, investigation, file.sha256)
    if (before !== null)
      return refuse('file-taken-in', `${file.name}: this very file is here already, as list “${before}”`)
    const named = await nameRecord(desk, { investigation, kind: 'list', code: input.code })
    if (!named.ok) return named
    const { title, holder } = input
    const head = { ...named.value, title, holder, columns: list.columns }
    await insertListHead(db, investigation, head)
    const taken = await takeRows(desk, { ...input, id: head.id })
    if (!taken.ok) return taken
    const at = instant(desk.clock())
    const by = await signature(desk)
    const provenance: ListProvenance = {
      ...{ file: file.name, sha256: file.sha256, bytes: file.bytes, form: formOf(list.form), ...taken.value },
      ...{ rowsSha256: input.digest.end(), receivedBy: by, receivedAt: at },
    }
    await insertProvenance(db, { investigation, list: head.id }, provenance)
    const headers = headersKey(list.columns)
    const clean = input.clean
    await insertMapping(db, investigation, { list: head.id, headers, mapping: plain(mapping), clean, by, at })
    const { rows, aside, faults } = provenance
    return done<ListReceived>(
      { list: head.id, rows, aside, faults },
      { subject: head.id, content: { ...head, provenance, mapping, clean } },
    )
  },
)

async function takeRows(
  desk: { readonly store: { readonly db: Parameters<typeof insertListRows>[0] } },
  { investigation, id, list, digest, file }: ReceiveListFile & { readonly id: ListId },
): Promise<Outcome<Pick<ListProvenance, 'rows' | 'aside' | 'faults'>, ListFault['reason']>> {
  const faults: string[] = []
  let [rows, aside] = [0, 0]
  for await (const step of list.steps()) {
    if (step.kind === 'refused') return refuse(step.fault.reason, step.fault.sentence)
    for (const row of step.rows) digest.add(`${JSON.stringify(row.cells)}\n`)
    await insertListRows(desk.store.db, { investigation, list: id }, { from: rows + 1, rows: step.rows })
    rows += step.rows.length
    aside += step.aside.length
    for (const fault of step.aside) if (faults.length < FAULTS_TOLD) faults.push(fault.sentence)
  }
  if (rows > 0) return { ok: true, value: { rows, aside, faults } }
  const found = aside === 0 ? 'none' : `${aside} that cannot be read, the first: ${faults[0] ?? ''}`
  return refuse(
    'no-rows',
    `${file.name}: expected a row at least beneath the names of the columns, found ${found}`,
  )
}

/** How it was read, as plain JSON. */
function formOf(form: ListForm): Json {
  return form.kind === 'csv'
    ? { kind: form.kind, encoding: { ...form.encoding }, delimiter: form.delimiter }
    : {
        kind: form.kind,
        sheet: form.sheet,
        sheets: form.sheets.map((sheet) => ({ ...sheet })),
        dates: form.dates,
      }
}

export function plain({ columns, dateOrder }: ListMapping): Json {
  return {
    columns: columns.map(({ column, into }) => ({ column, into: into === null ? null : { ...into } })),
    dateOrder,
  }
}
