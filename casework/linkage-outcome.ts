import { canonicalJson, digestOf, jsonOf, type Json } from '@corroborate/base'
import {
  linkRecords,
  probabilityOf,
  type Judgement,
  type LinkageResult,
  type LinkageSettings,
  type RecordTable,
} from '@corroborate/linkage'
import type { LinkageOutcome } from './end-linkage-run.ts'
import type { CellsUnread } from './gather-lists.ts'

export interface OutcomeAsked {
  readonly table: RecordTable
  readonly settings: LinkageSettings
  readonly judgements: readonly Judgement[]
  readonly unread: readonly CellsUnread[]
  /** From 0 to 1. */
  readonly onShare: (share: number) => void
}

/** A linkage that was done: all but what only whoever holds the rows knows, the ids of its lists and the digest of what was read. */
export type Linked = Omit<Extract<LinkageOutcome, { kind: 'done' }>, 'lists' | 'dataSha256'>

/** Links the rows of a table and says what came out, with a digest of all of it: the same settings, seed, rows and judgements give the same. */
export function linkageOutcome({
  table,
  settings,
  judgements,
  unread,
  onShare,
}: OutcomeAsked): Linked | Extract<LinkageOutcome, { kind: 'failed' }> {
  const made = linkRecords(table, settings, {
    judgements,
    onShare: ({ done, of }) => onShare(of === 0 ? 0 : Math.min(1, done / of)),
  })
  if (!made.ok) return { kind: 'failed', reason: made.reason, detail: made.detail }
  const { pairs, clusterOf } = made.value
  const summary = summaryOf(table, made.value, unread)
  return { kind: 'done', summary, sha256: digestOfResult(summary, made.value), pairs, clusterOf }
}

const BANDS = 20

/** What a screen shows of a run before anybody looks at a pair: blocking, the model, how sure the pairs are, how large the clusters. */
function summaryOf(
  { rows, lists }: RecordTable,
  { blocking, model, seen, pairs, clusterOf, unlinkables, warnings }: LinkageResult,
  unread: readonly CellsUnread[],
): Json {
  const bands = new Array<number>(BANDS).fill(0)
  for (const weight of pairs.weight) {
    const band = Math.min(BANDS - 1, Math.floor(probabilityOf(weight) * BANDS))
    bands[band] = (bands[band] ?? 0) + 1
  }
  const sizes = new Map<number, number>()
  for (const least of clusterOf) sizes.set(least, (sizes.get(least) ?? 0) + 1)
  const bySize = new Map<number, number>()
  for (const size of sizes.values()) bySize.set(size, (bySize.get(size) ?? 0) + 1)
  return jsonOf({
    ...{
      rows,
      lists: lists.map(({ code, rows: of, clean }) => ({ code, rows: of, clean })),
      people: sizes.size,
    },
    ...{ blocking, model, pairs: pairs.left.length },
    seen: Object.fromEntries(Object.entries(seen).map(([name, column]) => [name, columnOf(column)])),
    bands: bands.map((count, i) => ({ from: i / BANDS, to: (i + 1) / BANDS, pairs: count })),
    clusters: [...bySize].toSorted(([a], [b]) => a - b).map(([size, clusters]) => ({ size, clusters })),
    ...{ unlinkables, warnings, unread },
  })
}

function columnOf(column: unknown): unknown {
  return column instanceof Int32Array || column instanceof Float64Array ? Array.from(column) : column
}

/** The bytes of the columns, in the order of the machines that we run on (least first), and the summary. */
function digestOfResult(summary: Json, { pairs, clusterOf }: LinkageResult): string {
  const columns = [pairs.left, pairs.right, pairs.pattern, pairs.weight, clusterOf]
  const digests = columns.map(({ buffer, byteOffset, byteLength }) =>
    digestOf(new Uint8Array(buffer, byteOffset, byteLength)),
  )
  return digestOf(canonicalJson({ summary, columns: digests }))
}
