/**
 * A new list of ten thousand rows against a million that are linked: invented records, the known ones linked first (not counted). Two figures: what
 * linking the new list costs, and what it costs to read its rows and make the table of all again, where the table does not stand in memory.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { linkNewList, linkRecords, tableBuilder } from '@corroborate/linkage'
import { against, costOf, inWords } from '../measure.ts'
import { generateRecords } from './generate-records.ts'
import { readRecords } from './read-records.ts'
import { SPEED_SETTINGS } from './speed-settings.ts'

const [KNOWN, NEW, AIM] = [Number(process.argv[2] ?? 1_000_000), 10_000, 3]

const folder = mkdtempSync(join(tmpdir(), 'new-list-'))
const builder = tableBuilder(SPEED_SETTINGS.fields)
const read = (code: string, rows: number) => {
  const file = join(folder, `${code}.csv`)
  // One seed: the invented people of the two lists are the same, and half of the new rows are of people on the first.
  generateRecords(file, rows, 'new list')
  builder.startList({ code, clean: false })
  readRecords(file, builder, rows, SPEED_SETTINGS.fields.length)
}
read('known', KNOWN)
const known = valueOf(linkRecords(builder.table(), SPEED_SETTINGS, { judgements: [] }))
const made = await costOf(() => {
  read('new', NEW)
  return builder.table()
})
rmSync(folder, { recursive: true })
globalThis.gc?.()
const cost = await costOf(() =>
  valueOf(linkNewList(made.value, SPEED_SETTINGS, { known, judgements: [], model: 'kept' })),
)
const { seen, changes } = cost.value
const pairs = seen.counts.reduce((sum, count) => sum + count, 0)
console.log(
  `${NEW} rows against ${KNOWN}: ${pairs} new pairs, ${changes.grown.length} clusters grown, ${changes.fresh} new, ${changes.merged.length} merges, ${changes.split.length} splits`,
)
console.log(`rows read and the table of all made again: ${inWords(made)}`)
console.log(`new list linked: ${inWords(cost)}`)
console.log(against(AIM, cost.cpuSeconds, 'CPU s'))
process.exitCode = cost.cpuSeconds < AIM ? 0 : 1
