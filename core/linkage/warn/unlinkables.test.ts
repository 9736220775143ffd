import { expect, test } from 'vitest'
import { comparerOf } from '../compare/comparison-data.ts'
import { prepareComparisons } from '../compare/prepare-comparisons.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import { pairExplainer } from '../explain/explain-pair.ts'
import { inventedRun } from '../explain/testing/invented-explanation.ts'
import { selfWeightsOf } from './unlinkables.ts'

test('a row against itself weighs what the explanation of that pair says', () => {
  const { table, settings, model, ...rest } = inventedRun().run
  const comparisons = prepareComparisons(table, settings.comparisons, OWN_ROOM)
  const comparers = comparisons.map(({ data }) => comparerOf(data))
  const weights = selfWeightsOf(table.rows, { comparisons, comparers, model })
  const explain = pairExplainer({ table, settings, model, ...rest })
  expect(weights).toHaveLength(table.rows)
  for (const row of [0, 1, 41, 60]) {
    const side = { row, words: new Map<string, string>() }
    expect(weights[row]).toBeCloseTo(explain({ rows: [side, side], scored: null }).weight, 9)
  }
})
