import type { ShelfMatch } from './match.ts'

/** One document that was found: how often each of what is sought stands in it, and how long it is. */
export interface Ranked<Document> {
  readonly document: Document
  readonly counts: readonly number[]
  readonly words: number
}

/** Saturation and weight of length, as Robertson and Zaragoza 2009 recommend for want of data to choose by. */
const [K1, B] = [1.2, 0.75]

/** The counts of one document of a shelf. */
export function countsAt({ counts }: ShelfMatch, document: number): readonly number[] {
  return counts.map((of) => of[document] ?? 0)
}

/**
 * The documents, the best first, by BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework"): what is rare counts for more, what
 * stands often for a little more, in a short document for more than in a long one. Equals keep their order.
 * @param all how many documents there are in all
 */
export function ranked<Document>(found: readonly Ranked<Document>[], all: number): readonly Document[] {
  const mean = found.reduce((sum, { words }) => sum + words, 0) / Math.max(1, found.length)
  const weights = (found[0]?.counts ?? []).map((_, at) => {
    const having = found.reduce((sum, { counts }) => sum + ((counts[at] ?? 0) > 0 ? 1 : 0), 0)
    return Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))
  })
  const scores = found.map(({ counts, words }) => {
    const long = K1 * (1 - B + (B * words) / Math.max(1, mean))
    let score = 0
    for (let at = 0; at < weights.length; at++) {
      const count = counts[at] ?? 0
      score += ((weights[at] ?? 0) * count * (K1 + 1)) / (count + long)
    }
    return score
  })
  return inOrder(found, scores)
}

/** Scores are told apart to the millionth; so many documents are put in order at most, and the rest stand behind them. */
const [PRECISION, MOST] = [1e6, 2 ** 22]

/** The highest score first. Each score and its place are one number: numbers are sorted many times as fast as objects. */
function inOrder<Document>(
  found: readonly Ranked<Document>[],
  scores: readonly number[],
): readonly Document[] {
  const keys = new Float64Array(Math.min(scores.length, MOST))
  for (let at = 0; at < keys.length; at++)
    keys[at] = Math.round((scores[at] ?? 0) * PRECISION) * MOST + (MOST - 1 - at)
  keys.sort()
  const best: Document[] = []
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at] ?? 0
    const one = found[MOST - 1 - (key - Math.floor(key / MOST) * MOST)]
    if (one !== undefined) best.push(one.document)
  }
  return [...best, ...found.slice(MOST).map(({ document }) => document)]
}
