import { expect, test } from 'vitest'
import { pairExplainer } from './explain-pair.ts'
import { selfWeights } from './self-weights.ts'
import { inventedRun } from './testing/invented-explanation.ts'

test('a row against itself weighs what the explanation of that pair says', () => {
  const { run } = inventedRun()
  const weights = selfWeights(run.table, run.settings, run.model)
  const explain = pairExplainer(run)
  expect(weights).toHaveLength(run.table.rows)
  for (const row of [0, 1, 41, 60]) {
    const side = { row, words: new Map<string, string>() }
    expect(weights[row]).toBeCloseTo(explain({ rows: [side, side], scored: null }).weight, 9)
  }
})
