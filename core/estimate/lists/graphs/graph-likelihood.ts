import { logGamma, log, wholePower } from '../../numerics/elementary.ts'
import type { Overlap } from '../overlap.ts'
import { bitsOf, type DecomposableGraph } from './decomposable-graph.ts'
import { priorCell, type GraphSettings, type PriorOnPeople } from './graph-settings.ts'

/**
 * The likelihood of an overlap under each graph and each number of missing people, parameters integrated out (Dawid & Lauritzen 1993;
 * Madigan & York 1997, section 3). For a set of lists T let a(T) be the prior people of one of its cells, m(T) the observed
 * people on none of T, and x the people on no list at all. Each clique and separator adds or subtracts
 *
 *     fixed(T) + log Γ(a(T) + m(T) + x)
 *
 * because of all its cells only the one of people on none of T changes with x. The empty set has one cell with everybody.
 */
export interface GraphLikelihood {
  readonly lists: number
  readonly observed: number
  readonly prior: PriorOnPeople
  /** For each set of lists, a(T) + m(T). */
  readonly shift: (set: number) => number
  /** For each set of lists, the sum that does not change with x. */
  readonly fixed: (set: number) => number
}

export function graphLikelihood(overlap: Overlap, settings: GraphSettings): GraphLikelihood {
  const lists = overlap.lists.length
  const cell = priorCell(settings, lists)
  const shifts = new Float64Array(1 << lists).fill(NaN)
  const fixeds = new Float64Array(1 << lists)
  const tally = new Float64Array(1 << lists)
  const fill = (set: number): void => {
    const each = cell * wholePower(2, lists - bitsOf(set))
    for (const { mask, count } of overlap.cells) tally[mask & set] = (tally[mask & set] ?? NaN) + count
    shifts[set] = each + (tally[0] ?? NaN)
    tally[0] = 0
    const empty = logGamma(each)
    let sum = -empty
    for (const { mask } of overlap.cells) {
      const count = tally[mask & set] ?? NaN
      if (count > 0) sum += logGamma(each + count) - empty
      tally[mask & set] = 0
    }
    fixeds[set] = sum
  }
  const known = (values: Float64Array) => (set: number) => {
    if (Number.isNaN(shifts[set])) fill(set)
    return values[set] ?? NaN
  }
  return {
    lists,
    observed: overlap.observed,
    prior: settings.prior,
    shift: known(shifts),
    fixed: known(fixeds),
  }
}

/** The part of a graph's log likelihood that does not change with the missing; the base's empty set is taken off. */
export function fixedPart(graph: DecomposableGraph, { fixed }: GraphLikelihood): number {
  let sum = -fixed(0)
  for (const clique of graph.cliques) sum += fixed(clique)
  for (const separator of graph.separators) sum -= fixed(separator)
  return sum
}

/** What every graph shares at x missing: the ways to choose them, the prior on people, and the empty set taken off. */
export function sharedPart(missing: number, { observed, prior, shift }: GraphLikelihood): number {
  const people = observed + missing
  return logGamma(people + 1) - logGamma(missing + 1) + logPrior(prior, people) - logGamma(shift(0) + missing)
}

/** By what the shared part is multiplied when one more is missing. */
export function sharedRatio(missing: number, { observed, prior, shift }: GraphLikelihood): number {
  const people = observed + missing
  const ways = (people + 1) / (missing + 1) / (shift(0) + missing)
  return ways * priorRatio(prior, people)
}

/** The logarithm of the prior on people, up to a constant. */
export function logPrior(prior: PriorOnPeople, people: number): number {
  if (prior.kind === 'log-uniform') return -log(people)
  const share = log(prior.scale / (1 + prior.scale))
  return people * share + logGamma(people + prior.shape) - logGamma(people + 1)
}

function priorRatio(prior: PriorOnPeople, people: number): number {
  if (prior.kind === 'log-uniform') return people / (people + 1)
  return ((prior.scale / (1 + prior.scale)) * (people + prior.shape)) / (people + 1)
}
