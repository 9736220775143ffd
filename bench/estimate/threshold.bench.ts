import { valueOf } from '@corroborate/base'
import { bayesianThreshold, THRESHOLD_SETTINGS } from '@corroborate/estimate'
import { figureOf } from '../../core/estimate/lists/testing/reference-tables.ts'
import { costOf } from '../measure.ts'
import { callsOf } from './reference.ts'

/** The Bayesian threshold method beside MultipleSystemsEstimation 1.2.0 (`bayesthresh`) on the reference's tables: figures, pairs and CPU seconds. */
const CALLS = callsOf('bayesthresh')

for (const { table, overlap, entry, theirs: theirSeconds } of CALLS) {
  const { value, cpuSeconds } = await costOf(() => valueOf(bayesianThreshold(overlap, 'bench')))
  const { point, interval, retained, allPairs, otherwise } = value
  const theirs = ['estimate', 'lo', 'hi'].map((name) => figureOf(entry, name).toFixed(0))
  console.log(
    `  ${table}: ${point.toFixed(0)} [${interval.min}, ${interval.max}], theirs ${theirs.join(', ')}; ${cpuSeconds.toFixed(2)} CPU seconds, theirs ${theirSeconds.toFixed(2)}`,
  )
  console.log(`    kept ${retained.join(', ') || 'no pair'}; with all pairs ${allPairs.q50.toFixed(0)}`)
  if (otherwise)
    console.log(
      `    narrowly decided: ${otherwise.pair}; the other way ${otherwise.quantiles.q50.toFixed(0)} [${otherwise.quantiles.q025.toFixed(0)}, ${otherwise.quantiles.q975.toFixed(0)}]`,
    )
}

/** What the prior decides. */
for (const { table, overlap } of CALLS)
  for (const priorDeviation of table === 'kosovo' || table === 'ned6' ? [0.5, 2] : []) {
    const { point, interval } = valueOf(
      bayesianThreshold(overlap, 'bench', { ...THRESHOLD_SETTINGS, priorDeviation }),
    )
    console.log(
      `  ${table}, prior deviation ${priorDeviation}: ${point.toFixed(0)} [${interval.min}, ${interval.max}]`,
    )
  }
