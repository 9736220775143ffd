/**
 * The names that somebody may have meant: at most three, nearest first, none much further than the nearest and none
 * further than a third of its length.
 * Distance is that of Damerau and Levenshtein with adjacent swaps (optimal string alignment), upper and lower case alike.
 */
export function nearest(name: string, known: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase()
  const near = [...known]
    .filter((other) => Math.abs(other.length - name.length) <= reach(other))
    .map((other) => ({ other, far: distance(wanted, other.toLowerCase()) }))
    .filter(({ other, far }) => far <= reach(other) && far < other.length)
    .toSorted((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
  const most = (near[0]?.far ?? 0) + 1
  return near
    .filter(({ far }) => far <= most)
    .slice(0, 3)
    .map(({ other }) => other)
}

function reach(name: string): number {
  return Math.max(1, Math.ceil(name.length / 3))
}

function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(cell({ a, b, i, j, row, last, before }))
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

interface Cell {
  readonly a: string
  readonly b: string
  readonly i: number
  readonly j: number
  readonly row: readonly number[]
  readonly last: readonly number[]
  readonly before: readonly number[]
}

function cell({ a, b, i, j, row, last, before }: Cell): number {
  const same = a[i - 1] === b[j - 1]
  const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)]
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return Math.min(...steps, ...(swapped ? [(before[j - 2] ?? 0) + 1] : []))
}
