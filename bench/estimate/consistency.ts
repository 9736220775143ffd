import { parseArgs } from 'node:util'
import { overlapOf, recommend, type Overlap } from '@corroborate/estimate'
import { percentile } from '../measure.ts'
import { reference, tableNamed, type ConsistencyCase, type Triple } from './reference.ts'

/**
 * `npm run consistency`: real lists of which a truth is known. Only the people of one list are kept and that list is dropped: how many it holds is to be
 * estimated from the others (Binette and Steorts 2022). Prints the verdict on each case beside what the R packages gave.
 */
const { values } = parseArgs({ options: { effective: { type: 'string', default: '1000' } } })
const effective = Number(values.effective)
const file = reference()
if (file === null) {
  console.error(
    'The reference tables are not beside this project (../shared/mse): nothing to hold the estimates against.',
  )
  process.exit(1)
}

console.log(
  'table, list that is the truth       truth  lists  observed  verdict                     recommended interval   width/packages',
)
let [answered, covered, leasts, leastTrue, wide, silent] = [0, 0, 0, 0, 0, 0]
const allCover: boolean[] = []
for (const one of file.internal_consistency_own.cases) {
  const overlap = onlyOf(tableNamed(file, one.table), one.reference_list)
  if (overlap.observed !== one.n_obs || overlap.lists.length !== one.lists)
    throw new Error(`${one.table} given ${one.reference_list}: not the case of the reference`)
  const { verdict } = recommend(overlap, { seed: `${one.table}/${one.reference_list}`, effective })
  const interval = verdict.kind === 'cannot-say' ? null : verdict.interval
  const holds = interval !== null && interval.min <= one.truth && one.truth <= interval.max
  const ratio = interval === null ? null : (interval.max - interval.min) / packagesWidth(one)
  allCover.push(holds)
  if (verdict.kind === 'interval') {
    answered += 1
    covered += holds ? 1 : 0
    wide += ratio !== null && ratio > 2 ? 1 : 0
  } else if (verdict.kind === 'at-least') {
    leasts += 1
    leastTrue += verdict.least <= one.truth ? 1 : 0
  } else silent += 1
  const said =
    verdict.kind === 'interval'
      ? `interval${holds ? '' : ', wrong'}`
      : verdict.kind === 'at-least'
        ? `at least ${verdict.least}${verdict.least <= one.truth ? '' : ', wrong'}`
        : 'cannot say'
  console.log(
    [
      `${one.table}, ${one.reference_list}`.padEnd(34),
      String(one.truth).padStart(6),
      String(one.lists).padStart(6),
      String(one.n_obs).padStart(9),
      ` ${said}`.padEnd(29),
      interval === null ? '–'.padEnd(22) : `${interval.min} to ${interval.max}`.padEnd(22),
      ratio === null || !Number.isFinite(ratio) ? '–' : ratio.toFixed(2),
      verdict.reasons.map(({ code }) => code).join(' '),
    ].join(' '),
  )
}
const cases = allCover.length
console.log(
  [
    `${cases} cases. What the verdict says is true in ${((100 * (covered + leastTrue)) / cases).toFixed(0)} %:`,
    `  an interval in ${answered}, which holds the truth in ${covered}; ${wide} of them wider than twice the median of the packages'`,
    `  “at least” in ${leasts}, true in ${leastTrue}; “cannot say” in ${silent}`,
    `  the recommended interval, whatever the verdict, holds the truth in ${((100 * allCover.filter(Boolean).length) / cases).toFixed(0)} % (best R package on its cases: ${bestPackage(file.internal_consistency_own.cases)})`,
  ].join('\n'),
)

/** The people of one list, as the other lists know them; lists that hold none of them are left out. */
function onlyOf(table: Overlap, list: string): Overlap {
  const at = table.lists.indexOf(list)
  const within = table.cells.filter(({ mask }) => (mask >> at) & 1)
  const others = table.lists.filter(
    (other, index) => other !== list && within.some(({ mask }) => (mask >> index) & 1),
  )
  const counts = new Map<number, number>()
  for (const { mask, count } of within) {
    const seen = others.reduce(
      (on, other, place) => on | (((mask >> table.lists.indexOf(other)) & 1) << place),
      0,
    )
    if (seen !== 0) counts.set(seen, (counts.get(seen) ?? 0) + count)
  }
  const overlap = overlapOf(
    others,
    [...counts].map(([mask, count]) => ({ mask, count })),
  )
  if (!overlap.ok) throw new Error(overlap.detail)
  return overlap.value
}

function packagesWidth({ results }: ConsistencyCase): number {
  return percentile(intervalsOf(results), 0.5)
}

function intervalsOf(results: ConsistencyCase['results']): readonly number[] {
  return Object.values(results).flatMap((triple) => (isGiven(triple) ? [triple[2] - triple[1]] : []))
}

function isGiven(triple: Triple | null | undefined): triple is Triple {
  return triple?.every((value) => Number.isFinite(value)) ?? false
}

function bestPackage(cases: readonly ConsistencyCase[]): string {
  const methods = [...new Set(cases.flatMap(({ results }) => Object.keys(results)))]
  const rates = methods.map((method) => {
    const tried = cases.filter(({ results }) => isGiven(results[method]))
    const held = tried.filter(({ results, truth }) => {
      const triple = results[method]
      return isGiven(triple) && triple[1] <= truth && truth <= triple[2]
    })
    return { method, rate: held.length / tried.length, cases: tried.length }
  })
  const best = rates.toSorted((a, b) => b.rate - a.rate)[0]
  return best === undefined ? '–' : `${best.method} ${(100 * best.rate).toFixed(0)} % of ${best.cases}`
}
