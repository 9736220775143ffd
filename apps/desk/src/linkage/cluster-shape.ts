import {
  decidedPairs,
  shapeOfCluster,
  type ClusterShape,
  type Decision,
  type Judgement,
} from '@corroborate/linkage'
import type { ClusterView } from '@corroborate/server/api'

/** A pair of a cluster by the positions of its records, with what the machine and people hold of it. */
export interface Line {
  readonly key: string
  readonly from: number
  readonly to: number
  /** Null where the run kept no such pair: it held it too improbable, or did not look at it. */
  readonly probability: number | null
  readonly decision: Decision | null
  readonly words: readonly Judgement[]
}

/** All that is known between the records of a cluster, and the shape that it gives. */
export function linesOf(
  { records, pairs, judgements }: ClusterView,
  joinFrom: number,
): { readonly lines: readonly Line[]; readonly shape: ClusterShape } {
  const byId = new Map(records.map(({ list, row }, at) => [`${list}#${row}`, at]))
  const byCode = new Map(records.map(({ code, row }, at) => [`${code}#${row}`, at]))
  const lines = new Map<string, Line>()
  for (const { left, right, probability } of pairs)
    add(lines, [byId.get(`${left.list}#${left.row}`), byId.get(`${right.list}#${right.row}`)], {
      probability,
    })
  for (const { left, right, decision, words } of decidedPairs(judgements))
    add(lines, [byCode.get(`${left.list}#${left.row}`), byCode.get(`${right.list}#${right.row}`)], {
      ...{ decision, words },
    })
  const all = [...lines.values()]
  const joined = all.filter((line) => isJoined(line, joinFrom)).map(({ from, to }) => [from, to] as const)
  const lists = new Set(records.map(({ list }) => list)).size
  return { lines: all, shape: shapeOfCluster(records.length, { joined, lists }) }
}

/** Whether a pair speaks for one person: people's word first, the machine's where they gave none. */
export function isJoined({ decision, probability }: Line, joinFrom: number): boolean {
  if (decision === 'same') return true
  return decision !== 'different' && probability !== null && probability >= joinFrom
}

const NOTHING = { probability: null, decision: null, words: [] }

function add(
  lines: Map<string, Line>,
  [a, b]: readonly [number | undefined, number | undefined],
  known: Partial<Line>,
): void {
  if (a === undefined || b === undefined) return
  const [from, to] = a < b ? [a, b] : [b, a]
  const key = `${from} ${to}`
  lines.set(key, { ...NOTHING, ...lines.get(key), ...known, key, from, to })
}
