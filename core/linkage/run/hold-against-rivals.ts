import type { PreparedComparison } from '../compare/prepare-comparisons.ts'
import { log2, powerOfTwo, probabilityOf } from '../model/binary-logarithm.ts'
import { refitModel } from '../model/estimate-model.ts'
import { patternTally, type PatternCounts } from '../model/pattern-counts.ts'
import { listOfRow, type RecordTable } from '../record-table.ts'
import type { LinkageModel, ScoredPairs } from '../scored.ts'
import { frequencyBits, weighedAgain } from './score-pairs.ts'

/** Rounds in which the model learns from what rivals left. */
const ROUNDS = 5

export interface RivalInput {
  readonly model: LinkageModel
  readonly population: PatternCounts
  readonly comparisons: readonly PreparedComparison[]
  readonly radices: readonly number[]
}

/**
 * Where lists are clean, a record is one person with at most one record of another list. Each pair is then held against the pairs that would
 * exclude it, and the model learns again from the probabilities that are left: two cousins of one name, both on both lists, are told apart
 * by their ages, which the pattern of a single pair cannot do. Without clean lists nothing changes.
 */
export function heldAgainstRivals(
  table: RecordTable,
  input: RivalInput,
  pairs: ScoredPairs,
): { readonly model: LinkageModel; readonly pairs: ScoredPairs } {
  if (!table.lists.some((list) => list.clean)) return { model: input.model, pairs }
  const lists = listsOfPairs(table, pairs)
  let { model } = input
  let held = lessRivals(table, pairs, lists)
  for (let round = 0; round < ROUNDS; round++) {
    const matches = patternTally()
    for (let n = 0; n < held.weight.length; n++) {
      matches.add(held.pattern[n] ?? 0, probabilityOf(held.weight[n] ?? 0))
    }
    model = refitModel(model, input, matches.counts())
    const frequency = frequencyBits(input.comparisons, model)
    held = lessRivals(table, weighedAgain(pairs, model, input.radices, frequency), lists)
  }
  return { model, pairs: held }
}

/** Weights less what rivals on clean lists take, the model as it stands. */
export function lessOfRivals(table: RecordTable, pairs: ScoredPairs): ScoredPairs {
  if (!table.lists.some((list) => list.clean)) return pairs
  return lessRivals(table, pairs, listsOfPairs(table, pairs))
}

interface ListsOfPairs {
  readonly ofLeft: Int32Array
  readonly ofRight: Int32Array
}

function listsOfPairs(table: RecordTable, pairs: ScoredPairs): ListsOfPairs {
  return {
    ofLeft: pairs.left.map((row) => listOfRow(table, row)),
    ofRight: pairs.right.map((row) => listOfRow(table, row)),
  }
}

/**
 * Takes from each weight what its rivals are worth: with odds o of the pair itself and R of all pairs that exclude it, the odds become
 * o / (1 + R).
 */
function lessRivals(table: RecordTable, pairs: ScoredPairs, { ofLeft, ofRight }: ListsOfPairs): ScoredPairs {
  const width = table.lists.length
  const clean = table.lists.map((list) => list.clean)
  const odds = pairs.weight.map(powerOfTwo)
  // Odds of all pairs of a record with the records of one list, by record and list.
  const sums = new Map<number, number>()
  const add = (row: number, list: number, of: number) => {
    if (clean[list] === true) sums.set(row * width + list, (sums.get(row * width + list) ?? 0) + of)
  }
  for (let n = 0; n < odds.length; n++) {
    add(pairs.left[n] ?? 0, ofRight[n] ?? 0, odds[n] ?? 0)
    add(pairs.right[n] ?? 0, ofLeft[n] ?? 0, odds[n] ?? 0)
  }
  const others = (row: number, list: number, own: number) =>
    Math.max(0, (sums.get(row * width + list) ?? own) - own)
  const rivals = odds.map((own, n) => {
    const ofTheLeft = others(pairs.left[n] ?? 0, ofRight[n] ?? 0, own)
    const ofTheRight = others(pairs.right[n] ?? 0, ofLeft[n] ?? 0, own)
    return log2(1 + ofTheLeft + ofTheRight)
  })
  return { ...pairs, weight: pairs.weight.map((weight, n) => weight - (rivals[n] ?? 0)) }
}
