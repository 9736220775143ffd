import { diceFrom, type Dice } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { binomial, multinomial, negativeBinomial, poisson } from './counts-samplers.ts'
import { beta, categorical, dirichlet, exponential, gamma, logGammaDraw, normal } from './samplers.ts'

const DRAWS = 100_000

interface Case {
  readonly name: string
  readonly draw: (dice: Dice) => number
  readonly mean: number
  readonly variance: number
}

// Means and variances from the definitions of the distributions.
const gammas = [0.05, 0.5, 1, 2.5, 400].map((shape) => ({
  name: `gamma(${shape})`,
  draw: (dice: Dice) => gamma(dice, shape),
  mean: shape,
  variance: shape,
}))
const betas = [
  [0.3, 0.2],
  [1, 1],
  [2, 70],
].map(([a = 1, b = 1]) => ({
  name: `beta(${a}, ${b})`,
  draw: (dice: Dice) => beta(dice, a, b),
  mean: a / (a + b),
  variance: (a * b) / ((a + b) ** 2 * (a + b + 1)),
}))
const binomials = [
  [1, 0.5],
  [9, 0.97],
  [40, 0.2],
  [40, 0.3],
  [1000, 0.001],
  [1000, 0.6],
  [50_000_000, 0.25],
].map(([n = 1, p = 0.5]) => ({
  name: `binomial(${n}, ${p})`,
  draw: (dice: Dice) => binomial(dice, n, p),
  mean: n * p,
  variance: n * p * (1 - p),
}))
const poissons = [0.01, 3, 9.9, 10.1, 250, 1e7].map((mean) => ({
  name: `poisson(${mean})`,
  draw: (dice: Dice) => poisson(dice, mean),
  mean,
  variance: mean,
}))
const cases: readonly Case[] = [
  { name: 'normal', draw: normal, mean: 0, variance: 1 },
  { name: 'exponential', draw: exponential, mean: 1, variance: 1 },
  ...gammas,
  ...betas,
  ...binomials,
  ...poissons,
  {
    name: 'negative binomial(5, 0.2)',
    draw: (dice) => negativeBinomial(dice, 5, 0.2),
    mean: 20,
    variance: 100,
  },
]

test.each(cases)('$name has its mean and its variance', ({ name, draw, mean, variance }) => {
  const dice = diceFrom('moments').fork(name)
  const draws = Array.from({ length: DRAWS }, () => draw(dice))
  const found = draws.reduce((a, b) => a + b, 0) / DRAWS
  const squares = draws.map((x) => (x - mean) ** 2)
  const spread = squares.reduce((a, b) => a + b, 0) / DRAWS
  const errorOfSpread = Math.sqrt(squares.reduce((a, b) => a + (b - spread) ** 2, 0) / DRAWS / DRAWS)
  // Four and a half standard errors: one run of these 50 checks in 3,000 would fail by chance, and the seed is fixed.
  expect(Math.abs(found - mean)).toBeLessThan(4.5 * Math.sqrt(variance / DRAWS))
  expect(Math.abs(spread - variance)).toBeLessThan(4.5 * errorOfSpread + 1e-12)
})

describe('whole distributions', () => {
  // Probabilities by their recurrence, which shares no step with the rejection that draws.
  test.each([
    [60, 0.3],
    [35, 0.35],
    [12, 0.5],
  ])('binomial(%d, %d) has every probability', (n, p) => {
    const dice = diceFrom('binomial')
    const seen = new Float64Array(n + 1)
    for (let i = 0; i < DRAWS; i++) {
      const k = binomial(dice, n, p)
      seen[k] = (seen[k] ?? NaN) + 1
    }
    let chance = (1 - p) ** n
    for (let k = 0; k <= n; k++) {
      const error = Math.sqrt((chance * (1 - chance)) / DRAWS)
      expect(Math.abs((seen[k] ?? NaN) / DRAWS - chance)).toBeLessThan(5 * error + 3 / DRAWS)
      chance *= ((n - k) / (k + 1)) * (p / (1 - p))
    }
  })

  test('poisson(15) has every probability', () => {
    const dice = diceFrom('poisson')
    const seen = new Float64Array(80)
    for (let i = 0; i < DRAWS; i++) {
      const k = poisson(dice, 15)
      seen[k] = (seen[k] ?? NaN) + 1
    }
    let chance = Math.exp(-15)
    for (let k = 0; k < 60; k++) {
      const error = Math.sqrt((chance * (1 - chance)) / DRAWS)
      expect(Math.abs((seen[k] ?? NaN) / DRAWS - chance)).toBeLessThan(5 * error + 3 / DRAWS)
      chance *= 15 / (k + 1)
    }
  })

  // Abramowitz & Stegun, table 26.1, and beyond the end of the ziggurat.
  test.each([
    [-1.959963985, 0.025],
    [-0.67448975, 0.25],
    [0, 0.5],
    [1.281551566, 0.9],
    [3.719016485, 0.9999],
  ])('under %d lies its share of the normal distribution', (value, share) => {
    const dice = diceFrom('normal')
    let under = 0
    for (let i = 0; i < 4 * DRAWS; i++) if (normal(dice) < value) under++
    expect(Math.abs(under / 4 / DRAWS - share)).toBeLessThan(
      4.5 * Math.sqrt((share * (1 - share)) / 4 / DRAWS),
    )
  })
})

