import { comparerOf } from '../compare/comparison-data.ts'
import { prepareComparisons } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import type { RecordTable } from '../record-table.ts'
import type { LinkageModel } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import { selfWeightsOf } from '../warn/unlinkables.ts'

/**
 * For every row the weight, in bits, that it would have against itself: as much as any pair of it can weigh, but for values rarer than its own. A
 * record whose own weight lies under the line says too little to be linked to anything. Costs one comparison for each row.
 */
export function selfWeights(
  table: RecordTable,
  settings: Pick<LinkageSettings, 'comparisons'>,
  model: LinkageModel,
): Float64Array {
  const comparisons = prepareComparisons(table, settings.comparisons, OWN_ROOM)
  const comparers = comparisons.map(({ data }) => comparerOf(data))
  return selfWeightsOf(table.rows, { comparisons, comparers, model })
}
