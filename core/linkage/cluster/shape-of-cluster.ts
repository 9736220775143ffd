/** What holds a cluster together, and what should make a person look at it again. */
export interface ClusterShape {
  readonly records: number
  /** Pairs that its records make. */
  readonly possible: number
  /** Of these, how many reach the line or were judged to be one person. */
  readonly joined: number
  /** Joined pairs that alone hold two parts of it together, by the positions of their records. */
  readonly bridges: readonly (readonly [number, number])[]
  readonly warnings: readonly ClusterWarning[]
}

/**
 * `more-than-lists`: more records than lists, so that one list would have the person twice. `large`: so many records of one person are rare in any
 * set of lists. `bridge`: one pair alone holds two parts together. `sparse`: less than half of its pairs are joined. Each is a reason to look, none a
 * verdict.
 */
export type ClusterWarning = 'more-than-lists' | 'large' | 'bridge' | 'sparse'

/** From so many records on a cluster is called large. */
export const LARGE_CLUSTER = 8
/** Less than this share of joined pairs is called sparse. */
const SPARSE = 0.5

/**
 * The shape of a cluster as a graph: records are nodes, joined pairs are lines. Two records have no bridge: their pair is all there is.
 * @param joined positions of the two records of each joined pair, each pair once
 * @param lists on how many lists its records stand
 * @see Tarjan 1974, a note on finding the bridges of a graph
 */
export function shapeOfCluster(
  records: number,
  { joined, lists }: { readonly joined: readonly (readonly [number, number])[]; readonly lists: number },
): ClusterShape {
  const possible = (records * (records - 1)) / 2
  const bridges = records < 3 ? [] : bridgesOf(records, joined)
  const warnings: ClusterWarning[] = []
  if (records > lists) warnings.push('more-than-lists')
  if (records >= LARGE_CLUSTER) warnings.push('large')
  if (bridges.length > 0) warnings.push('bridge')
  if (joined.length < possible * SPARSE) warnings.push('sparse')
  return { records, possible, joined: joined.length, bridges, warnings }
}

interface Visit {
  readonly at: number
  /** The line by which it was reached; -1 where the walk began. */
  readonly by: number
  next: number
}

interface Walk {
  readonly neighbours: readonly (readonly { readonly to: number; readonly line: number }[])[]
  /** When each record was met, from 0; -1 for not yet. */
  readonly order: Int32Array
  /** The earliest record that is reached from here without going back. */
  readonly lowest: Int32Array
  met: number
}

/** Lines that no circle goes through: nothing behind one reaches above it by another. */
function bridgesOf(
  records: number,
  lines: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const neighbours = Array.from({ length: records }, (): { to: number; line: number }[] => [])
  for (const [line, [a, b]] of lines.entries()) {
    neighbours[a]?.push({ to: b, line })
    neighbours[b]?.push({ to: a, line })
  }
  const walk: Walk = {
    ...{ neighbours, met: 0 },
    order: new Int32Array(records).fill(-1),
    lowest: new Int32Array(records),
  }
  const found: number[] = []
  for (let start = 0; start < records; start++)
    if (walk.order[start] === -1) found.push(...bridgesFrom(walk, start))
  return found.flatMap((line) => {
    const bridge = lines[line]
    return bridge === undefined ? [] : [bridge]
  })
}

/** All that is reached from one record, depth first, without calling itself: a chain of records may be long. */
function bridgesFrom(walk: Walk, start: number): readonly number[] {
  const { neighbours, order, lowest } = walk
  const bridges: number[] = []
  const way = [arrive(walk, start, -1)]
  for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
    const { at, by } = visit
    const step = neighbours[at]?.[visit.next++]
    if (step === undefined) {
      way.pop()
      const above = way.at(-1)
      if (above !== undefined && leave(walk, at, above.at)) bridges.push(by)
    } else if (step.line !== by) {
      if (order[step.to] === -1) way.push(arrive(walk, step.to, step.line))
      else lowest[at] = Math.min(lowest[at] ?? 0, order[step.to] ?? 0)
    }
  }
  return bridges
}

function arrive(walk: Walk, at: number, by: number): Visit {
  walk.order[at] = walk.lowest[at] = walk.met++
  return { at, by, next: 0 }
}

/** Goes back up; whether the line that is gone back by was a bridge. */
function leave({ order, lowest }: Walk, at: number, above: number): boolean {
  lowest[above] = Math.min(lowest[above] ?? 0, lowest[at] ?? 0)
  return (lowest[at] ?? 0) > (order[above] ?? 0)
}
