/**
 * One linkage from the file to the clusters on one thread: invented records of known truth, a million of them or as many as `ROWS` says. CPU seconds are the
 * figure to trust where others share the machine. The same job as SQL is timed after it where `@duckdb/node-api` is installed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { linkSteps, tableBuilder, type LinkageResult } from '@corroborate/linkage'
import { against } from '../measure.ts'
import { duckdbJob } from './duckdb-job.ts'
import { generateRecords } from './generate-records.ts'
import { readRecords } from './read-records.ts'
import { SPEED_SETTINGS, SPEED_SETTINGS_OF_MANY } from './speed-settings.ts'

const ROWS = Number(process.env.ROWS ?? '1000000')
const isMany = ROWS > 3_000_000
const settings = isMany ? SPEED_SETTINGS_OF_MANY : SPEED_SETTINGS
const AIM = isMany ? { cpuSeconds: 180, megabytes: 6_000 } : { cpuSeconds: 12, megabytes: 500 }
const PAIRS_A_SECOND = 6

const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
const file = join(folder, 'records.csv')
const { truePairs } = generateRecords(file, ROWS, `records ${ROWS}`)
globalThis.gc?.()

/** CPU seconds of each stage. */
const laps = new Map<string, number>()
let last = process.cpuUsage()
const lap = (stage: string) => {
  const { user, system } = process.cpuUsage(last)
  last = process.cpuUsage()
  laps.set(stage, (laps.get(stage) ?? 0) + (user + system) / 1e6)
}

const { person, result } = linked()
const all = [...laps.values()].reduce((sum, seconds) => sum + seconds, 0)
const peak = process.resourceUsage().maxRSS / 1024
const pairs = result.seen.counts.reduce((sum, count) => sum + count, 0)
const compared = laps.get('compared') ?? NaN
const { joined, right } = truth(result)
console.log(
  `${ROWS} records, ${pairs} pairs, ${result.pairs.left.length} kept: precision ${(right / joined).toFixed(4)}, recall ${(right / truePairs).toFixed(4)} of ${truePairs}; ${result.model.convergence.kind} in ${result.model.convergence.rounds} rounds`,
)
console.log([...laps].map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)}`).join(', '))
console.log(`end to end: ${against(AIM.cpuSeconds, all, 'CPU s')}`)
console.log(`peak: ${against(AIM.megabytes, peak, 'MB')}`)
console.log(
  `pairs compared and weighed: ${(pairs / compared / 1e6).toFixed(2)} million a CPU second (aim: at least ${PAIRS_A_SECOND})`,
)
const isMet = all <= AIM.cpuSeconds && peak <= AIM.megabytes && pairs / compared >= PAIRS_A_SECOND * 1e6
process.exitCode = isMet ? 0 : 1
console.log(await duckdbJob(file, { settings, model: result.model }))
rmSync(folder, { recursive: true })

function linked() {
  const builder = tableBuilder(settings.fields)
  builder.startList({ code: 'records', clean: false })
  const people = readRecords(file, builder, ROWS, settings.fields.length)
  lap('read')
  const table = builder.table()
  lap('table')
  const steps = linkSteps(table, settings, [])
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { person: people, result: valueOf(step.value) }
    lap(step.value.stage)
  }
}

/** Of the pairs held to be one person rather than not, how many are. */
function truth({ pairs: kept }: LinkageResult): { readonly joined: number; readonly right: number } {
  let [joinedPairs, rightPairs] = [0, 0]
  for (const [n, weight] of kept.weight.entries()) {
    if (weight < 0) continue
    joinedPairs += 1
    if (person[kept.left[n] ?? 0] === person[kept.right[n] ?? 0]) rightPairs += 1
  }
  return { joined: joinedPairs, right: rightPairs }
}
