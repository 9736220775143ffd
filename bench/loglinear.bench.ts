/**
 * All log-linear models of published tables, beside the processor seconds of the R package Rcapture 1.4-4 for the same call, at least 20 times
 * faster. Run by `node bench/loglinear.bench.ts`; exits 1 when a table misses the aim. Needs `../shared/mse/reference.json`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { modelTable, overlapOf, type Overlap } from '@corroborate/estimate'

const REFERENCE = new URL('../../shared/mse/reference.json', import.meta.url)
const [RUNS, AIM] = [5, 20]

interface Table {
  readonly lists: readonly string[]
  readonly cells: Readonly<Record<string, number>>
  readonly reproduced: readonly { readonly method: string; readonly cpu_s_median: number }[]
}

if (existsSync(REFERENCE))
  bench((JSON.parse(readFileSync(REFERENCE, 'utf8')) as { tables: Record<string, Table> }).tables)
else console.log('skipped: the reference tables are not beside this project (../shared/mse/reference.json)')

function bench(tables: Readonly<Record<string, Table>>): void {
  for (const [name, table] of Object.entries(tables)) {
    const pairs = table.reproduced.find((call) => call.method === 'rcap2')
    const all = table.reproduced.find((call) => call.method === 'rcapfull')
    if (pairs) compare(name, { table, mostOrder: 2, theirs: pairs.cpu_s_median })
    if (all) compare(name, { table, mostOrder: table.lists.length, theirs: all.cpu_s_median })
    // The reference has no time for the 6,893 models of five lists.
    if (name === 'uk5') compare(name, { table, mostOrder: 5, theirs: null })
  }
}

/** Character i of a pattern is membership of list i. */
function overlapFrom({ lists, cells }: Table): Overlap {
  const masked = Object.entries(cells).map(([pattern, count]) => ({
    mask: lists.reduce((mask, _, list) => (pattern[list] === '1' ? mask | (1 << list) : mask), 0),
    count,
  }))
  return valueOf(overlapOf(lists, masked))
}

/** The first run is told apart: R has nothing to warm up, and a person waits for the first. */
function compare(
  name: string,
  { table, mostOrder, theirs }: { table: Table; mostOrder: number; theirs: number | null },
): void {
  const overlap = overlapFrom(table)
  const times: number[] = []
  let models = 0
  for (let at = 0; at < RUNS; at++) {
    const before = process.cpuUsage()
    const { fitted, setAside } = valueOf(modelTable(overlap, { mostOrder }))
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1e6)
    models = fitted.length + setAside.length
  }
  const [first = NaN] = times
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN
  const beside =
    theirs === null
      ? ''
      : `; the reference ${theirs.toFixed(3)} s, ${Math.round(theirs / median)} times as long`
  console.log(
    `${name} to order ${mostOrder}: ${models} models in ${median.toFixed(4)} s of processor time ` +
      `(first run ${first.toFixed(4)} s)${beside}`,
  )
  if (theirs !== null && theirs / median < AIM) process.exitCode = 1
}
