import type { FoundColumns } from './found-columns.ts'

/** Saturation and weight of length, as Robertson and Zaragoza 2009 recommend for want of data to choose by. */
const [K1, B] = [1.2, 0.75]

type Counted = Pick<FoundColumns, 'size' | 'counts' | 'words'>

/**
 * The rows of the documents, the best first, by BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework"): what is rare counts for
 * more, what stands often for a little more, in a short document for more than in a long one. Equals keep their order.
 * @param all how many documents there are in all
 */
export function ranked(found: Counted, all: number): Int32Array {
  return inOrder(scoresOf(found, all))
}

function scoresOf({ size, counts, words }: Counted, all: number): Float64Array {
  let total = 0
  for (let row = 0; row < size; row++) total += words[row] ?? 0
  const mean = total / Math.max(1, size)
  const scores = new Float64Array(size)
  for (const of of counts) {
    const weight = weightOf(of, { size, all })
    for (let row = 0; row < size; row++) {
      const count = of[row] ?? 0
      const long = K1 * (1 - B + (B * (words[row] ?? 0)) / Math.max(1, mean))
      scores[row] = (scores[row] ?? 0) + (weight * count * (K1 + 1)) / (count + long)
    }
  }
  return scores
}

function weightOf(counts: Uint16Array, { size, all }: { readonly size: number; readonly all: number }) {
  let having = 0
  for (let row = 0; row < size; row++) if ((counts[row] ?? 0) > 0) having++
  return Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5))
}

/** Scores are told apart to the millionth; so many documents are put in order at most, and the rest stand behind them. */
const [PRECISION, MOST] = [1e6, 2 ** 22]

/** The highest score first. Each score and its row are one number: numbers are sorted many times as fast as objects. */
function inOrder(scores: Float64Array): Int32Array {
  const keys = new Float64Array(Math.min(scores.length, MOST))
  for (let row = 0; row < keys.length; row++)
    keys[row] = Math.round((scores[row] ?? 0) * PRECISION) * MOST + (MOST - 1 - row)
  keys.sort()
  const rows = new Int32Array(scores.length)
  for (let row = keys.length; row < rows.length; row++) rows[row] = row
  for (let at = 0; at < keys.length; at++) {
    const key = keys[keys.length - 1 - at] ?? 0
    rows[at] = MOST - 1 - (key - Math.floor(key / MOST) * MOST)
  }
  return rows
}
