import type { Dice } from '@corroborate/base'
import { multinomial } from '../../numerics/counts-samplers.ts'
import type { Watch } from '../answer.ts'
import { occupiedIn } from '../loglinear/occupied-in.ts'
import type { CountedEstimate } from './bca.ts'

/** A way from a table to an estimate that chooses its model afresh on every table. */
export interface Reselecting {
  /** @param counts by mask; the estimate is Infinity where no model has one */
  readonly estimate: (counts: Float64Array) => Reselected
}

export interface Reselected {
  readonly people: number
  readonly terms: readonly number[]
}

export interface Resampling {
  /** Masks of the occupied cells, in the order in which people are drawn into them. */
  readonly cells: readonly number[]
  readonly replicates: number
  readonly dice: Dice
  readonly watch?: Watch
}

export interface Resampled {
  /** One estimate for each resampled table, in the order in which they were drawn; Infinity where there was none. */
  readonly draws: Float64Array
  /** The models chosen, the most frequent first. */
  readonly models: readonly ChosenModel[]
}

export interface ChosenModel {
  readonly terms: readonly number[]
  readonly times: number
  /** The estimates that came with it, ascending. */
  readonly draws: Float64Array
}

/**
 * The bootstrap with the choice of the model repeated in each replicate: the observed people are drawn anew with replacement (multinomial by
 * cell), and everything that was done to the table is done again.
 * @param counts by mask; index 0 is not read
 * @see Chan, Silverman & Vincent 2021, section 3.3; Silverman, Chan & Vincent 2024
 */
export function resample(
  counts: Float64Array,
  { estimate }: Reselecting,
  { cells, replicates, dice, watch }: Resampling,
): Resampled {
  const weights = Float64Array.from(cells, (mask) => counts[mask] ?? NaN)
  const people = weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = new Float64Array(cells.length)
  const table = new Float64Array(counts.length)
  const draws = new Float64Array(replicates)
  const models = new Map<string, { readonly terms: readonly number[]; readonly draws: number[] }>()
  for (let replicate = 0; replicate < replicates; replicate++) {
    multinomial(dice, people, weights, drawn)
    cells.forEach((mask, at) => (table[mask] = drawn[at] ?? NaN))
    const found = estimate(table)
    draws[replicate] = found.people
    const name = found.terms.join()
    const model = models.get(name)
    if (model === undefined) models.set(name, { terms: found.terms, draws: [found.people] })
    else model.draws.push(found.people)
    if ((replicate & 63) === 0) watch?.(replicate / replicates)
  }
  const chosen = [...models.entries()].map(([name, model]) => ({
    name,
    terms: model.terms,
    times: model.draws.length,
    draws: Float64Array.from(model.draws).sort(),
  }))
  chosen.sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
  return { draws, models: chosen.map(({ terms, times, draws }) => ({ terms, times, draws })) }
}

/** The estimates without one person of each occupied cell. */
export function jackknife(counts: Float64Array, { estimate }: Reselecting): readonly CountedEstimate[] {
  const table = Float64Array.from(counts)
  return occupiedIn(counts).map((mask) => {
    const count = counts[mask] ?? NaN
    table[mask] = count - 1
    const { people } = estimate(table)
    table[mask] = count
    return { estimate: people, count }
  })
}
