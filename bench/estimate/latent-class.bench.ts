import { LATENT_CLASS_SETTINGS, latentClass } from '@corroborate/estimate'
import { figureOf } from '../../core/estimate/lists/testing/reference-tables.ts'
import { costOf } from '../measure.ts'
import { callsOf, type Call } from './reference.ts'

/**
 * Effective draws per CPU second, beside the R package LCMCR 0.4.14 on the same table: its documented settings (K = 10, 1,000 draws 100 sweeps apart).
 *
 * Of that run an effective size was measured on one table (kosovo, 168 of 1,000). Of the package's long run (K = 15, 10,000 draws 500 sweeps apart) it is
 * known for four. Where draws 500 sweeps apart correlate by r, those 100 sweeps apart correlate by r^(1/5) if the chain forgets at one pace; on
 * kosovo that gives 169. A slower pace underneath would only leave the package worse off. The most it can be, every draw for an independent one, stands beside.
 */
const [AIM, SEEDS] = [5, ['a', 'b', 'c']]
const MEASURED: Readonly<Record<string, number>> = { kosovo: 168 }

const long = new Map(callsOf('lcmcr_hrdag').map((call) => [call.table, call]))
for (const call of callsOf('lcmcr')) if (long.has(call.table)) await compare(call)

async function compare({ table, overlap, theirs }: Call): Promise<void> {
  const settings = { ...LATENT_CLASS_SETTINGS, effective: 2000, mostSweeps: 32_000 }
  const rates: number[] = []
  for (const seed of SEEDS) {
    const { cpuSeconds, value } = await costOf(() => latentClass(overlap, seed, settings))
    const spent = `  ${table}, seed ${seed}: ${cpuSeconds.toFixed(2)} CPU s`
    if (!value.ok) {
      console.log(`${spent}, refused (${value.reason}): ${value.detail}`)
      continue
    }
    const { bulk, rHat } = value.value.convergence
    rates.push(bulk / cpuSeconds)
    console.log(`${spent} for ${bulk.toFixed(0)} effective draws (R-hat ${rHat.toFixed(3)})`)
  }
  if (rates.length > 0) beside(table, middle(rates), { theirs, worth: worthOf(table) })
}

function beside(table: string, ours: number, { theirs, worth }: { theirs: number; worth: number }): void {
  const times = (draws: number) => ours / (draws / theirs)
  if (times(worth) < AIM) process.exitCode = 1
  const [known, least] =
    table in MEASURED
      ? ['measured', '']
      : ['reckoned from its long run', `; ${times(1000).toFixed(1)} times at least`]
  console.log(
    `  ${table}: ${ours.toFixed(0)} effective draws a CPU second, theirs ${(worth / theirs).toFixed(0)} (${worth.toFixed(0)} of 1,000 draws, ${known}, in ${theirs} s): ${times(worth).toFixed(1)} times (aim: ${AIM})${least}`,
  )
}

/** Effective draws of 1,000 that lie 100 sweeps apart. */
function worthOf(table: string): number {
  const measured = MEASURED[table]
  const entry = long.get(table)?.entry
  if (measured !== undefined || entry === undefined) return measured ?? NaN
  const share = figureOf(entry, 'ess10000') / 10_000
  const apart500 = (1 - share) / (1 + share)
  const apart100 = apart500 ** (1 / 5)
  return (1000 * (1 - apart100)) / (1 + apart100)
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
