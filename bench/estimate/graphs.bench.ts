import { averageOverGraphs, GRAPH_SETTINGS, type Overlap } from '@corroborate/estimate'
import { costOf, percentile } from '../measure.ts'

/** The average over decomposable graphs beside the R package dga 2.0.2 on the same call (CPU s of the reference, one core). */
const TABLES = [
  {
    // UK 2013, five lists (R package SparseMSE); 822 graphs, 82,320 numbers of missing.
    name: 'uk5',
    reference: 7.242,
    lists: ['LA', 'NG', 'PFNCA', 'GO', 'GP'],
    cells:
      '00001 316, 00010 695, 00011 8, 00100 995, 00101 11, 00110 76, 01000 463, 01001 1, 01010 19, 01100 62, 01110 4, 10000 54, 10010 3, 10100 19, 11000 15, 11010 1, 11100 1, 11110 1',
  },
  {
    // Kosovo 1999, four lists (R package LCMCR); 61 graphs, 132,000 numbers of missing.
    name: 'kosovo',
    reference: 0.633,
    lists: ['EXH', 'ABA', 'OSCE', 'HRW'],
    cells:
      '0001 306, 0010 936, 0011 123, 0100 845, 0101 31, 0110 217, 0111 32, 1000 1131, 1001 106, 1010 228, 1011 42, 1100 177, 1101 18, 1110 181, 1111 27',
  },
]

function overlapFrom(lists: readonly string[], cells: string): Overlap {
  const counted = cells
    .split(', ')
    .map((cell) => cell.split(' '))
    .map(([pattern = '', count]) => ({
      mask: lists.reduce((mask, _, at) => (pattern[at] === '1' ? mask | (1 << at) : mask), 0),
      count: Number(count),
    }))
    .toSorted((a, b) => a.mask - b.mask)
  return { lists, cells: counted, observed: counted.reduce((sum, { count }) => sum + count, 0) }
}

for (const { name, reference, lists, cells } of TABLES) {
  const overlap = overlapFrom(lists, cells)
  const runs: number[] = []
  for (let run = 0; run < 9; run++) {
    const { cpuSeconds, value } = await costOf(() => averageOverGraphs(overlap, GRAPH_SETTINGS))
    if (!value.ok) throw new Error(value.detail)
    runs.push(cpuSeconds)
  }
  const [first = NaN] = runs
  const median = percentile(runs, 0.5)
  const times = (seconds: number) => `${(reference / seconds).toFixed(0)} times`
  console.log(
    `  ${name}: ${median.toFixed(3)} CPU s, median of ${runs.length}; the first, not yet compiled, ${first.toFixed(3)}; dga ${reference} (${times(median)} and ${times(first)}; aim: 20 times)`,
  )
}
