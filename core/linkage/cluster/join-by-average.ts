/**
 * What stands between two groups: the sum of doubts (1 - probability) of the pairs that were scored, and how many these are. Pairs that were
 * not scored count as a doubt of 1.
 */
interface Between {
  doubt: number
  scored: number
}

interface Group {
  readonly members: number[]
  readonly lists: Set<number>
  readonly near: Map<number, Between>
}

/** A pair with its doubt; a doubt of 0 and less is a person's "same". */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly doubt: number
}

export interface JoinRules {
  /** Groups are joined while the mean doubt between them is at most this. */
  readonly mostDoubt: number
  /** The clean list a record stands on; -1 for none. Two records of one are two people. */
  readonly cleanListOf: (record: number) => number
  /** Pairs that a person held to be two people, each in both directions. */
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>
}

/**
 * Agglomeration by average linkage within a set of records that hang together: the two groups with the least mean doubt are joined, again and
 * again, as long as that mean is small enough and nobody said otherwise. Ties go to the earlier records, so that the same pairs give the same
 * groups in whatever order they come.
 * @returns groups of records, each rising, in the order of their first record
 */
export function joinByAverage(
  records: readonly number[],
  edges: readonly Edge[],
  rules: JoinRules,
): readonly (readonly number[])[] {
  const [edge, ...more] = edges
  // Most sets are two records and the pair between them: nothing has to be weighed against anything.
  return edge && more.length === 0 && records.length === 2
    ? joinedPair(records, edge, rules)
    : joinedSet(records, edges, rules)
}

function joinedSet(
  records: readonly number[],
  edges: readonly Edge[],
  rules: JoinRules,
): readonly (readonly number[])[] {
  const groups = new Map<number, Group>()
  for (const record of records) {
    const list = rules.cleanListOf(record)
    groups.set(record, { members: [record], lists: new Set(list < 0 ? [] : [list]), near: new Map() })
  }
  for (const { a, b, doubt } of edges) {
    groups.get(a)?.near.set(b, { doubt, scored: 1 })
    groups.get(b)?.near.set(a, { doubt, scored: 1 })
  }
  const queue = candidateQueue()
  const offer = (a: number, b: number) => {
    const [first, second] = [groups.get(a), groups.get(b)]
    if (!first || !second || !mayJoin(first, second, rules)) return
    const mean = meanDoubt(first, second, first.near.get(b))
    if (mean <= rules.mostDoubt) queue.push({ doubt: mean, a: Math.min(a, b), b: Math.max(a, b) })
  }
  for (const { a, b } of edges) offer(a, b)
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [first, second] = [groups.get(next.a), groups.get(next.b)]
    if (!first || !second || next.doubt !== meanDoubt(first, second, first.near.get(next.b))) continue
    if (!mayJoin(first, second, rules)) continue
    absorb(groups, next.a, next.b)
    for (const other of groups.get(next.a)?.near.keys() ?? []) offer(next.a, other)
  }
  return [...groups.values()]
    .map(({ members }) => members.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function joinedPair(
  records: readonly number[],
  { a, b, doubt }: Edge,
  { mostDoubt, cleanListOf, apart }: JoinRules,
): readonly (readonly number[])[] {
  const list = cleanListOf(a)
  const isOne = doubt <= mostDoubt && (list < 0 || list !== cleanListOf(b)) && apart.get(a)?.has(b) !== true
  return isOne ? [records] : records.map((record) => [record])
}

function meanDoubt(first: Group, second: Group, between: Between | undefined): number {
  const pairs = first.members.length * second.members.length
  if (!between) return 1
  return (between.doubt + (pairs - between.scored)) / pairs
}

function mayJoin(first: Group, second: Group, rules: JoinRules): boolean {
  for (const list of first.lists) if (second.lists.has(list)) return false
  if (rules.apart.size === 0) return true
  return !first.members.some((member) => {
    const apart = rules.apart.get(member)
    return apart !== undefined && second.members.some((other) => apart.has(other))
  })
}

/** Group b becomes part of group a. */
function absorb(groups: Map<number, Group>, a: number, b: number): void {
  const [into, from] = [groups.get(a), groups.get(b)]
  if (!into || !from) return
  into.members.push(...from.members)
  for (const list of from.lists) into.lists.add(list)
  into.near.delete(b)
  groups.delete(b)
  for (const [other, between] of from.near) {
    if (other === a) continue
    const known = into.near.get(other)
    const sum = known
      ? { doubt: known.doubt + between.doubt, scored: known.scored + between.scored }
      : between
    into.near.set(other, sum)
    const near = groups.get(other)?.near
    near?.delete(b)
    near?.set(a, sum)
  }
}

interface Candidate {
  readonly doubt: number
  readonly a: number
  readonly b: number
}

function before(x: Candidate, y: Candidate): boolean {
  if (x.doubt !== y.doubt) return x.doubt < y.doubt
  return x.a !== y.a ? x.a < y.a : x.b < y.b
}

/** A binary heap, least doubt first. */
function candidateQueue() {
  const heap: Candidate[] = []
  const swap = (i: number, j: number) => {
    const [x, y] = [heap[i], heap[j]]
    if (x && y) [heap[i], heap[j]] = [y, x]
  }
  const less = (i: number, j: number) => {
    const [x, y] = [heap[i], heap[j]]
    return x !== undefined && y !== undefined && before(x, y)
  }
  return {
    push(candidate: Candidate) {
      heap.push(candidate)
      let at = heap.length - 1
      while (at > 0 && less(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1)
        at = (at - 1) >> 1
      }
    },
    pop(): Candidate | undefined {
      const top = heap[0]
      const last = heap.pop()
      if (last && heap.length > 0) {
        heap[0] = last
        let at = 0
        for (;;) {
          let least = at
          if (less(2 * at + 1, least)) least = 2 * at + 1
          if (less(2 * at + 2, least)) least = 2 * at + 2
          if (least === at) break
          swap(at, least)
          at = least
        }
      }
      return top
    },
  }
}
