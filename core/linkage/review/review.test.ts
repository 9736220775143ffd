import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { diceFrom, valueOf } from '@corroborate/base'
import { probabilityOf, weightOf } from '../model/binary-logarithm.ts'
import { bandsOfReview, wilson } from './bands-of-review.ts'
import { calibratedProbability, recalibrate, type Calibration, type ReviewedPair } from './recalibrate.ts'
import { BAND_EDGES, bandOf, reviewQueue } from './review-queue.ts'

/** Invented pairs of a run that is too sure of itself: what it calls 20 bits is 8. */
function overconfident(count: number, seed: string) {
  const dice = diceFrom(seed)
  const weights = Float64Array.from({ length: count }, () => dice.next() * 60 - 20)
  const truth = Array.from(weights, (weight) => dice.next() < trueShare(weight))
  return { weights, truth }
}

function trueShare(weight: number): number {
  return probabilityOf(0.4 * (weight - 4))
}

function reviewedOf({ weights, truth }: ReturnType<typeof overconfident>, pairs: readonly number[]) {
  return pairs.map((pair): ReviewedPair => ({ weight: weights[pair] ?? NaN, same: truth[pair] ?? false }))
}

interface Asking {
  readonly size: number
  readonly randomShare: number
  readonly seed?: string
  readonly judged?: ReadonlySet<number>
}

function queueOf(weights: Float64Array, { size, randomShare, seed = 'q', judged = new Set() }: Asking) {
  return reviewQueue({
    ...{ weights, judged, size, randomShare, probability: probabilityOf, dice: diceFrom(seed) },
  })
}

test('the queue asks each pair once, none that is judged, and as many as there are', () => {
  const weights = Float64Array.from({ length: 80 }, (_, at) => (at - 40) / 8)
  const judged = new Set([0, 1, 2, 3, 4])
  const pairs = queueOf(weights, { judged, size: 200, randomShare: 0.5 }).map(({ pair }) => pair)
  expect(new Set(pairs).size).toBe(75)
  expect(pairs.filter((pair) => judged.has(pair))).toEqual([])
})

test('half of the queue comes evenly from all bands, and the rest is in doubt', () => {
  const { weights } = overconfident(20_000, 'bands')
  const queue = queueOf(weights, { size: 180, randomShare: 0.5 })
  const counts = new Map<number, number>()
  for (const { pair, stratum } of queue) {
    const band = bandOf(weights[pair] ?? NaN)
    if (stratum === 'random') counts.set(band, (counts.get(band) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: BAND_EDGES.length + 1 }, () => 10))
  const uncertain = queue.filter(({ stratum }) => stratum === 'uncertain')
  expect(uncertain).toHaveLength(90)
  for (const { pair } of uncertain) {
    expect(probabilityOf(weights[pair] ?? NaN)).toBeGreaterThanOrEqual(0.02)
    expect(probabilityOf(weights[pair] ?? NaN)).toBeLessThan(0.98)
  }
})

test('the same seed asks the same pairs in the same order', () => {
  const { weights } = overconfident(500, 'again')
  const asked = (seed: string) => queueOf(weights, { size: 50, randomShare: 0.4, seed })
  expect(asked('one')).toEqual(asked('one'))
  expect(asked('other')).not.toEqual(asked('one'))
})

test.prop([fc.double({ min: 0.001, max: 0.999, noNaN: true })])(
  'a weight falls into the band whose edges hold its probability',
  (probability) => {
    const edges = [0, ...BAND_EDGES, 1]
    const band = bandOf(weightOf(probability))
    expect(probability).toBeGreaterThanOrEqual((edges[band] ?? 0) - 1e-12)
    expect(probability).toBeLessThanOrEqual((edges[band + 1] ?? 1) + 1e-12)
  },
)

/** Six rounds of fifty, each after the answers to the last were learned from. */
function calibrationAfter300(run: ReturnType<typeof overconfident>): Calibration {
  const judged = new Set<number>()
  let calibration: Calibration | null = null
  for (let round = 0; round < 6; round++) {
    const known = calibration
    const probability = (weight: number) =>
      known === null ? probabilityOf(weight) : calibratedProbability(known, weight)
    const { weights } = run
    const dice = diceFrom(`round ${round}`)
    for (const { pair } of reviewQueue({ weights, judged, size: 50, randomShare: 0.34, probability, dice }))
      judged.add(pair)
    calibration = valueOf(recalibrate(reviewedOf(run, [...judged])))
  }
  if (calibration === null) throw new Error('six rounds were asked')
  return calibration
}

test('three hundred answers make an over-confident run say what is so, in every band', () => {
  const run = overconfident(40_000, 'calibrate')
  const calibration = calibrationAfter300(run)
  const bands = Array.from({ length: 10 }, () => ({ pairs: 0, said: 0, so: 0 }))
  for (const weight of run.weights) {
    const said = calibratedProbability(calibration, weight)
    const band = bands[Math.min(9, Math.floor(said * 10))] ?? { pairs: 0, said: 0, so: 0 }
    band.pairs += 1
    band.said += said
    band.so += trueShare(weight)
  }
  const errors = bands.flatMap(({ pairs, said, so }) => (pairs < 200 ? [] : [Math.abs(said - so) / pairs]))
  expect(Math.abs(probabilityOf(6) - trueShare(6))).toBeGreaterThan(0.3)
  expect(Math.max(...errors)).toBeLessThan(0.1)
})

