import { weightOf } from '../model/binary-logarithm.ts'
import type { LinkageResult } from '../run/link-records.ts'
import type { LabelledSet } from './labelled-sets.ts'

export interface Accuracy {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Measured {
  /** True pairs among those that were kept, of all true pairs. */
  readonly kept: number
  readonly best: Accuracy & { readonly weight: number }
  /** At a probability of .5 and of .95. */
  readonly atHalf: Accuracy
  readonly at95: Accuracy
  /** Pairs within clusters. */
  readonly clusters: Accuracy
}

export function measureAccuracy(set: LabelledSet, { pairs, clusterOf }: LinkageResult): Measured {
  const isTrue = (n: number) => set.entityOf[pairs.left[n] ?? 0] === set.entityOf[pairs.right[n] ?? 0]
  const order = Array.from(pairs.weight, (_, n) => n).sort(
    (a, b) => (pairs.weight[b] ?? 0) - (pairs.weight[a] ?? 0),
  )
  let found = 0
  let best = { ...accuracy(0, 0, set.truePairs), weight: Infinity }
  for (const [at, n] of order.entries()) {
    if (isTrue(n)) found += 1
    const weight = pairs.weight[n] ?? 0
    // Pairs of one weight are taken together: no threshold parts them.
    if (weight === pairs.weight[order[at + 1] ?? -1]) continue
    const here = accuracy(found, at + 1, set.truePairs)
    if (here.f1 > best.f1) best = { ...here, weight }
  }
  const atLeast = (probability: number) => {
    const weight = weightOf(probability)
    const taken = order.filter((n) => (pairs.weight[n] ?? 0) >= weight)
    return accuracy(taken.filter(isTrue).length, taken.length, set.truePairs)
  }
  return {
    kept: found / set.truePairs,
    best,
    atHalf: atLeast(0.5),
    at95: atLeast(0.95),
    clusters: clusterAccuracy(set, clusterOf),
  }
}

function clusterAccuracy(set: LabelledSet, clusterOf: Int32Array): Accuracy {
  const members = new Map<number, number[]>()
  for (const [row, cluster] of clusterOf.entries()) {
    const rows = members.get(cluster)
    if (rows) rows.push(row)
    else members.set(cluster, [row])
  }
  let [made, right] = [0, 0]
  for (const rows of members.values()) {
    for (const [n, a] of rows.entries()) {
      for (const b of rows.slice(n + 1)) {
        made += 1
        if (set.entityOf[a] === set.entityOf[b]) right += 1
      }
    }
  }
  return accuracy(right, made, set.truePairs)
}

function accuracy(right: number, made: number, truth: number): Accuracy {
  const precision = made === 0 ? 1 : right / made
  const recall = right / truth
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
