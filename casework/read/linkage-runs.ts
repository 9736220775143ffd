import { diceFrom, type InvestigationId, type LinkageRunId, type ListId } from '@corroborate/base'
import { fieldsOf, rowReader } from '@corroborate/interchange'
import {
  markDifferences,
  probabilityOf,
  reviewQueue,
  type FieldSetting,
  type Judgement,
  type RecordsKind,
} from '@corroborate/linkage'
import {
  judgements,
  linkageRunById,
  linkageRuns,
  listHeads,
  listSizes,
  mappingOfList,
  membersOfCluster,
  memberById,
  overlapOfRun,
  pairsAt,
  pairsWithin,
  placesJudged,
  provenanceOf,
  rowsOfList,
  wordsOnPairs,
  type Db,
  type LinkageRunFound,
  type RecordAt,
} from '@corroborate/store'
import { mappingFrom } from '../mapping-kept.ts'
import { fieldsShared, proposeLinkage } from '../propose-linkage.ts'
import type {
  ClusterView,
  FieldBeside,
  FieldRead,
  LinkageRunRow,
  LinkageRunsView,
  LinkageRunView,
  ListIntakeView,
  ProposedLinkage,
  RecordShown,
  ReviewQueueView,
} from '../shapes.ts'
import { probabilityByNow } from './probability-by-now.ts'
import { readingIn, type Reader } from './reader.ts'

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: LinkageRunId
}

/** Which linkages were run here? */
export function readLinkageRuns(reader: Reader, id: InvestigationId): Promise<LinkageRunsView | null> {
  return readingIn(reader, id, async (db) => {
    const runs = await linkageRuns(db, id)
    return { runs: runs.map((run) => rowOf(run, runs)) }
  })
}

/** One of them, and how its lists overlap. */
export function readLinkageRun(reader: Reader, of: OfRun): Promise<LinkageRunView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    const found = await linkageRunById(db, of.investigation, of.run)
    if (found === null) return null
    const before = found.repeats === null ? null : await linkageRunById(db, of.investigation, found.repeats)
    const heads = await listHeads(db, of.investigation)
    const sizes = await listSizes(db, of.investigation)
    const lists = found.lists.flatMap((list) => {
      const head = heads.find(({ id }) => id === list)
      const rows = sizes.find(({ id }) => id === list)?.rows ?? 0
      return head === undefined ? [] : [{ id: head.id, code: head.code, title: head.title, rows }]
    })
    const overlap = found.state.kind === 'done' ? await overlapOfRun(db, of, lists) : []
    return { row: rowOf(found, before === null ? [] : [before]), lists, overlap }
  })
}

function rowOf(run: LinkageRunFound, all: readonly LinkageRunFound[]): LinkageRunRow {
  if (run.repeats === null) return { ...run, repeated: null }
  const before = all.find(({ id }) => id === run.repeats)
  const both = run.state.kind === 'done' && before?.state.kind === 'done'
  const same = both ? sha256Of(run) === sha256Of(before) : null
  return { ...run, repeated: { run: run.repeats, same } }
}

function sha256Of({ state }: LinkageRunFound): string | null {
  return state.kind === 'done' ? state.sha256 : null
}

/** How would these lists be linked, if nobody said otherwise? */
export function readProposedLinkage(
  reader: Reader,
  {
    investigation,
    lists,
    records,
  }: {
    readonly investigation: InvestigationId
    readonly lists: readonly ListId[]
    readonly records: RecordsKind | null
  },
): Promise<ProposedLinkage | null> {
  return readingIn(reader, investigation, async (db) => {
    const fields = []
    for (const list of lists) {
      const kept = await mappingOfList(db, investigation, list)
      if (kept === null) return null
      fields.push(fieldsOf(mappingFrom(kept.mapping)))
    }
    return proposeLinkage(fieldsShared(fields), { seed: '1', records })
  })
}

/** A third at random from all bands, the rest in doubt: docs/methods/review.md. */
const RANDOM_SHARE = 0.34

/** Which pairs are this reader asked to judge next? Blind: in an order that says nothing, and without their weights. */
export function readReviewQueue(
  reader: Reader,
  { size, ...of }: OfRun & { readonly size: number },
): Promise<ReviewQueueView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    const found = await linkageRunById(db, of.investigation, of.run)
    const member =
      reader.member === null || reader.member === 'operator' ? null : await memberById(db, reader.member)
    if (found?.state.kind !== 'done' || member === null) return null
    const { weights, judged } = await placesJudged(db, of, member.name)
    const probability = probabilityByNow(weights, await wordsOnPairs(db, of))
    const queue = reviewQueue({
      ...{ weights, judged, size, randomShare: RANDOM_SHARE, probability },
      dice: diceFrom(`${of.run} ${member.id} ${judged.size}`),
    })
    const pairs = await pairsAt(
      db,
      of,
      queue.map(({ pair }) => pair + 1),
    )
    const shown = await recordsShown(
      db,
      of.investigation,
      pairs.flatMap(({ left, right }) => [left, right]),
    )
    return {
      kept: weights.length,
      judged: judged.size,
      pairs: pairs.flatMap(({ ordinal, left, right }) => {
        const [one, other] = [shown.get(keyOf(left)), shown.get(keyOf(right))]
        if (one === undefined || other === undefined) return []
        const fields = fieldsBeside(found.settings.fields, one, other)
        return [{ pair: ordinal, left: one, right: other, fields }]
      }),
    }
  })
}