test.prop([
  fc.array(fc.record({ weight: fc.double({ min: -40, max: 40, noNaN: true }), same: fc.boolean() }), {
    minLength: 50,
    maxLength: 80,
  }),
])('what is learned never falls with the weight, and is never certain', (reviewed) => {
  const calibration = recalibrate(reviewed)
  fc.pre(calibration.ok)
  const curve = Array.from({ length: 101 }, (_, at) => calibratedProbability(valueOf(calibration), at - 50))
  for (const [at, probability] of curve.entries()) {
    expect(probability).toBeGreaterThanOrEqual((curve[at - 1] ?? 0) - 1e-12)
    expect(probability).toBeGreaterThan(0)
    expect(probability).toBeLessThan(1)
  }
})

test.prop([
  fc.array(fc.record({ weight: fc.integer({ min: -10, max: 10 }), same: fc.boolean() }), {
    minLength: 60,
    maxLength: 80,
  }),
])('what is learned does not depend on the order in which pairs were judged', (reviewed) => {
  expect(recalibrate(reviewed.toReversed())).toEqual(recalibrate(reviewed))
})

test('a share that leaps between two weights is followed, and not smoothed into a slope', () => {
  // Of every ten pairs six are the same below the leap, and all of them above it.
  const reviewed = Array.from({ length: 240 }, (_, at) => ({
    weight: at < 120 ? (at % 60) / 60 : 1 + (at % 60) / 60,
    same: at < 120 ? at % 10 < 6 : true,
  }))
  const calibration = valueOf(recalibrate(reviewed))
  expect(calibratedProbability(calibration, 0.5)).toBeLessThan(0.7)
  expect(calibratedProbability(calibration, 0.9)).toBeLessThan(0.72)
  expect(calibratedProbability(calibration, 1.1)).toBeGreaterThan(0.9)
})

test('answers parted cleanly by the weight still give a curve', () => {
  const reviewed = Array.from({ length: 60 }, (_, at) => ({ weight: at - 30, same: at >= 30 }))
  const calibration = valueOf(recalibrate(reviewed))
  expect(calibratedProbability(calibration, -29)).toBeLessThan(0.1)
  expect(calibratedProbability(calibration, 29)).toBeGreaterThan(0.9)
})

test('too few answers, or one answer only, are refused with their number', () => {
  const few = Array.from({ length: 10 }, (_, at) => ({ weight: at, same: at > 4 }))
  expect(recalibrate(few)).toMatchObject({
    reason: 'too-few-reviewed',
    detail: '10 pairs are decided; probabilities can be learned from 50 on.',
  })
  const alike = Array.from({ length: 60 }, (_, at) => ({ weight: at, same: true }))
  expect(recalibrate(alike)).toMatchObject({ reason: 'one-answer-only' })
})

test('the score interval is that of Newcombe’s table', () => {
  // Newcombe 1998, Statistics in Medicine 17: 857-872, table I, method 3: 81/263, 15/148, 0/20.
  for (const [same, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ] as const) {
    const { interval } = wilson(same, of)
    expect(interval[0]).toBeCloseTo(low, 4)
    expect(interval[1]).toBeCloseTo(high, 4)
  }
})

test('precision and recall of a cut hold the truth of an invented run', () => {
  const run = overconfident(30_000, 'precision')
  const queue = queueOf(run.weights, { size: 900, randomShare: 1 })
  const reviewed = reviewedOf(
    run,
    queue.map(({ pair }) => pair),
  )
  const { bands, cuts } = bandsOfReview(run.weights, reviewed, diceFrom('bands'))
  expect(bands.reduce((sum, band) => sum + band.pairs, 0)).toBe(30_000)
  expect(cuts).toHaveLength(BAND_EDGES.length + 1)
  const cut = cuts.find(({ from }) => from === 0.9)
  const taken = [...run.weights.keys()].filter((pair) => (run.weights[pair] ?? NaN) >= weightOf(0.9))
  const right = taken.filter((pair) => run.truth[pair]).length
  const all = run.truth.filter(Boolean).length
  const [precision, recall] = [right / taken.length, right / all]
  expect(cut?.precision.interval[0]).toBeLessThan(precision)
  expect(cut?.precision.interval[1]).toBeGreaterThan(precision)
  expect(cut?.recall.interval[0]).toBeLessThan(recall)
  expect(cut?.recall.interval[1]).toBeGreaterThan(recall)
})

test('without answers in a band nothing is said of a cut', () => {
  const { weights } = overconfident(1_000, 'none')
  expect(bandsOfReview(weights, [], diceFrom(1)).cuts).toEqual([])
})
