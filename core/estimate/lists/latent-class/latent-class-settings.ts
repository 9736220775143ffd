import { refuse } from '@corroborate/base'
import type { ListRefused } from '../answer.ts'

/** Prior and length of the work. Change the prior to see what it decides; change the length when the chains ask for it. */
export interface LatentClassSettings {
  /** The most classes of people, K: the stick is broken into this many. */
  readonly classes: number
  /** The gamma distribution of the concentration α. */
  readonly concentration: { readonly shape: number; readonly rate: number }
  readonly chains: number
  /** Sweeps of each chain that are thrown away. */
  readonly warmUp: number
  /** The chains run until they are worth this many independent draws, in the middle and in both tails… */
  readonly effective: number
  /** …or until each has made this many sweeps. */
  readonly mostSweeps: number
  /** Share of the posterior that the interval holds. */
  readonly level: number
}

/** The priors are those of Manrique-Vallier (2016); lengths are such that a table of five lists takes a second or two. */
export const LATENT_CLASS_SETTINGS: LatentClassSettings = {
  classes: 10,
  concentration: { shape: 0.25, rate: 0.25 },
  chains: 4,
  warmUp: 500,
  effective: 1000,
  mostSweeps: 8000,
  level: 0.95,
}

export function unusableSettings(settings: LatentClassSettings): ListRefused | null {
  const { concentration, level } = settings
  const whole: readonly (readonly [string, number, number, number])[] = [
    ['classes', settings.classes, 1, 50],
    ['chains', settings.chains, 2, 32],
    ['warmUp', settings.warmUp, 100, 10_000_000],
    ['effective', settings.effective, 50, 1_000_000],
    ['mostSweeps', settings.mostSweeps, 200, 10_000_000],
  ]
  for (const [name, value, least, most] of whole) {
    if (!Number.isInteger(value) || value < least || value > most)
      return unusable(`${name} is a whole number from ${least} to ${most}, found ${String(value)}`)
  }
  for (const [name, value] of Object.entries(concentration)) {
    if (!(value >= 0.01 && value <= 100))
      return unusable(`the ${name} of the concentration is from 0.01 to 100, found ${String(value)}`)
  }
  if (!(level > 0 && level < 1)) return unusable(`level is between 0 and 1, found ${String(level)}`)
  return null
}

function unusable(what: string): ListRefused {
  return refuse('settings-unusable', `The latent-class model cannot be run so: ${what}.`)
}
