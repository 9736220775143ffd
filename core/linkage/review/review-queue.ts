import type { Dice } from '@corroborate/base'
import { weightOf } from '../model/binary-logarithm.ts'

/** A pair that a person is asked to judge. The queue is shown without its scores: who sees a score judges the score. */
export interface QueuedPair {
  /** Position among the pairs of the run. */
  readonly pair: number
  readonly stratum: Stratum
}

/** `random` pairs stand for their whole band, and only they say how right it is; `uncertain` ones are asked because they teach most. */
export type Stratum = 'random' | 'uncertain'

export interface QueueAsked {
  /** Weights of the run's pairs, in bits. */
  readonly weights: Float64Array
  /** Positions of pairs that need no asking: this reviewer has judged them. */
  readonly judged: ReadonlySet<number>
  readonly size: number
  /** Of the size, what part is drawn at random from all bands: from 0 to 1. */
  readonly randomShare: number
  /** What a weight is worth by now: `probabilityOf`, or what earlier answers taught. */
  readonly probability: (weight: number) => number
  readonly dice: Dice
}

/** Said probabilities at which one band ends and the next begins. */
export const BAND_EDGES: readonly number[] = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 0.998]

/** Which band a weight falls into, from 0 for the least probable. */
export function bandOf(weight: number): number {
  return EDGE_WEIGHTS.findLastIndex((edge) => weight >= edge) + 1
}

const EDGE_WEIGHTS = BAND_EDGES.map(weightOf)

/**
 * The next pairs to judge, in random order: a part drawn evenly from all bands of weight, at random within each, and the rest from the pairs
 * in doubt, evenly from one in fifty to forty-nine in fifty. Not only the most doubtful: they all have one weight, and teach one point of the
 * curve. Deterministic from the dice; asked in rounds, each after the answers to the last were learned from.
 * @returns at most `size` pairs, each once
 */
export function reviewQueue(asked: QueueAsked): readonly QueuedPair[] {
  const { weights, judged, size, dice } = asked
  const open = [...weights.keys()].filter((pair) => !judged.has(pair))
  const random = drawnEvenly(
    grouped(open, BAND_EDGES.length + 1, (pair) => bandOf(weights[pair] ?? NaN)),
    Math.round(size * asked.randomShare),
    dice.fork('random'),
  )
  const taken = new Set(random)
  const doubtful = grouped(
    open.filter((pair) => !taken.has(pair)),
    DOUBT_BANDS,
    (pair) => doubtBandOf(asked.probability(weights[pair] ?? NaN)),
  )
  const uncertain = drawnEvenly(doubtful, size - random.length, dice.fork('uncertain'))
  return dice
    .fork('order')
    .shuffle([
      ...random.map((pair) => ({ pair, stratum: 'random' as const })),
      ...uncertain.map((pair) => ({ pair, stratum: 'uncertain' as const })),
    ])
}

const DOUBT_BANDS = 12
const LEAST_DOUBT = 0.02

/** Twelve bands of probability of equal width, without the fiftieth at either end; -1 there. */
function doubtBandOf(probability: number): number {
  if (probability < LEAST_DOUBT || probability >= 1 - LEAST_DOUBT) return -1
  return Math.floor((DOUBT_BANDS * (probability - LEAST_DOUBT)) / (1 - 2 * LEAST_DOUBT))
}

function grouped(
  pairs: readonly number[],
  count: number,
  bandOfPair: (pair: number) => number,
): readonly (readonly number[])[] {
  const bands = Array.from({ length: count }, (): number[] => [])
  for (const pair of pairs) bands[bandOfPair(pair)]?.push(pair)
  return bands
}

function drawnEvenly(bands: readonly (readonly number[])[], size: number, dice: Dice): readonly number[] {
  const shares = evenShares(
    bands.map((band) => band.length),
    size,
  )
  return bands.flatMap((band, at) => drawn(band, shares[at] ?? 0, dice.fork(String(at))))
}

/** As even as the bands allow: what a small band cannot give is asked of the others. */
function evenShares(sizes: readonly number[], wanted: number): readonly number[] {
  const shares = sizes.map(() => 0)
  let left = Math.min(
    wanted,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  while (left > 0)
    for (const [at, size] of sizes.entries())
      if (left > 0 && (shares[at] ?? 0) < size) {
        shares[at] = (shares[at] ?? 0) + 1
        left -= 1
      }
  return shares
}

/** So many of them at random, each set equally likely: the first steps of Fisher and Yates, without moving the rest. */
function drawn(items: readonly number[], count: number, dice: Dice): readonly number[] {
  const moved = new Map<number, number>()
  const at = (place: number) => moved.get(place) ?? items[place] ?? -1
  const chosen: number[] = []
  for (let i = 0; i < count; i++) {
    const place = dice.whole(i, items.length - 1)
    chosen.push(at(place))
    moved.set(place, at(i))
  }
  return chosen
}
