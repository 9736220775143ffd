import { PULLS } from '../../core/linkage/review/recalibrate.ts'
import { INVENTED_TRUTHS, inventedRun } from '../../core/linkage/testing/invented-runs.ts'
import { reviewByTruth } from '../../core/linkage/testing/review-by-truth.ts'

/** `npm run linkage:calibration`: by which pulls 300 answers teach best what weights are worth, on invented runs alone. */
const TO_CURVE = [10, 30, 100, 300, 1000]
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
type Measured = (typeof measured)[number]

console.log(
  `${INVENTED_TRUTHS.length} invented truths, ${SEEDS.length} seeds; the worst of ten bands after 300 answers, said less true`,
)
for (const [n, { name }] of INVENTED_TRUTHS.entries()) console.log(`  ${n + 1}: ${name}`)
console.log('to curve  to line ', ...INVENTED_TRUTHS.map((_, n) => String(n + 1).padStart(7)), '    mean')
for (const { pulls, bySeed, mean: of } of measured) {
  const byTruth = INVENTED_TRUTHS.map((_, n) => mean(bySeed.map((worst) => worst[n] ?? NaN)))
  console.log(
    String(pulls.toCurve).padStart(8),
    String(pulls.toLine).padStart(8),
    byTruth.map(figure).join(''),
    figure(of),
  )
}

/** By how much one is worse than another, and the standard error of that over the seeds, which both were given. */
function worseThan(one: Measured, other: Measured): { readonly by: number; readonly error: number } {
  const apart = SEEDS.map((_, n) => mean(one.bySeed[n] ?? []) - mean(other.bySeed[n] ?? []))
  const by = mean(apart)
  const variance = apart.reduce((sum, of) => sum + (of - by) * (of - by), 0) / (SEEDS.length - 1)
  return { by, error: Math.sqrt(variance / SEEDS.length) }
}

const best = measured.reduce((a, b) => (b.mean < a.mean ? b : a))
/** What people said is kept as far as it does no harm: the weakest pull to the curve that is not worse by more than two standard errors. */
const chosen = measured.find((one) => {
  const { by, error } = worseThan(one, best)
  return one.pulls.toLine === best.pulls.toLine && by <= 2 * error
})
const told = (of: Measured | undefined) => `${of?.pulls.toCurve} to the curve, ${of?.pulls.toLine} to a line`
console.log(`least mean: ${told(best)}`)
console.log(
  `chosen, the weakest to the curve within two standard errors of it: ${told(chosen)} (as set: ${PULLS.toCurve}, ${PULLS.toLine})`,
)