/** A cluster: its records, the pairs between them, and what was said of them. */
export function readCluster(
  reader: Reader,
  { name, ...of }: OfRun & { readonly name: string },
): Promise<ClusterView | null> {
  return readingIn(reader, of.investigation, async (db) => {
    const members = await membersOfCluster(db, of, name)
    if (members.length === 0) return null
    const shown = await recordsShown(db, of.investigation, members)
    const records = members.flatMap((member) => shown.get(keyOf(member)) ?? [])
    const within = new Set(records.map(({ code, row }) => `${code}#${row}`))
    const isWithin = ({ left, right }: Judgement) =>
      within.has(`${left.list}#${left.row}`) && within.has(`${right.list}#${right.row}`)
    const pairs = await pairsWithin(db, of, name)
    return {
      ...{ name, records },
      pairs: pairs.map((pair) => ({ ...pair, probability: probabilityOf(pair.weight) })),
      judgements: (await judgements(db, of.investigation)).filter(isWithin),
    }
  })
}

/** Where did this list come from, and how is it read? */
export function readListIntake(
  reader: Reader,
  { investigation, list }: { readonly investigation: InvestigationId; readonly list: ListId },
): Promise<ListIntakeView | null> {
  return readingIn(reader, investigation, async (db) => {
    const known = (await listHeads(db, investigation)).some(({ id }) => id === list)
    if (!known) return null
    const kept = await mappingOfList(db, investigation, list)
    return {
      provenance: await provenanceOf(db, investigation, list),
      mapping: kept === null ? null : mappingFrom(kept.mapping),
      clean: kept?.clean ?? null,
      first: await rowsOfList(db, { investigation, list }, { after: 0, most: 20 }),
    }
  })
}

/** What two records say, field by field; a field of which neither has a column is left out. */
function fieldsBeside(
  fields: readonly FieldSetting[],
  left: RecordShown,
  right: RecordShown,
): readonly FieldBeside[] {
  return fields.flatMap(({ field, kind }) => {
    const [one, other] = [left, right].map(({ read }) => read.find((at) => at.field === field))
    if (one === undefined && other === undefined) return []
    const [mine, theirs] = [one, other].map((said) => (said === undefined ? null : wordsToMark(said)))
    const marked = markDifferences(mine ?? null, theirs ?? null)
    return [{ field, kind, marked, left: one?.cell ?? null, right: other?.cell ?? null }]
  })
}

/** Days, ages and the like in one form; names, places and texts as they came. */
function wordsToMark({ kind, cell, text }: FieldRead): string | null {
  const inOneForm = kind === 'day' || kind === 'age' || kind === 'category' || kind === 'whole-number'
  return text === null || inOneForm ? text : cell
}

function keyOf({ list, row }: RecordAt): string {
  return `${list}#${row}`
}

async function recordsShown(
  db: Db,
  investigation: InvestigationId,
  records: readonly RecordAt[],
): Promise<ReadonlyMap<string, RecordShown>> {
  const heads = new Map((await listHeads(db, investigation)).map((head) => [head.id, head]))
  const shown = new Map<string, RecordShown>()
  for (const { list, row } of records) {
    const head = heads.get(list)
    const [found] = await rowsOfList(db, { investigation, list }, { after: row - 1, most: 1 })
    if (head === undefined || found?.row !== row) continue
    const kept = await mappingOfList(db, investigation, list)
    const { columns, code } = head
    const { line, cells } = found
    const reader = kept === null ? null : rowReader(columns, mappingFrom(kept.mapping))
    const texts = reader?.read({ line: line ?? row, cells }).cells ?? []
    const columnsOf = new Map(
      kept === null ? [] : mappingFrom(kept.mapping).columns.map(({ column, into }) => [into?.field, column]),
    )
    const read = (reader?.fields ?? []).map(({ field, kind }, i): FieldRead => ({
      ...{ field, kind, text: texts[i] ?? null },
      cell: cells[columns.indexOf(columnsOf.get(field) ?? '')] ?? '',
    }))
    shown.set(keyOf({ list, row }), { list, code, row, line, columns, cells, read })
  }
  return shown
}
