import { NEAR, partLevel, SAME_KNOWN_NAME } from './compare-parts.ts'
import type { NameFeatures } from './name-features.ts'

/**
 * How the names after the given one compare, read together, from the lowest to the highest. They are one comparison and not three because relatives
 * share all of them: counted one by one, a brother would gather the evidence of three agreements.
 */
export const CHAIN_LEVELS = [
  'none',
  /** One name agrees, in its place. */
  'one',
  /** Two names or more agree, but not in their places and not by leaving one out. */
  'shifted',
  /** Two agree in their places and the third does not. */
  'two-of-three',
  /** One side has a name more; all of the shorter side, two names at least, agree in their order. */
  'one-missing',
  /** All agree, one of them at least by its letters or consonants only. */
  'all-near',
  /** All agree, as written or as one known name. */
  'all-same',
] as const
export type ChainLevel = (typeof CHAIN_LEVELS)[number]

const [NONE, ONE, SHIFTED, TWO_OF_THREE, ONE_MISSING, ALL_NEAR, ALL_SAME] = [0, 1, 2, 3, 4, 5, 6] as const

/** Returned where one side has no name at all: it says nothing. */
export const NO_CHAIN = -1

/** Father, grandfather and family name by their numbers in the features; -1 where there is none. */
export type Chain = readonly [father: number, grandfather: number, family: number]

/**
 * The level of two chains as its number in `CHAIN_LEVELS`, or `NO_CHAIN`. Symmetric. A chain with a name missing or moved is never at the level
 * of one that agrees.
 */
export function chainLevel(features: NameFeatures, left: Chain, right: Chain): number {
  return chainLevelBy((a, b) => partLevel(features, a, b), left, right)
}

/** How two parts compare, by their numbers: a level of `PART_LEVELS`. */
export type PartLevelOf = (a: number, b: number) => number

/** The same for whoever compares parts in a way of their own. */
export function chainLevelBy(levelOf: PartLevelOf, left: Chain, right: Chain): number {
  if (left[0] === right[0] && left[1] === right[1] && left[2] === right[2]) return ofEqual(left)
  const inPlace = agreements(levelOf, left, right)
  if (inPlace.both === 0 && (isEmpty(left) || isEmpty(right))) return NO_CHAIN
  if (inPlace.agree === inPlace.both && inPlace.both === inPlace.either && inPlace.both >= 2)
    return inPlace.same === inPlace.both ? ALL_SAME : ALL_NEAR
  if (isOneMissing(levelOf, left, right)) return ONE_MISSING
  if (inPlace.agree >= 2) return TWO_OF_THREE
  if (agreeAnywhere(levelOf, left, right) >= 2) return SHIFTED
  return inPlace.agree === 1 ? ONE : NONE
}

export function compareChains(features: NameFeatures, left: Chain, right: Chain): ChainLevel | null {
  return CHAIN_LEVELS[chainLevel(features, left, right)] ?? null
}

/** One name alone is no chain, however equal. */
function ofEqual(chain: Chain): number {
  const names = chain.filter((name) => name !== -1).length
  return names === 0 ? NO_CHAIN : names === 1 ? ONE : ALL_SAME
}

function isEmpty(chain: Chain): boolean {
  return chain[0] === -1 && chain[1] === -1 && chain[2] === -1
}

interface Agreements {
  /** Places where both, where at least one side has a name. */
  readonly both: number
  readonly either: number
  readonly agree: number
  readonly same: number
}

function agreements(levelOf: PartLevelOf, left: Chain, right: Chain): Agreements {
  let [both, either, agree, same] = [0, 0, 0, 0]
  for (let place = 0; place < 3; place += 1) {
    const [a, b] = [left[place] ?? -1, right[place] ?? -1]
    if (a !== -1 || b !== -1) either += 1
    if (a === -1 || b === -1) continue
    both += 1
    const level = levelOf(a, b)
    if (level >= NEAR) agree += 1
    if (level >= SAME_KNOWN_NAME) same += 1
  }
  return { both, either, agree, same }
}

/** Two names of one side are, in their order, two of the three of the other. */
function isOneMissing(levelOf: PartLevelOf, left: Chain, right: Chain): boolean {
  const [short, long] = namesIn(left) < namesIn(right) ? [left, right] : [right, left]
  if (namesIn(short) !== 2 || namesIn(long) !== 3) return false
  const names = short.filter((name) => name !== -1)
  let found = 0
  for (const name of long) {
    const next = names[found]
    if (next !== undefined && levelOf(next, name) >= NEAR) found += 1
  }
  return found === 2
}

function namesIn(chain: Chain): number {
  return (chain[0] === -1 ? 0 : 1) + (chain[1] === -1 ? 0 : 1) + (chain[2] === -1 ? 0 : 1)
}

/** The most names that can be paired across, each once, wherever they stand. */
function agreeAnywhere(levelOf: PartLevelOf, left: Chain, right: Chain): number {
  let most = 0
  for (const order of ORDERS) {
    let agree = 0
    for (let place = 0; place < 3; place += 1) {
      const [a, b] = [left[place] ?? -1, right[order[place] ?? 0] ?? -1]
      if (a !== -1 && b !== -1 && levelOf(a, b) >= NEAR) agree += 1
    }
    most = Math.max(most, agree)
  }
  return most
}

const ORDERS: readonly Chain[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]
