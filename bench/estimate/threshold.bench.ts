import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { bayesianThreshold, THRESHOLD_SETTINGS } from '@corroborate/estimate'
import {
  figureOf,
  referenceFor,
  referenceTables,
} from '../../core/estimate/lists/testing/reference-tables.ts'
import { costOf } from '../measure.ts'

/** The Bayesian threshold method beside MultipleSystemsEstimation 1.2.0 (`bayesthresh`) on the reference's tables: figures, pairs and CPU seconds. */
const FILE = new URL('../../../shared/mse/reference.json', import.meta.url)
const reference = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)

for (const { table, overlap, entry } of referenceFor(reference, 'bayesthresh')) {
  const { value, cpuSeconds } = await costOf(() => valueOf(bayesianThreshold(overlap, 'bench')))
  const { point, interval, retained, allPairs, otherwise } = value
  const theirs = ['estimate', 'lo', 'hi'].map((name) => figureOf(entry, name).toFixed(0))
  console.log(
    `${table}: ${point.toFixed(0)} [${interval.min}, ${interval.max}], theirs ${theirs.join(', ')}; ${cpuSeconds.toFixed(2)} CPU seconds, theirs ${figureOf(entry, 'cpu_s_median').toFixed(2)}`,
  )
  console.log(`  kept ${retained.join(', ') || 'no pair'}; with all pairs ${allPairs.q50.toFixed(0)}`)
  if (otherwise)
    console.log(
      `  narrowly decided: ${otherwise.pair}; the other way ${otherwise.quantiles.q50.toFixed(0)} [${otherwise.quantiles.q025.toFixed(0)}, ${otherwise.quantiles.q975.toFixed(0)}]`,
    )
}

/** What the prior decides. */
for (const { table, overlap } of referenceFor(reference, 'bayesthresh'))
  for (const priorDeviation of table === 'kosovo' || table === 'ned6' ? [0.5, 2] : []) {
    const { point, interval } = valueOf(
      bayesianThreshold(overlap, 'bench', { ...THRESHOLD_SETTINGS, priorDeviation }),
    )
    console.log(
      `${table}, prior deviation ${priorDeviation}: ${point.toFixed(0)} [${interval.min}, ${interval.max}]`,
    )
  }
