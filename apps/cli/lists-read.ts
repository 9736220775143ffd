import { headOf, rowAsRead, type ListForm, type ListHead, type OpenList } from '@corroborate/interchange'
import type { ListsReadAsked } from './command-line.ts'
import { digestOfFile, openedList } from './files-on-disk.ts'

const SHOWN = 5
const FAULTS_SHOWN = 20

/** Shows how a list is read: its form, its columns with what they are taken for, its first rows, and every row that is set aside. Writes nothing. */
export async function readList(asked: ListsReadAsked): Promise<number> {
  const opened = await openedList(asked.file, asked.sheet)
  if (!opened.ok) return complain(asked, [opened.detail])
  const { file, list } = opened.value
  const head = await headOf(list, 200)
  const told = await countedRows(list)
  if (told.refused !== null) return complain(asked, [told.refused, 'Nothing of it would be taken in.'])
  if (asked.json) {
    const first = head.rows.slice(0, SHOWN)
    const sha256 = await digestOfFile(file)
    const rows = first.map((row) => ({
      ...row,
      read: rowAsRead(file.name, list.columns, { row, mapping: head.proposed.mapping }),
    }))
    console.log(
      JSON.stringify(
        { ok: true, file: file.name, sha256, form: list.form, ...told, proposed: head.proposed, first: rows },
        null,
        2,
      ),
    )
  } else console.log(inWords(file.name, { list, head, told }).join('\n'))
  return 0
}

interface Counted {
  readonly rows: number
  readonly aside: number
  readonly blank: number
  readonly faults: readonly string[]
  readonly refused: string | null
}

async function countedRows(list: OpenList): Promise<Counted> {
  let [rows, aside, blank] = [0, 0, 0]
  const faults: string[] = []
  for await (const step of list.steps()) {
    if (step.kind === 'refused') return { rows, aside, blank, faults, refused: step.fault.sentence }
    rows += step.rows.length
    aside += step.aside.length
    blank += step.blank
    for (const fault of step.aside) if (faults.length < FAULTS_SHOWN) faults.push(fault.sentence)
  }
  return { rows, aside, blank, faults, refused: null }
}

function inWords(
  file: string,
  { list, head, told }: { readonly list: OpenList; readonly head: ListHead; readonly told: Counted },
): readonly string[] {
  const { mapping, because, dateOrderSeen } = head.proposed
  const columns = mapping.columns.map(({ column, into }, at) => {
    const what =
      into === null ? 'kept for display' : `${into.field} (${into.kind}), by its ${because[at] ?? 'name'}`
    return `  ${column}: ${what}`
  })
  const first = head.rows
    .slice(0, SHOWN)
    .flatMap((row) => [
      `  line ${row.line}`,
      ...rowAsRead(file, list.columns, { row, mapping }).map(
        ({ field, read, fault }) =>
          `    ${field}: ${read ?? (fault === null ? '(says nothing)' : fault.sentence)}`,
      ),
    ])
  return [
    `${file}: ${formInWords(list.form)}`,
    `${told.rows} rows, ${told.aside} set aside, ${told.blank} blank.`,
    ...told.faults.map((sentence) => `  ${sentence}`),
    ...(told.aside > told.faults.length ? [`  … and ${told.aside - told.faults.length} more`] : []),
    'Columns, as they would be read (a proposal):',
    ...columns,
    `Dates of three numbers: ${mapping.dateOrder}${dateOrderSeen === 'either' ? ', but no value tells' : dateOrderSeen === 'mixed' ? ', though some values say otherwise' : ''}.`,
    'First rows:',
    ...first,
  ]
}

function formInWords(form: ListForm): string {
  if (form.kind === 'xlsx') {
    const others = form.sheets.filter(({ name }) => name !== form.sheet).map(({ name }) => `“${name}”`)
    return `XLSX, sheet “${form.sheet}”${others.length > 0 ? ` (others: ${others.join(', ')})` : ''}, days from ${form.dates}`
  }
  const { encoding, by } = form.encoding
  const delimiter = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[form.delimiter]
  return `CSV in ${encoding}${by === 'guess' ? ' (a guess: look at the letters)' : ''}, parted by ${delimiter}`
}

function complain({ json }: ListsReadAsked, sentences: readonly string[]): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: sentences }, null, 2))
  else for (const sentence of sentences) console.error(sentence)
  return 2
}
