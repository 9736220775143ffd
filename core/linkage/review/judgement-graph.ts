import type { Judgement, RecordName } from '../scored.ts'
import { compareRecords, decidedPairs, recordKey, type DecidedPair } from './decided-pairs.ts'

/** What people's words come to together: groups held to be one person, and pairs held to be two. */
export interface JudgementGraph {
  readonly pairs: readonly DecidedPair[]
  /** Records joined by "same", directly or through others; two at least, in order. */
  readonly groups: readonly (readonly RecordName[])[]
  /** Pairs held different although a chain of "same" joins them: somebody has to look again. */
  readonly contradictions: readonly Contradiction[]
}

export interface Contradiction {
  readonly different: DecidedPair
  /** From its left record to its right, each held the same as the next; the shortest such chain. */
  readonly chain: readonly RecordName[]
}

/** The graph of all words said so far; disputed and unsure pairs neither join nor part. */
export function judgementGraph(judgements: readonly Judgement[]): JudgementGraph {
  const pairs = decidedPairs(judgements)
  const neighbours = joined(pairs)
  return {
    pairs,
    groups: groupsOf(neighbours),
    contradictions: pairs.flatMap((pair) => {
      if (pair.decision !== 'different') return []
      const chain = shortestChain(neighbours, pair.left, pair.right)
      return chain === null ? [] : [{ different: pair, chain }]
    }),
  }
}

/**
 * What a new "same" would go against: pairs already held different between the two groups that it would join. Empty when it goes against
 * nothing.
 */
export function wouldContradict(
  graph: JudgementGraph,
  { left, right }: { readonly left: RecordName; readonly right: RecordName },
): readonly DecidedPair[] {
  const [near, far] = [groupWith(graph, left), groupWith(graph, right)]
  return graph.pairs.filter(
    ({ decision, ...pair }) =>
      decision === 'different' &&
      ((near.has(recordKey(pair.left)) && far.has(recordKey(pair.right))) ||
        (near.has(recordKey(pair.right)) && far.has(recordKey(pair.left)))),
  )
}

function groupWith(graph: JudgementGraph, record: RecordName): ReadonlySet<string> {
  const key = recordKey(record)
  const group = graph.groups.find((records) => records.some((one) => recordKey(one) === key))
  return new Set((group ?? [record]).map(recordKey))
}

type Neighbours = ReadonlyMap<string, { readonly record: RecordName; readonly same: RecordName[] }>

function joined(pairs: readonly DecidedPair[]): Neighbours {
  const neighbours = new Map<string, { record: RecordName; same: RecordName[] }>()
  const at = (record: RecordName) => {
    const key = recordKey(record)
    const found = neighbours.get(key) ?? { record, same: [] }
    neighbours.set(key, found)
    return found.same
  }
  for (const { decision, left, right } of pairs) {
    if (decision !== 'same') continue
    at(left).push(right)
    at(right).push(left)
  }
  return neighbours
}

function groupsOf(neighbours: Neighbours): readonly (readonly RecordName[])[] {
  const seen = new Set<string>()
  const groups: (readonly RecordName[])[] = []
  for (const { record } of neighbours.values()) {
    if (seen.has(recordKey(record))) continue
    const reached = [...walkFrom(neighbours, record).values()].map((step) => step.record)
    for (const one of reached) seen.add(recordKey(one))
    groups.push(reached.toSorted(compareRecords))
  }
  return groups.toSorted(([a], [b]) => (a && b ? compareRecords(a, b) : 0))
}

interface Step {
  readonly record: RecordName
  readonly before: Step | null
}

/** Every record that "same" reaches from here, with the way to it; breadth first, so that each way is a shortest. */
function walkFrom(neighbours: Neighbours, start: RecordName): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>([[recordKey(start), { record: start, before: null }]])
  for (const step of steps.values())
    for (const next of neighbours.get(recordKey(step.record))?.same ?? [])
      if (!steps.has(recordKey(next))) steps.set(recordKey(next), { record: next, before: step })
  return steps
}

function shortestChain(
  neighbours: Neighbours,
  from: RecordName,
  to: RecordName,
): readonly RecordName[] | null {
  const chain: RecordName[] = []
  let step = walkFrom(neighbours, from).get(recordKey(to)) ?? null
  for (; step !== null; step = step.before) chain.unshift(step.record)
  return chain.length === 0 ? null : chain
}
