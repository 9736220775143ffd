import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FOUND_OUT, headOf, openList, rowReader, type GivenFile } from '@corroborate/interchange'
import { inWords, costOf } from '../measure.ts'
import { generateRecords } from './generate-records.ts'

/** `npm run bench linkage/lists-in`: reads a generated CSV row by row, maps its columns and reads its cells; `ROWS=10000000` for ten million. */
const rows = Number(process.env.ROWS ?? '1000000')
const folder = mkdtempSync(join(tmpdir(), 'lists-in-'))
const path = join(folder, 'list.csv')
try {
  generateRecords(path, rows, `lists in ${rows}`)
  const { size } = statSync(path)
  const file: GivenFile = {
    name: 'list.csv',
    size,
    read: (from, to) => createReadStream(path, { start: from, end: to - 1, highWaterMark: 1 << 18 }),
  }
  const heap: number[] = []
  const cost = await costOf(async () => {
    const opened = await openList(file, FOUND_OUT)
    if (!opened.ok) throw new Error(opened.fault.sentence)
    const { proposed } = await headOf(opened.list, 200)
    const { read } = rowReader(opened.list.columns, proposed.mapping)
    const digest = createHash('sha256')
    let [count, faults, next] = [0, 0, rows / 10]
    for await (const step of opened.list.steps()) {
      if (step.kind === 'refused') throw new Error(step.fault.sentence)
      for (const row of step.rows) {
        faults += read(row).faults.length
        digest.update(`${JSON.stringify(row.cells)}\n`)
      }
      count += step.rows.length
      if (count < next) continue
      next += rows / 10
      heap.push(Math.round(process.memoryUsage().rss / 1e6))
    }
    return { count, faults }
  })
  console.log(
    `${cost.value.count} rows, ${(size / 1e6).toFixed(0)} MB, ${cost.value.faults} cells that say nothing: ${inWords(cost)}`,
  )
  console.log(`memory after each tenth: ${heap.join(', ')} MB`)
} finally {
  rmSync(folder, { recursive: true })
}
