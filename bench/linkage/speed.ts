import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { linkSteps, tableBuilder } from '@corroborate/linkage'
import { generateRecords } from './generate-records.ts'
import { readRecords } from './read-records.ts'
import { SPEED_SETTINGS } from './speed-settings.ts'

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** One job from the file to the clusters; CPU seconds are the figure to trust where others share the machine. */
function run(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
  const file = join(folder, 'records.csv')
  const { truePairs } = generateRecords(file, rows, `records ${rows}`)
  const times: [string, number][] = []
  let before = cpu()
  const lap = (what: string) => {
    times.push([what, cpu() - before])
    before = cpu()
  }
  const builder = tableBuilder(SPEED_SETTINGS.fields)
  builder.startList({ code: 'records', clean: false })
  const person = readRecords(file, builder, rows, SPEED_SETTINGS.fields.length)
  lap('read')
  const table = builder.table()
  lap('table')
  const steps = linkSteps(table, SPEED_SETTINGS, [])
  let step = steps.next()
  let stage = ''
  while (step.done !== true) {
    if (step.value.stage !== stage) {
      if (stage !== 'compared') lap(step.value.stage)
      stage = step.value.stage
    }
    step = steps.next()
    if (stage === 'compared' && (step.done === true || step.value.stage !== 'compared'))
      lap('compared and after')
  }
  lap('end')
  const result = valueOf(step.value)
  rmSync(folder, { recursive: true })
  const made = result.seen.counts.reduce((sum, count) => sum + count, 0)
  let right = 0
  let joined = 0
  for (let n = 0; n < result.pairs.left.length; n++) {
    if ((result.pairs.weight[n] ?? 0) < 0) continue
    joined += 1
    if (person[result.pairs.left[n] ?? 0] === person[result.pairs.right[n] ?? 0]) right += 1
  }
  console.log({
    rows,
    pairs: made,
    truePairs,
    precision: right / joined,
    recall: right / truePairs,
    kept: result.pairs.left.length,
  })
  console.log(result.model.convergence, result.model.prior)
  for (const [what, seconds] of times) console.log(what.padEnd(20), seconds.toFixed(2))
  console.log(
    'all',
    times.reduce((sum, [, seconds]) => sum + seconds, 0).toFixed(2),
    'CPU s',
    'peak MB',
    process.resourceUsage().maxRSS / 1024,
  )
}

run(Number(process.argv[2] ?? 1_000_000))
