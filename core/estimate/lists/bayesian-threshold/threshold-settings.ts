import { refuse } from '@corroborate/base'
import type { ListRefused } from '../answer.ts'

/** What is held before the data are seen, what a pair must show to stay, and the length of the work. */
export interface ThresholdSettings {
  /** A pair stays if its posterior mean is at least this many posterior standard deviations from 0. */
  readonly threshold: number
  /** Standard deviation of the normal prior of every pair's coefficient; its mean is 0. */
  readonly priorDeviation: number
  readonly chains: number
  /** Trajectories of each chain that are thrown away; they choose the length of the steps. */
  readonly warmUp: number
  /** The chains run until they are worth this many independent draws, in the middle and in both tails… */
  readonly effective: number
  /** …or until each has made this many. */
  readonly mostDraws: number
  /** Share of the posterior that the interval holds. */
  readonly level: number
}

/** Threshold and prior are those of the R package MultipleSystemsEstimation. */
export const THRESHOLD_SETTINGS: ThresholdSettings = {
  threshold: 2,
  priorDeviation: 1,
  chains: 4,
  warmUp: 300,
  effective: 4000,
  mostDraws: 16_000,
  level: 0.95,
}

export function unusableThresholdSettings(settings: ThresholdSettings): ListRefused | null {
  const { threshold, priorDeviation, level } = settings
  const whole: readonly (readonly [string, number, number, number])[] = [
    ['chains', settings.chains, 2, 32],
    ['warmUp', settings.warmUp, 100, 1_000_000],
    ['effective', settings.effective, 50, 1_000_000],
    ['mostDraws', settings.mostDraws, 200, 1_000_000],
  ]
  for (const [name, value, least, most] of whole) {
    if (!Number.isInteger(value) || value < least || value > most)
      return unusable(`${name} is a whole number from ${least} to ${most}, found ${String(value)}`)
  }
  if (!(threshold >= 0 && threshold <= 100))
    return unusable(`threshold is from 0 to 100, found ${String(threshold)}`)
  if (!(priorDeviation >= 0.01 && priorDeviation <= 10))
    return unusable(`priorDeviation is from 0.01 to 10, found ${String(priorDeviation)}`)
  if (!(level > 0 && level < 1)) return unusable(`level is between 0 and 1, found ${String(level)}`)
  return null
}

function unusable(what: string): ListRefused {
  return refuse('settings-unusable', `The Bayesian threshold method cannot be run so: ${what}.`)
}
