import { costOf, percentile } from '../measure.ts'

/** CPU seconds of the first run, which nothing has warmed, of the median run, and of the cheapest. */
export interface Repeated<Value> {
  readonly first: number
  readonly median: number
  readonly least: number
  readonly value: Value
}

export async function repeated<Value>(runs: number, work: () => Value): Promise<Repeated<Value>> {
  const { value, cpuSeconds: first } = await costOf(work)
  const all = [first]
  while (all.length < runs) all.push((await costOf(work)).cpuSeconds)
  return { value, first, median: percentile(all, 0.5), least: Math.min(...all) }
}

/**
 * One bar as one line: CPU seconds here beside the reference's for the same call. The first run is told apart: R has nothing to warm up, and a person
 * waits for the first. A median that misses the aim ends the bench in failure; where the aim is null, the line is for comparison only.
 */
export function beside(
  what: string,
  { first, median }: Pick<Repeated<unknown>, 'first' | 'median'>,
  { theirs, aim }: { readonly theirs: number; readonly aim: number | null },
): void {
  const times = theirs / median
  const missed = aim !== null && !(times >= aim)
  if (missed) process.exitCode = 1
  const aimed = aim === null ? 'no aim' : `aim: ${aim}${missed ? ', MISSED' : ''}`
  console.log(
    `  ${what}: ${shown(median)} CPU s, theirs ${shown(theirs)}: ${round(times)} times (${aimed}); the first run ${shown(first)}: ${round(theirs / first)} times`,
  )
}

function shown(seconds: number): string {
  return seconds < 0.1 ? seconds.toFixed(4) : seconds.toFixed(2)
}

function round(times: number): string {
  return times.toFixed(times < 10 ? 1 : 0)
}
