import {
  calibratedProbability,
  probabilityOf,
  recalibrate,
  type Calibration,
  type ReviewedPair,
} from '@corroborate/linkage'
import type { WordOnPair } from '@corroborate/store'

/**
 * What a weight of a run is worth by now: what decided pairs taught, or what the model says while there are too few of them. The last word of each person
 * counts; a pair on which people disagree, or of which nobody is sure, is not decided.
 */
export function probabilityByNow(
  weights: Float64Array,
  words: readonly WordOnPair[],
): (weight: number) => number {
  const learned = calibrationByNow(weights, words)
  return learned === null ? probabilityOf : (weight) => calibratedProbability(learned, weight)
}

/** What decided pairs taught; null while there are too few of them. */
export function calibrationByNow(weights: Float64Array, words: readonly WordOnPair[]): Calibration | null {
  const learned = recalibrate(reviewedPairs(weights, words))
  return learned.ok ? learned.value : null
}

function reviewedPairs(weights: Float64Array, words: readonly WordOnPair[]): readonly ReviewedPair[] {
  const last = new Map<number, Map<string, string>>()
  for (const { place, by, verdict } of words)
    last.set(place, (last.get(place) ?? new Map<string, string>()).set(by, verdict))
  return [...last].flatMap(([place, ofPair]): ReviewedPair[] => {
    const weight = weights[place]
    const said = new Set(ofPair.values())
    const [same, different] = [said.has('same'), said.has('different')]
    return weight === undefined || same === different ? [] : [{ weight, same }]
  })
}
