import { PULLS, type Pulls } from '../../core/linkage/review/recalibrate.ts'
import { INVENTED_TRUTHS, inventedRun } from '../../core/linkage/testing/invented-runs.ts'
import { reviewByTruth } from '../../core/linkage/testing/review-by-truth.ts'

/**
 * `npm run linkage:calibration`: by which pulls 300 answers teach best what weights are worth, on invented runs alone: each pull to the curve by itself, and
 * all of them averaged by what they foretell, as the product does.
 */
const TO_CURVE = [...PULLS.toCurve.map((pull) => [pull]), PULLS.toCurve]
const TO_LINE = [1, 6, 36]
const SEEDS = Array.from({ length: Number(process.argv[2] ?? 16) }, (_, n) => `invented ${n}`)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const figure = (value: number) => value.toFixed(3).padStart(8)

/** For each pair of pulls and each seed, the worst band of each truth: the distance of said probability and true share. */
const measured = TO_CURVE.flatMap((toCurve) =>
  TO_LINE.map((toLine) => {
    const pulls = { toCurve, toLine }
    const bySeed = SEEDS.map((seed) =>
      INVENTED_TRUTHS.map((truth) => reviewByTruth(inventedRun(truth, seed), seed, pulls).worst),
    )
    return { pulls, bySeed, mean: mean(bySeed.map(mean)) }
  }),
)

console.log(
  `${INVENTED_TRUTHS.length} invented truths, ${SEEDS.length} seeds; the worst of ten bands after 300 answers, said less true`,
)
for (const [n, { name }] of INVENTED_TRUTHS.entries()) console.log(`  ${n + 1}: ${name}`)
console.log('to curve  to line ', ...INVENTED_TRUTHS.map((_, n) => String(n + 1).padStart(7)), '    mean')
for (const { pulls, bySeed, mean: of } of measured) {
  const byTruth = INVENTED_TRUTHS.map((_, n) => mean(bySeed.map((worst) => worst[n] ?? NaN)))
  console.log(
    nameOf(pulls).padStart(8),
    String(pulls.toLine).padStart(8),
    byTruth.map(figure).join(''),
    figure(of),
  )
}

const best = measured.reduce((a, b) => (b.mean < a.mean ? b : a))
console.log(`least mean: ${nameOf(best.pulls)} to the curve, ${best.pulls.toLine} to a line`)
console.log(`as set: ${nameOf(PULLS)} to the curve, ${PULLS.toLine} to a line`)

function nameOf({ toCurve }: Pulls): string {
  return toCurve.length === 1 ? String(toCurve[0]) : 'averaged'
}
