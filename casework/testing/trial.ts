import type { Desk } from '../desk.ts'
import type { House } from './house.ts'

/** How one act is tried: an input that it takes, and one that it refuses, and why. */
export interface Trial {
  readonly by?: (house: House) => Desk
  readonly valid: (house: House) => object | Promise<object>
  readonly refused: (house: House) => object | Promise<object>
  readonly reason: string
  /** Where its entry stands; in the investigation's chain when it is not said. */
  readonly chain?: 'house' | 'own'
  /** How many lines it writes, where that is not one: each file has one of its own. */
  readonly lines?: number
  /** Whom the entry names, when it is neither whoever tries nor the member of the house. */
  readonly actor?: string
}

export type Trials = Readonly<Record<string, Trial>>

/** What is tried by whoever keeps the machine. */
export const operator = (house: House) => house.operator

/** An input in the investigation of the house. */
export const at = (more: (house: House) => object) => (house: House) => ({
  investigation: house.investigation,
  ...more(house),
})
