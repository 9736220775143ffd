import type { InvestigationId, LinkageRunId } from '@corroborate/base'
import { rowReader } from '@corroborate/interchange'
import { pairAlone, type Calibration, type RecordAlone } from '@corroborate/linkage'
import {
  linkageRunById,
  listHeads,
  mappingOfList,
  pairOfRecords,
  rowsOfList,
  valuesHeld,
  weightsOfRun,
  wordsOnPairs,
  type Db,
  type LinkageRunFound,
  type RecordAt,
} from '@corroborate/store'
import { inputsOfRun } from '../linkage-asked.ts'
import { mappingFrom } from '../mapping-kept.ts'
import type { LinkageSummary, PairExplainedView } from '../shapes.ts'
import { summaryKept } from '../summary-kept.ts'
import { calibrationByNow } from './probability-by-now.ts'
import { readingIn, type Reader } from './reader.ts'

interface OfPair {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
  readonly records: readonly [RecordAt, RecordAt]
}

/**
 * Why does this pair of the run weigh what it weighs? Made anew from the two records and from what the run kept of itself; the other rows are not read. Null where
 * the run has no such records.
 */
export function readPairExplained(reader: Reader, of: OfPair): Promise<PairExplainedView | null> {
  return readingIn(reader, of.investigation, async (db, reader) => {
    const found = await linkageRunById(db, of.investigation, of.run)
    if (found?.state.kind !== 'done') return null
    const records = await recordsOf(db, of, found)
    if (records === null) return null
    const summary = summaryKept(found.state.summary)
    const inputs = await inputsOfRun({ store: reader.store }, of.investigation, found)
    if (summary === null || !inputs.ok || inputs.value !== found.inputs) return { explanation: null }
    return { explanation: await explained(db, of, { found, summary, records }) }
  })
}

interface Explaining {
  readonly found: LinkageRunFound
  readonly summary: LinkageSummary
  readonly records: readonly [RecordAlone, RecordAlone]
}

async function explained(db: Db, of: OfPair, { found, summary, records }: Explaining) {
  const { settings } = found
  const alone = pairAlone({ settings, records, reversed: summary.reversed })
  const kept = await pairOfRecords(db, of, of.records)
  const held = new Map((await valuesHeld(db, of, alone.asks)).map((one) => [keyOf(one), one.held]))
  const rows = new Map(summary.values.map((one) => [one.column, one.rows]))
  return alone.explain(
    {
      model: summary.model,
      calibration: await calibrationOf(db, of),
      held: {
        rowsOf: (column) => rows.get(column) ?? 0,
        holding: (value) => held.get(keyOf(value)) ?? 1,
      },
    },
    kept?.weight ?? null,
  )
}

function keyOf({ column, value }: { readonly column: string; readonly value: string }): string {
  return JSON.stringify([column, value])
}

/** What reviewed pairs taught by now; null while they are too few. */
async function calibrationOf(db: Db, of: OfPair): Promise<Calibration | null> {
  const words = await wordsOnPairs(db, of)
  return words.length === 0 ? null : calibrationByNow(await weightsOfRun(db, of), words)
}

/** The two in the order of the run, whichever was named first. */
async function recordsOf(
  db: Db,
  { investigation, records: [one, other] }: OfPair,
  { lists, settings }: LinkageRunFound,
): Promise<readonly [RecordAlone, RecordAlone] | null> {
  if (!lists.includes(one.list) || !lists.includes(other.list)) return null
  const left = await recordAlone(db, investigation, { at: one, settings })
  const right = await recordAlone(db, investigation, { at: other, settings })
  if (left === null || right === null) return null
  const places = [one, other].map(({ list }) => lists.indexOf(list))
  const [ofLeft = 0, ofRight = 0] = places
  const inOrder = ofLeft === ofRight ? one.row <= other.row : ofLeft < ofRight
  return inOrder ? [left, right] : [right, left]
}

async function recordAlone(
  db: Db,
  investigation: InvestigationId,
  { at: { list, row }, settings }: { readonly at: RecordAt } & Pick<LinkageRunFound, 'settings'>,
): Promise<RecordAlone | null> {
  const head = (await listHeads(db, investigation)).find(({ id }) => id === list)
  const kept = await mappingOfList(db, investigation, list)
  const [found] = await rowsOfList(db, { investigation, list }, { after: row - 1, most: 1 })
  if (head === undefined || kept === null || found?.row !== row) return null
  const { columns, code } = head
  const mapping = mappingFrom(kept.mapping)
  const reader = rowReader(columns, mapping, settings.fields)
  const words = new Map(
    mapping.columns.flatMap(({ column, into }) =>
      into === null ? [] : [[into.field, found.cells[columns.indexOf(column)] ?? null] as const],
    ),
  )
  const { cells } = reader.read({ line: found.line ?? row, cells: found.cells })
  return { name: { list: code, row }, cells, words }
}
