import { assess } from '@corroborate/report'
import { invented } from '../store/testing/invented.ts'
import { against, costOf, percentile } from './measure.ts'

/** Everything that is computed from one investigation: standings, robustness, contradictions, estimates, breaches. */
const whole = invented({ code: 'bench', witnesses: 100, passagesEach: 100 })
const runs: number[] = []
for (let run = 0; run < 9; run++) {
  const { cpuSeconds, value } = await costOf(() => assess(whole, { today: '2026-01-01', software: 'bench' }))
  if (value.standings.size !== whole.findings.length) throw new Error('not every finding was assessed')
  runs.push(cpuSeconds)
}
const { claims, findings } = whole
console.log(
  `  ${claims.length} claims under ${findings.length} findings, median of ${runs.length}: ${against(0.2, percentile(runs, 0.5), 'CPU s')}`,
)
