import { exp, log, log1p, logFactorial } from '../../numerics/elementary.ts'
import type { Grid } from './grid-distribution.ts'

/** Less than this beside the most likely count is nothing. */
const NOTHING = 1e-18

/** How many of `trials` independent trials succeed, each with the same chance: every count that is not all but impossible. */
export function binomialGrid(trials: number, chance: number): Grid {
  const likeliest = Math.min(trials, Math.floor((trials + 1) * chance))
  const [low, high] = [reach(trials, chance, likeliest, -1), reach(trials, chance, likeliest, 1)]
  const mass = Float64Array.from({ length: high - low + 1 }, (_, i) => probability(trials, chance, low + i))
  const whole = mass.reduce((sum, weight) => sum + weight, 0)
  return { from: low, step: 1, mass: mass.map((weight) => weight / whole) }
}

/** The last count in that direction that still has some probability. */
function reach(trials: number, chance: number, from: number, direction: 1 | -1): number {
  const least = probability(trials, chance, from) * NOTHING
  let at = from
  // By leaps that double, then back by halves: there may be a hundred million trials.
  let leap = 1
  const within = (count: number) =>
    count >= 0 && count <= trials && probability(trials, chance, count) > least
  while (within(at + direction * leap)) {
    at += direction * leap
    leap *= 2
  }
  for (; leap >= 1; leap = Math.floor(leap / 2)) if (within(at + direction * leap)) at += direction * leap
  return at
}

function probability(trials: number, chance: number, count: number): number {
  if (chance <= 0) return count === 0 ? 1 : 0
  if (chance >= 1) return count === trials ? 1 : 0
  return exp(
    logFactorial(trials) -
      logFactorial(count) -
      logFactorial(trials - count) +
      count * log(chance) +
      (trials - count) * log1p(-chance),
  )
}