test('a gamma of a tiny shape has a logarithm where it has no value: its mean is the digamma function', () => {
  const dice = diceFrom('log-gamma')
  let sum = 0
  for (let i = 0; i < DRAWS; i++) sum += logGammaDraw(dice, 0.001)
  // ψ(0.001) = -1000.5755719318104 and ψ'(0.001) = 1000001.642533195: recurrence and series, Abramowitz & Stegun 6.3.14, 6.4.9.
  expect(Math.abs(sum / DRAWS + 1000.5755719318104)).toBeLessThan(4.5 * Math.sqrt(1000001.642533195 / DRAWS))
})

test('a multinomial draw gives everybody one class, by the weights', () => {
  const dice = diceFrom('multinomial')
  const sums = new Float64Array(4)
  for (let i = 0; i < 2000; i++) {
    const counts = multinomial(dice, 50, [1, 0, 6, 3], new Float64Array(4))
    expect(counts.reduce((a, b) => a + b, 0)).toBe(50)
    counts.forEach((count, k) => (sums[k] = (sums[k] ?? NaN) + count))
  }
  const shares = [0.1, 0, 0.6, 0.3]
  shares.forEach((share, k) => {
    expect(Math.abs((sums[k] ?? NaN) / 1e5 - share)).toBeLessThanOrEqual(
      4.5 * Math.sqrt((share * (1 - share)) / 1e5),
    )
  })
})

test('a categorical draw never takes what weighs nothing', () => {
  const dice = diceFrom('categorical')
  const seen = Array.from({ length: 20_000 }, () => categorical(dice, [0, 1, 0, 3, 0]))
  expect(new Set(seen)).toEqual(new Set([1, 3]))
  expect(Math.abs(seen.filter((k) => k === 3).length / 20_000 - 0.75)).toBeLessThan(
    4.5 * Math.sqrt(0.1875 / 20_000),
  )
})

test('a Dirichlet draw sums to one and has its means, with tiny shapes too', () => {
  const dice = diceFrom('dirichlet')
  const shapes = [0.002, 1, 3]
  const sums = new Float64Array(3)
  for (let i = 0; i < 20_000; i++) {
    const draw = dirichlet(dice, shapes)
    expect(draw.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    draw.forEach((x, k) => (sums[k] = (sums[k] ?? NaN) + x))
  }
  const total = 4.002
  shapes.forEach((shape, k) => {
    const share = shape / total
    const error = Math.sqrt((share * (1 - share)) / (total + 1) / 20_000)
    expect(Math.abs((sums[k] ?? NaN) / 20_000 - share)).toBeLessThan(4.5 * error)
  })
})

test('the same seed draws the same bytes', () => {
  const draw = () => {
    const dice = diceFrom('again')
    return cases.flatMap((one) => [one.draw(dice), one.draw(dice)])
  }
  expect(draw()).toEqual(draw())
  // Kept from the first run: another engine, or a changed sampler, would show here.
  expect(draw().slice(0, 4)).toMatchInlineSnapshot(`
    [
      -0.8277561842612378,
      1.9320839121439934,
      5.239500877860064,
      1.023970946408867,
    ]
  `)
})
