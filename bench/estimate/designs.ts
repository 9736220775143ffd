import { diceFrom, valueOf, type Dice } from '@corroborate/base'
import { overlapOf, type Overlap } from '@corroborate/estimate'
import { beta } from '../../core/estimate/numerics/samplers.ts'

/** People of whom the truth is known, drawn onto lists: where a method is right and where it is not can be counted. */
export interface Design {
  readonly code: string
  /** How many people there are, on the lists or not. */
  readonly people: number
  readonly draw: (dice: Dice) => Overlap
}

/** So many people, and the chance of each list to hold one of them. */
type LatentClass = readonly [people: number, chances: readonly number[]]

const OUTSIDE = [0.033, 0.033, 0.099, 0.132, 0.033] as const
const INSIDE = [0.66, 0.825, 0.759, 0.99, 0.693] as const

/**
 * The designs of the baseline, by their published figures: two latent classes (sim1 is Manrique-Vallier 2016), three (sim4, nonid), one
 * (indep5, m0_10), a chance of every person's own (mh: Gutreuter's Beta), one list that copies another (dep4).
 */
export const DESIGNS: readonly Design[] = [
  { code: 'dep4', people: 2000, draw: copied },
  latent('indep5', [[2000, OUTSIDE]]),
  latent('m0_10', [[10_000, [0.1, 0.1, 0.1, 0.1, 0.1]]]),
  unequal('mh_05', { people: 10_000, lists: 5, a: 1.26488, b: 24.0327 }),
  unequal('mh_10', { people: 10_000, lists: 5, a: 1.14567, b: 10.3111 }),
  latent('nonid', [
    [1400, OUTSIDE],
    [400, [0.275, 0.25, 0.2, 0.3, 0.325]],
    [200, INSIDE],
  ]),
  latent('sim1', [
    [1800, OUTSIDE],
    [200, INSIDE],
  ]),
  latent('sim2', [
    [1600, [0.013, 0.013, 0.099, 0.132, 0.033]],
    [400, [0.56, 0.825, 0.759, 0.99, 0.593]],
  ]),
  latent('sim3', [
    [1600, [0.113, 0.113, 0.199, 0.232, 0.133]],
    [400, [0.86, 0.925, 0.859, 0.99, 0.793]],
  ]),
  latent('sim4', [
    [1600, [0.1, 0.05, 0.15, 0.2, 0.1]],
    [200, [0.5, 0.4, 0.6, 0.4, 0.5]],
    [200, [0.8, 0.9, 0.6, 0.7, 0.7]],
  ]),
  latent('sim5', [
    [1600, [0.113, 0.113, 0.199, 0.832, 0.733]],
    [400, [0.86, 0.925, 0.859, 0.19, 0.193]],
  ]),
]

/**
 * People spread over the cells of a table by a model that was fitted to real lists: the design of Chan, Silverman and Vincent 2021, section 3.4.
 * @param shares by membership mask; mask 0 is the share of people on no list
 */
export function fittedDesign(
  code: string,
  { people, lists, shares }: { people: number; lists: readonly string[]; shares: readonly number[] },
): Design {
  return {
    code,
    people,
    draw: (dice) => {
      const counts = shares.map(() => 0)
      for (let person = 0; person < people; person++) {
        const at = cellOf(shares, dice.next())
        counts[at] = (counts[at] ?? 0) + 1
      }
      return tableOf(lists, counts)
    },
  }
}

/** The dice of one repetition: another repetition of another design throws others. */
export function diceOf(design: Design, repetition: number): Dice {
  return diceFrom(`${design.code}/${repetition}`)
}

function latent(code: string, classes: readonly LatentClass[]): Design {
  const people = classes.reduce((sum, [size]) => sum + size, 0)
  const lists = classes[0]?.[1].length ?? 0
  return {
    code,
    people,
    draw: (dice) => {
      const counts = Array.from({ length: 1 << lists }, () => 0)
      for (const [size, chances] of classes)
        for (let person = 0; person < size; person++) add(counts, maskOf(dice, chances))
      return tableOf(namesOf(lists), counts)
    },
  }
}

/** 2,000 people on four lists; the second holds whom the first holds, three times in ten, and is else made on its own. */
function copied(dice: Dice): Overlap {
  const counts = Array.from({ length: 16 }, () => 0)
  for (let person = 0; person < 2000; person++) {
    const mask = maskOf(dice, [0.2, 0.2, 0.15, 0.1])
    add(counts, dice.next() < 0.3 ? (mask & ~2) | ((mask & 1) << 1) : mask)
  }
  return tableOf(namesOf(4), counts)
}

/** Every person has a chance of his own, the same for all lists, from a Beta distribution. */
function unequal(
  code: string,
  { people, lists, a, b }: { people: number; lists: number; a: number; b: number },
): Design {
  return {
    code,
    people,
    draw: (dice) => {
      const counts = Array.from({ length: 1 << lists }, () => 0)
      for (let person = 0; person < people; person++) {
        const chance = beta(dice, a, b)
        add(
          counts,
          maskOf(
            dice,
            Array.from({ length: lists }, () => chance),
          ),
        )
      }
      return tableOf(namesOf(lists), counts)
    },
  }
}

function maskOf(dice: Dice, chances: readonly number[]): number {
  return chances.reduce((mask, chance, list) => (dice.next() < chance ? mask | (1 << list) : mask), 0)
}

function cellOf(shares: readonly number[], throwOfDice: number): number {
  let sum = 0
  const at = shares.findIndex((share) => throwOfDice < (sum += share))
  return at < 0 ? shares.length - 1 : at
}

function add(counts: number[], mask: number): void {
  counts[mask] = (counts[mask] ?? 0) + 1
}

function namesOf(lists: number): readonly string[] {
  return Array.from({ length: lists }, (_, at) => `L${at + 1}`)
}

function tableOf(lists: readonly string[], counts: readonly number[]): Overlap {
  return valueOf(
    overlapOf(
      lists,
      counts.map((count, mask) => ({ mask, count })).filter(({ mask }) => mask > 0),
    ),
  )
}
