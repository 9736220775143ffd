import { comparerOf } from '../compare/comparison-data.ts'
import type { PairBatch } from '../compare/comparer.ts'
import { prepareComparison } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import { weightOf } from '../model/binary-logarithm.ts'
import type { RecordTable } from '../record-table.ts'
import { frequencyBits } from '../run/score-pairs.ts'
import type { LinkageModel } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'

/** Records gathered at once. */
const AT_ONCE = 2048

/**
 * For every row the weight, in bits, that it would have against itself: as much as any pair of it can weigh, but for values rarer than its own. A
 * record whose own weight lies under the line says too little to be linked to anything. Costs one comparison for each row.
 */
export function selfWeights(
  table: RecordTable,
  settings: Pick<LinkageSettings, 'comparisons'>,
  model: LinkageModel,
): Float64Array {
  const weights = new Float64Array(table.rows).fill(weightOf(model.prior))
  const prepared = settings.comparisons.map((setting) => prepareComparison(table, setting, OWN_ROOM))
  const frequency = frequencyBits(prepared, model)
  for (const [at, { data }] of prepared.entries()) {
    const levels = model.comparisons[at]?.levels ?? []
    const rare = frequency[at]
    digitsAgainstSelf(table.rows, comparerOf(data), (row, digit) => {
      const bits = levels[digit - 1]?.weight ?? 0
      const more = rare && digit === levels.length ? (rare.bits[rare.ids[row] ?? -1] ?? 0) : 0
      weights[row] = (weights[row] ?? 0) + bits + more
    })
  }
  return weights
}

function digitsAgainstSelf(
  rows: number,
  comparer: ReturnType<typeof comparerOf>,
  take: (row: number, digit: number) => void,
): void {
  comparer.makeRoom(AT_ONCE)
  const places = Int32Array.from({ length: AT_ONCE }, (_, n) => n)
  for (let from = 0; from < rows; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, rows - from)
    const own = places.subarray(0, count)
    const patterns = new Int32Array(count)
    comparer.gather(
      own.map((n) => n + from),
      0,
      count,
      0,
    )
    const batch: PairBatch = { count, left: own, right: own, patterns }
    comparer.compare(batch)
    for (let n = 0; n < count; n++) take(from + n, patterns[n] ?? 0)
  }
}
