import { log } from '../../numerics/elementary.ts'
import { orderOf } from '../loglinear/hierarchy.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import type { DenseDesign } from './dense-poisson.ts'

/**
 * How the ease of reaching people is taken to be spread: what a heterogeneity model adds to the log mean of those on k lists.
 * Poisson: 2^k - 1; Darroch (a normal spread of the log odds): k²/2; gamma: log 3.5 - log(3.5 + k). Each is 0 at k = 0, and each says something else about
 * the people who are hardest to reach, whom nobody saw.
 * @see Rivest & Baillargeon 2007, section 3; Baillargeon & Rivest 2007, section 2.3
 */
export type Tail = 'Poisson2' | 'Darroch' | 'Gamma3.5'

export const TAILS = ['Poisson2', 'Darroch', 'Gamma3.5'] as const satisfies readonly Tail[]

const TAIL: Readonly<Record<Tail, (lists: number) => number>> = {
  Poisson2: (k) => (1 << k) - 1,
  Darroch: (k) => (k * k) / 2,
  'Gamma3.5': (k) => log(3.5) - log(3.5 + k),
}

/** Whether every list reaches a share of its own (t) or all the same (0). */
export type Lists = 'each-its-own' | 'all-alike'

/** One column per idea, over the cells 1 to 2^lists - 1. */
export function designOf(overlap: Overlap, columns: readonly ((mask: number) => number)[]): DenseDesign {
  const counts = countsByMask(overlap).subarray(1)
  return {
    counts,
    columns: columns.map((column) => Float64Array.from(counts, (_, at) => column(at + 1))),
    offsets: null,
  }
}

export const one = (): number => 1

/** What the lists reach: one column per list, or the number of lists. */
export function reachColumns(overlap: Overlap, lists: Lists): readonly ((mask: number) => number)[] {
  return lists === 'all-alike'
    ? [orderOf]
    : overlap.lists.map((_, list) => (mask: number) => (mask >> list) & 1)
}

export function tailColumn(tail: Tail): (mask: number) => number {
  return (mask) => TAIL[tail](orderOf(mask))
}

/** Chao's model: log means of those on j lists and more bend upwards at j. A bend downwards is no mixture, and is left out. */
export function bendColumn(j: number): (mask: number) => number {
  return (mask) => Math.max(0, orderOf(mask) - j + 1)
}

/** The list that had somebody first, counted from 1, where lists are occasions in their order. */
export function firstList(mask: number): number {
  let list = 1
  for (let rest = mask; (rest & 1) === 0; rest >>= 1) list += 1
  return list
}
