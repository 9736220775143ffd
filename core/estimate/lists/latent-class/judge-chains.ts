import { printNumber, refuse } from '@corroborate/base'
import { quantileOfSorted } from '../../numerics/convergence.ts'
import type { PosteriorDensity } from '../../numerics/posterior-density.ts'
import type { Caution, ListRefused } from '../answer.ts'
import { AGREEING, type LatentClassRun } from './latent-class-chains.ts'

export interface Quantiles {
  readonly q025: number
  readonly q10: number
  readonly q50: number
  readonly q90: number
  readonly q975: number
}

/** R-hat above this: the chains answer differently, and no number is given. */
const DISAGREEING = 1.1
/** Chains worth fewer draws than this in their middle or in a tail do not know the ends of the interval. */
const FEWEST_EFFECTIVE = 100

/** Chains of numbers of people, whatever model they are of. */
export type JudgedChains = Pick<LatentClassRun, 'chains' | 'convergence' | 'sweeps'>

/** Why these chains give no number; null if they give one. `ofWhat`: the model, for the sentence. */
export function disagreement(
  { chains, convergence, sweeps }: JudgedChains,
  ofWhat: string,
): ListRefused | null {
  const { rHat, bulk, tail } = convergence
  const effective = Math.floor(Math.min(bulk, tail))
  if (rHat <= DISAGREEING && effective < FEWEST_EFFECTIVE)
    return refuse(
      'did-not-converge',
      `The chains of ${ofWhat} are worth ${effective} independent draws after ${sweeps} sweeps each, fewer than ${FEWEST_EFFECTIVE}: run them longer.`,
    )
  if (rHat <= DISAGREEING) return null
  const medians = chains.map((chain) => printNumber('en', Math.round(quantilesOf(chain).q50))).join(', ')
  return refuse(
    'chains-disagree',
    `The chains of ${ofWhat} do not agree after ${sweeps} sweeps each: their medians are ${medians} (R-hat ${hundredths(rHat)}).`,
  )
}

/** What the reader of a number from these chains must know. */
export function cautionsOf(
  { chains, convergence }: JudgedChains,
  { modes }: Pick<PosteriorDensity, 'modes'>,
  asked: number,
): readonly Caution[] {
  const { rHat, bulk, tail } = convergence
  const cautions: Caution[] = []
  if (rHat > AGREEING) {
    const medians = chains.map((chain) => quantilesOf(chain).q50)
    const args = { rHat: hundredths(rHat), lowest: Math.min(...medians), highest: Math.max(...medians) }
    cautions.push({ code: 'chains-disagree', args })
  }
  const effective = Math.floor(Math.min(bulk, tail))
  if (effective < asked) cautions.push({ code: 'few-effective-draws', args: { effective, asked } })
  if (modes.length > 1) {
    const [first = 0] = modes
    const last = modes[modes.length - 1] ?? first
    const args = { count: modes.length, lowest: Math.round(first), highest: Math.round(last) }
    cautions.push({ code: 'several-modes', args })
  }
  return cautions
}

/** Quantiles of draws in any order. */
export function quantilesOf(draws: Float64Array): Quantiles {
  const sorted = draws.toSorted()
  return {
    q025: quantileOfSorted(sorted, 0.025),
    q10: quantileOfSorted(sorted, 0.1),
    q50: quantileOfSorted(sorted, 0.5),
    q90: quantileOfSorted(sorted, 0.9),
    q975: quantileOfSorted(sorted, 0.975),
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
