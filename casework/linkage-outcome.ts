import { canonicalJson, digestOf, jsonOf, ok, type Json, type Outcome } from '@corroborate/base'
import {
  beginLinkage,
  endLinkage,
  heldValues,
  linkNewList,
  SHARED_ROOM,
  type GrownLinkage,
  type Judgement,
  type LinkageResult,
  type LinkageSettings,
  type NewListGiven,
  type NotLinked,
  type PairScoring,
  type RecordTable,
} from '@corroborate/linkage'
import { scoreHistogramOf } from '@corroborate/press/charts'
import type { LinkageOutcome } from './end-linkage-run.ts'
import type { CellsUnread } from './gather-lists.ts'
import { changesNamed } from './changes-named.ts'

export interface OutcomeAsked {
  readonly table: RecordTable
  readonly settings: LinkageSettings
  readonly judgements: readonly Judgement[]
  readonly unread: readonly CellsUnread[]
  /** The linkage of the first lists that stays, and whether its model does; null where all are linked anew. */
  readonly grows: Pick<NewListGiven, 'known' | 'model'> | null
  /** Weighs the pairs, in as many threads as it will: the result is the same. */
  readonly score: PairScoring
  /** From 0 to 1. */
  readonly onShare: (share: number) => void
}

/** A linkage that was done: all but what only whoever holds the rows knows, the ids of its lists and the digest of what was read. */
export type Linked = Omit<Extract<LinkageOutcome, { kind: 'done' }>, 'lists' | 'dataSha256'>

/** What a linkage came to, of all lists or of new ones against those before. */
type Made = Omit<LinkageResult, 'unlinkables'> & Pick<GrownLinkage, 'unlinkables'>

/** Links the rows of a table and says what came out, with a digest of all of it: the same settings, seed, rows and judgements give the same. */
export async function linkageOutcome(
  asked: OutcomeAsked,
): Promise<Linked | Extract<LinkageOutcome, { kind: 'failed' }>> {
  const { table, settings, judgements, grows } = asked
  const made =
    grows === null ? await linkedAnew(asked) : linkNewList(table, settings, { ...grows, judgements })
  if (!made.ok) return { kind: 'failed', reason: made.reason, detail: made.detail }
  const { pairs, clusterOf } = made.value
  const held = heldValues(table, settings)
  const summary = jsonOf({
    ...summaryOf(table, made.value),
    values: held.map(({ column, rows }) => ({ column, rows })),
    unread: asked.unread,
    changes: 'changes' in made.value ? changesNamed(table, made.value.changes) : null,
  })
  return { kind: 'done', summary, sha256: digestOfResult(summary, made.value), pairs, clusterOf, held }
}

async function linkedAnew({
  table,
  settings,
  judgements,
  score,
  onShare,
}: OutcomeAsked): Promise<Outcome<LinkageResult, NotLinked>> {
  const begun = beginLinkage(table, settings, SHARED_ROOM)
  if (!begun.ok) return begun
  const { task } = begun.value
  const of = task.parts.reduce((sum, { pairs }) => sum + pairs, 0)
  let done = 0
  const parts = await score(task, (pairs) => {
    done += pairs
    onShare(of === 0 ? 0 : done / of)
  })
  return ok(endLinkage(begun.value, parts, judgements))
}

/** What a screen shows of a run before anybody looks at a pair: blocking, the model, how sure the pairs are, how large the clusters. */
function summaryOf(
  { rows, lists, reversed }: RecordTable,
  { settings, blocking, model, seen, pairs, clusterOf, unlinkables, warnings }: Made,
): Readonly<Record<string, unknown>> {
  const sizes = new Map<number, number>()
  for (const least of clusterOf) sizes.set(least, (sizes.get(least) ?? 0) + 1)
  const bySize = new Map<number, number>()
  for (const size of sizes.values()) bySize.set(size, (bySize.get(size) ?? 0) + 1)
  const drawn = { code: '', title: '', joinFrom: settings.joinFrom }
  return {
    ...{
      rows,
      lists: lists.map(({ code, rows: of, clean }) => ({ code, rows: of, clean })),
      people: sizes.size,
    },
    ...{ blocking, model, pairs: pairs.left.length, reversed: reversed.length > 0 },
    seen: Object.fromEntries(Object.entries(seen).map(([name, column]) => [name, columnOf(column)])),
    scores: scoreHistogramOf(pairs.weight, drawn).bins,
    clusters: [...bySize].toSorted(([a], [b]) => a - b).map(([size, clusters]) => ({ size, clusters })),
    ...{ unlinkables, warnings },
  }
}

function columnOf(column: unknown): unknown {
  return column instanceof Int32Array || column instanceof Float64Array ? Array.from(column) : column
}

/** The bytes of the columns, in the order of the machines that we run on (least first), and the summary. */
function digestOfResult(summary: Json, { pairs, clusterOf }: Pick<Made, 'pairs' | 'clusterOf'>): string {
  const columns = [pairs.left, pairs.right, pairs.pattern, pairs.weight, clusterOf]
  const digests = columns.map(({ buffer, byteOffset, byteLength }) =>
    digestOf(new Uint8Array(buffer, byteOffset, byteLength)),
  )
  return digestOf(canonicalJson({ summary, columns: digests }))
}
