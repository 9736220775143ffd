import { existsSync, readFileSync } from 'node:fs'
import { LATENT_CLASS_SETTINGS, latentClass, overlapOf } from '@corroborate/estimate'
import { valueOf } from '@corroborate/base'
import { costOf } from './measure.ts'

/**
 * Effective draws per CPU second, beside the reference's R package on the same table: its documented settings (K = 10, 1,000 draws 100 sweeps apart).
 * The reference gives an effective size for one table at these settings (kosovo, 168 of 1,000), and for others from its long run (K = 15, 10,000 draws
 * 500 sweeps apart); where it has none, every draw is taken for an independent one, which is the most it can be.
 */
const REFERENCE = new URL('../../shared/mse/reference.json', import.meta.url)

interface Row {
  readonly method: string
  readonly cpu_s_median: number
  readonly ess10000?: number
}
interface Reference {
  readonly tables: Record<
    string,
    { readonly lists: string[]; readonly cells: Record<string, number>; readonly reproduced: readonly Row[] }
  >
}

const SHORT_RUN_WORTH: Readonly<Record<string, number>> = { kosovo: 168 }

if (existsSync(REFERENCE)) {
  const { tables } = JSON.parse(readFileSync(REFERENCE, 'utf8')) as Reference
  for (const name of ['kosovo', 'uk5', 'western5', 'ph_quezon_police']) await compare(name, tables)
} else console.log('  the reference tables are not beside this project (../shared/mse)')

async function compare(name: string, tables: Reference['tables']): Promise<void> {
  const table = tables[name]
  if (!table) throw new Error(`no table ${name}`)
  const maskOf = (pattern: string) =>
    Array.from(pattern).reduce((mask, on, at) => (on === '1' ? mask | (1 << at) : mask), 0)
  const cells = Object.entries(table.cells).map(([pattern, count]) => ({ mask: maskOf(pattern), count }))
  const overlap = valueOf(overlapOf(table.lists, cells))
  const settings = { ...LATENT_CLASS_SETTINGS, effective: 2000, mostSweeps: 32_000 }
  const { cpuSeconds, value } = await costOf(() => valueOf(latentClass(overlap, 'bench', settings)))
  const { bulk, rHat } = value.convergence
  const ours = bulk / cpuSeconds
  const theirs = referencePerSecond(name, table.reproduced)
  console.log(
    `  ${name.padEnd(17)} ${cpuSeconds.toFixed(2)} CPU s for ${bulk.toFixed(0)} effective draws (R-hat ${rHat.toFixed(3)}): ${ours.toFixed(0)} a second; the reference ${theirs.says}: ${(ours / theirs.most).toFixed(1)} times`,
  )
}

function referencePerSecond(name: string, rows: readonly Row[]) {
  const short = rows.find((row) => row.method === 'lcmcr')?.cpu_s_median ?? NaN
  const long = rows.find((row) => row.method === 'lcmcr_hrdag')
  const known = SHORT_RUN_WORTH[name]
  if (known !== undefined) return { most: known / short, says: (known / short).toFixed(0) }
  // A long run whose draws are not independent shows what its sweeps are worth; one whose draws are, only that they were too far apart.
  const worth = long?.ess10000 ?? 10_000
  if (long && worth < 8000)
    return { most: worth / long.cpu_s_median, says: `${(worth / long.cpu_s_median).toFixed(0)} (long run)` }
  return { most: 1000 / short, says: `${(1000 / short).toFixed(0)} at most` }
}
