/**
 * Pairs of a million invented records scored by one thread and by two, in turn, so that what else the machine does weighs on both. By the clock two
 * threads can only be faster where two cores are idle; CPU seconds and the share of each thread do not depend on that. Two figures by the clock: the
 * throughput, pairs a second once the first quarter is done, and the whole job, in which every thread has to start and compile the kernel first.
 */
import { loadavg } from 'node:os'
import { createHash } from 'node:crypto'
import { valueOf } from '@corroborate/base'
import { beginLinkage, endLinkage, SHARED_ROOM, type ScoredParts } from '@corroborate/linkage'
import { scoreInSoMany } from '../../apps/server/jobs/score-in-threads.ts'
import { costOf, type Cost } from '../measure.ts'
import { generatedTable } from './generated-table.ts'
import { SPEED_SETTINGS } from './speed-settings.ts'

const [ROWS, ROUNDS, AIM] = [Number(process.env.ROWS ?? '1000000'), 5, 1.7]

const { table } = generatedTable(ROWS, SHARED_ROOM)
const begun = valueOf(beginLinkage(table, SPEED_SETTINGS, SHARED_ROOM))
const pairsOf = ({ seen }: ScoredParts) => seen.counts.reduce((sum, count) => sum + count, 0)
const all = begun.task.parts.reduce((sum, part) => sum + part.pairs, 0)
const measured: Record<1 | 2, Measured[]> = { 1: [], 2: [] }

interface Measured {
  readonly cost: Cost
  /** Pairs a second after the first quarter. */
  readonly rate: number
  readonly shares: readonly number[]
  readonly sha256: string
}

/** Pairs a second from the moment when a quarter of them was done. */
function pace() {
  let [done, warmAt, warmDone] = [0, 0, 0]
  return {
    onPairs: (pairs: number) => {
      done += pairs
      if (warmAt > 0 || done < all / 4) return
      warmAt = performance.now()
      warmDone = done
    },
    rate: () => (1000 * (done - warmDone)) / (performance.now() - warmAt),
  }
}

for (let round = 0; round < ROUNDS; round++) {
  for (const threads of [1, 2] as const) {
    const { onPairs, rate } = pace()
    const { value, ...cost } = await costOf(async () => {
      const scored = await scoreInSoMany(threads, begun.task, onPairs)
      return { scored, rate: rate() }
    })
    const shares = value.scored.map(pairsOf)
    const { pairs, clusterOf } = endLinkage(begun, value.scored, [])
    const hash = createHash('sha256')
    const { left, right, pattern, weight } = pairs
    for (const column of [left, right, pattern, weight, clusterOf]) hash.update(column)
    measured[threads].push({ cost, rate: value.rate, shares, sha256: hash.digest('hex') })
    console.log(
      `${threads} ${threads === 1 ? 'thread' : 'threads'}: ${cost.seconds.toFixed(2)} s by the clock, ${cost.cpuSeconds.toFixed(2)} CPU s, ${(value.rate / 1e6).toFixed(2)} million pairs a second once warm, pairs of each ${shares.join(' + ')}, load ${loadavg()[0]?.toFixed(1) ?? ''}`,
    )
  }
}
const pairs = measured[1][0]?.shares.reduce((sum, share) => sum + share, 0) ?? 0
const least = (threads: 1 | 2, of: (cost: Cost) => number) =>
  Math.min(...measured[threads].map(({ cost }) => of(cost)))
const [one, two] = [least(1, ({ seconds }) => seconds), least(2, ({ seconds }) => seconds)]
const [cpuOfOne, cpuOfTwo] = [
  least(1, ({ cpuSeconds }) => cpuSeconds),
  least(2, ({ cpuSeconds }) => cpuSeconds),
]
const digests = new Set([...measured[1], ...measured[2]].map(({ sha256 }) => sha256))
console.log(
  `${pairs} pairs; results by one thread and by two: ${digests.size === 1 ? 'the same bytes' : 'DIFFERENT'}`,
)
const fastest = (threads: 1 | 2) => Math.max(...measured[threads].map(({ rate }) => rate))
const [rateOfOne, rateOfTwo] = [fastest(1), fastest(2)]
console.log(
  `best of ${ROUNDS}, pairs a second once warm: one thread ${(rateOfOne / 1e6).toFixed(2)} million, two ${(rateOfTwo / 1e6).toFixed(2)} million: ${(rateOfTwo / rateOfOne).toFixed(2)} times the throughput (aim with two idle cores: at least ${AIM})`,
)
console.log(
  `least of ${ROUNDS}, the whole job: one thread ${one.toFixed(2)} s, two ${two.toFixed(2)} s by the clock: ${(one / two).toFixed(2)} times as fast`,
)
console.log(
  `CPU seconds: ${cpuOfOne.toFixed(2)} and ${cpuOfTwo.toFixed(2)}: two idle cores could give ${((2 * cpuOfOne) / cpuOfTwo).toFixed(2)} times`,
)
process.exitCode = digests.size === 1 ? 0 : 1
