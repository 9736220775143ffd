import { diceFrom } from '@corroborate/base'
import { expect, test } from 'vitest'
import { convergenceOf } from '../../numerics/convergence.ts'
import { posteriorDensity } from '../../numerics/posterior-density.ts'
import { normal } from '../../numerics/samplers.ts'
import { cautionsOf, disagreement } from './judge-chains.ts'

/** Four invented chains around these numbers of people, as wide as a tenth of them. */
function runAround(middles: readonly number[], length = 1000) {
  const chains = middles.map((middle, at) => {
    const dice = diceFrom('judged').fork(String(at))
    return Float64Array.from({ length }, () => Math.round(middle * (1 + 0.1 * normal(dice))))
  })
  return { chains, convergence: convergenceOf(chains), classesUsed: 2, concentration: 1, sweeps: length }
}

const densityOf = (run: { readonly chains: readonly Float64Array[] }) =>
  posteriorDensity(Float64Array.from(run.chains.flatMap((chain) => [...chain])), 4000)

// The reference's medians on ned5: one chain in ten sits three times higher.
test('one chain that sits three times higher is a refusal that names the medians', () => {
  const refused = disagreement(runAround([48_000, 48_500, 50_000, 142_000]), 'the model')
  expect(refused).toMatchObject({ reason: 'chains-disagree' })
  expect(refused?.detail).toMatch(
    /after 1000 sweeps each: their medians are 4\d,\d{3}, 4\d,\d{3}, (49|50),\d{3}, 14\d,\d{3} \(R-hat \d/,
  )
})

test('chains worth under a hundred draws give no number', () => {
  expect(disagreement(runAround([48_000, 48_000], 40), 'the model')).toMatchObject({
    reason: 'did-not-converge',
  })
})

test('chains that agree pass without a word', () => {
  const run = runAround([48_000, 48_000, 48_000, 48_000])
  expect(disagreement(run, 'the model')).toBeNull()
  expect(cautionsOf(run, densityOf(run), 1000)).toEqual([])
})

test('chains that differ a little, and fewer draws than asked for, are said', () => {
  const run = runAround([48_000, 48_000, 48_000, 49_700])
  expect(disagreement(run, 'the model')).toBeNull()
  const [disagree, few] = cautionsOf(run, densityOf(run), 100_000)
  expect(disagree).toMatchObject({ code: 'chains-disagree' })
  expect(Number(disagree?.args.highest)).toBeGreaterThan(Number(disagree?.args.lowest))
  expect(few).toMatchObject({ code: 'few-effective-draws', args: { asked: 100_000 } })
})

test('two modes in every chain are said, with where they are', () => {
  const dice = diceFrom('modes')
  const chain = () =>
    Float64Array.from({ length: 2000 }, () =>
      Math.round((dice.next() < 0.4 ? 22_000 : 12_000) + 900 * normal(dice)),
    )
  const chains = [chain(), chain()]
  const run = { chains, convergence: convergenceOf(chains), classesUsed: 2, concentration: 1, sweeps: 2000 }
  const [modes] = cautionsOf(run, densityOf(run), 500)
  expect(modes).toMatchObject({ code: 'several-modes', args: { count: 2 } })
  expect(Math.abs(Number(modes?.args.lowest) - 12_000)).toBeLessThan(400)
  expect(Math.abs(Number(modes?.args.highest) - 22_000)).toBeLessThan(500)
})

test('a density holds all of the probability and has one top where there is one', () => {
  const { points, modes } = densityOf(runAround([48_000, 48_000]))
  let area = 0
  points.forEach((point, at) => {
    const next = points[at + 1]
    if (next) area += 0.5 * (point.density + next.density) * (next.people - point.people)
  })
  expect(area).toBeGreaterThan(0.985)
  expect(area).toBeLessThan(1.005)
  expect(modes).toHaveLength(1)
})

test('draws of few people leave no comb of modes', () => {
  const dice = diceFrom('few')
  const draws = Float64Array.from({ length: 4000 }, () => 337 + Math.floor(-9 * Math.log(1 - dice.next())))
  expect(posteriorDensity(draws, 337).modes).toHaveLength(1)
})
