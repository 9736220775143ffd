import type { Dice } from '@corroborate/base'

/** One Bayesian method under one prior, as a question that can be asked again and again with other dice. */
export interface Calibration {
  readonly name: string
  /** How many truths tell enough: few where each needs a chain. */
  readonly truths: number
  /**
   * Draws a truth from the prior and data from the truth, and gives the truth's place in the posterior, from 0 to 1. Null: this table is
   * refused. Refusing by the data alone keeps the places even, since a posterior is right for any data that are picked by themselves.
   */
  readonly place: (dice: Dice) => number | null
}

/** The places of so many truths, each from dice of its own; refused tables are counted. */
export function placesOf(
  { name, place }: Calibration,
  dice: Dice,
  truths: number,
): { readonly places: readonly number[]; readonly refused: number } {
  const all = Array.from({ length: truths }, (_, at) => place(dice.fork(`${name} ${at}`)))
  const places = all.filter((one) => one !== null)
  return { places, refused: all.length - places.length }
}
