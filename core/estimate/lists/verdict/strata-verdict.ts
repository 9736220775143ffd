import { diceFrom, type Dice, type Range } from '@corroborate/base'
import { combineReplicates, replicateOf, type Replicate } from '../combine/combine-replicates.ts'
import { sumOverStrata } from '../combine/sum-over-strata.ts'
import type { Verdict } from '../list-study.ts'
import type { DividedOverlap, Stratum } from '../overlap/strata.ts'
import { drawByClasses, drawByGraphs, LEVEL, type DrawPeople } from './recommend.ts'
import { hullOf, reason } from './verdict-of.ts'

/** Draws of each stratum that are added to each other. */
const DRAWS = 2000

/**
 * What the strata carry together. Each method's posteriors are added draw by draw, the strata held independent; where labels or links are
 * themselves uncertain, the sums of the completed data sets are combined (Rubin 1987, on the log of the unseen). The interval is the hull of both methods.
 * It is given as an answer only where every stratum has one; a stratum with less makes the sum a least number.
 * @param replicates the same people as each opinion of links or labels divides them; one where there is one opinion
 * @param verdicts of the strata of the first replicate, each by itself
 */
export function strataVerdict(
  replicates: readonly [DividedOverlap, ...DividedOverlap[]],
  verdicts: readonly StratumVerdict[],
  settings: { readonly seed: string; readonly effective: number },
): Verdict {
  if (verdicts.every(({ verdict }) => verdict.kind === 'cannot-say'))
    return { kind: 'cannot-say', reasons: [reason('no-stratum-can-say', { strata: verdicts.length })] }
  const dice = diceFrom(`${settings.seed}/strata`)
  const methods: readonly (readonly [string, DrawPeople])[] = [
    ['graphs', drawByGraphs],
    ['classes', drawByClasses(settings.effective)],
  ]
  const totals = methods.flatMap(([name, draw]) => {
    const total = totalOf(replicates, draw, dice.fork(name))
    return total === null ? [] : [total]
  })
  const interval = hullOf(totals.map((total) => total.interval))
  const weak = verdicts.filter(({ verdict }) => verdict.kind !== 'interval')
  const [first, ...others] = weak.map(({ name, verdict }) =>
    reason(`stratum-${verdict.kind}`, { stratum: name }),
  )
  const unplaced = replicates[0].unplaced > 0 && replicates.length === 1
  if (interval !== null && first === undefined && !unplaced)
    return {
      kind: 'interval',
      interval,
      point: Math.round(totals.reduce((sum, total) => sum + total.point, 0) / totals.length),
      level: LEVEL,
      reasons: [reason('every-stratum-answers', { strata: verdicts.length })],
    }
  const without = reason('people-without-stratum', { people: replicates[0].unplaced })
  const least = verdicts.reduce((sum, stratum) => sum + leastOf(stratum), 0)
  return { kind: 'at-least', least, interval, reasons: [first ?? without, ...others] }
}

interface StratumVerdict extends Stratum {
  readonly verdict: Verdict
}

interface Total {
  readonly point: number
  readonly interval: Range
}

/** By one method; null where too few replicates have a sum. */
function totalOf(replicates: readonly DividedOverlap[], draw: DrawPeople, dice: Dice): Total | null {
  const sums = replicates.flatMap(({ strata }, at) => {
    const sum = sumOf(strata, draw, dice.fork(`replicate ${at + 1}`))
    return sum === null ? [] : [sum]
  })
  const [only] = sums
  if (only === undefined || sums.length * 2 < replicates.length) return null
  if (replicates.length === 1) return only
  const combined = combineReplicates(
    sums.map((sum) => sum.replicate),
    { level: LEVEL },
  )
  return combined.ok ? combined.value : null
}

function sumOf(
  strata: readonly Stratum[],
  draw: DrawPeople,
  dice: Dice,
): (Total & { readonly replicate: Replicate }) | null {
  const drawn = strata.map(({ name, overlap }) => {
    const draws = draw(overlap, DRAWS, dice.fork(`draws of ${name}`))
    return { name, observed: overlap.observed, draws: draws.ok ? draws.value : null }
  })
  const total = sumOverStrata(drawn, { level: LEVEL, dice: dice.fork('sum') })
  if (!total.ok) return null
  const { point, interval, observed, draws } = total.value
  return {
    point,
    interval,
    replicate: replicateOf(
      observed,
      draws.map((people) => people - observed),
    ),
  }
}

function leastOf({ verdict, overlap }: StratumVerdict): number {
  if (verdict.kind === 'interval') return verdict.interval.min
  return verdict.kind === 'at-least' ? verdict.least : overlap.observed
}
