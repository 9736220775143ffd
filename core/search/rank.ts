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
  const scoreOf = ({ counts, words }: Ranked<Document>) =>
    counts.reduce((sum, count, at) => {
      const long = 1 - B + (B * words) / Math.max(1, mean)
      return sum + ((weights[at] ?? 0) * count * (K1 + 1)) / (count + K1 * long)
    }, 0)
  return bestFirst(found.map(scoreOf)).flatMap((at) => found[at]?.document ?? [])
}

/** Scores are told apart to the millionth; so many documents are put in order at most, and the rest stand behind them. */
const [PRECISION, MOST] = [1e6, 2 ** 22]

/** The places of scores, the highest first: each score and its place are one number, because numbers are sorted ten times as fast as objects. */
function bestFirst(scores: readonly number[]): readonly number[] {
  const keys = Float64Array.from(
    scores.slice(0, MOST),
    (score, at) => Math.round(score * PRECISION) * MOST + (MOST - 1 - at),
  ).sort()
  const places = Array.from(keys, (key) => MOST - 1 - (key % MOST)).reverse()
  return [...places, ...Array.from({ length: Math.max(0, scores.length - MOST) }, (_, at) => MOST + at)]
}
