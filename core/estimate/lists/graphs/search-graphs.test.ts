import { existsSync, readFileSync } from 'node:fs'
import { diceFrom, valueOf } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { exp } from '../../numerics/elementary.ts'
import { overlapFrom, referenceTables } from '../testing/reference-tables.ts'
import { overlapOfCounts } from '../testing/overlaps.ts'
import { averageOverGraphs } from './average-over-graphs.ts'
import { completeGraph, decompose, decomposableGraphs, isComplete } from './decomposable-graph.ts'
import { graphGroup } from './graph-group.ts'
import { graphLikelihood } from './graph-likelihood.ts'
import { GRAPH_SETTINGS } from './graph-settings.ts'
import { missingBlocks } from './missing-blocks.ts'
import { averageOf, quantileOf } from './missing-posterior.ts'
import { hillsOf } from './posterior-density.ts'
import { priorSensitivity } from './prior-sensitivity.ts'
import { searchGraphs } from './search-graphs.ts'
import { sumRule } from './gauss-sum.ts'

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
const tableOf = (name: string) => {
  const table = tables?.get(name)
  if (!table) throw new Error(`the reference has no table ${name}`)
  return overlapFrom(table)
}

describe('decomposable graphs', () => {
  test('are counted as in the On-Line Encyclopedia of Integer Sequences, A058862', () => {
    expect([2, 3, 4, 5, 6].map((lists) => decomposableGraphs(lists).length)).toEqual([2, 8, 61, 822, 18_154])
  })

  test('a ring of four has no decomposition', () => {
    expect(decompose([0b1010, 0b0101, 0b1010, 0b0101])).toBeNull()
  })

  test('end with the complete one, and only it has one clique', () => {
    const graphs = decomposableGraphs(4)
    expect(graphs.filter(isComplete)).toEqual([graphs.at(-1)])
    expect(graphs.at(-1)?.cliques).toEqual(completeGraph(4).cliques)
  })

  test('have one separator fewer than cliques, each inside two of them', () => {
    for (const { cliques, separators } of decomposableGraphs(5)) {
      expect(separators.length).toBe(cliques.length - 1)
      for (const separator of separators)
        expect(cliques.filter((clique) => (clique & separator) === separator).length).toBeGreaterThan(1)
    }
  })
})

test.each([1, 16, 32, 33, 40, 100, 573, 20_000])('the rule for a sum of %i numbers is exact', (length) => {
  const { places, weights } = sumRule(length)
  const f = (x: number) => exp(-x / length) / (x + length)
  let sum = 0
  for (let x = 0; x < length; x++) sum += f(x)
  const found = places.reduce((all, place, at) => all + (weights[at] ?? NaN) * f(place), 0)
  expect(Math.abs(found / sum - 1)).toBeLessThan(1e-12)
})

describe.skipIf(tables === null)('the search', () => {
  test.each(['uk5', 'western5', 'congenital5'])('finds on %s what going through all graphs finds', (name) => {
    const overlap = tableOf(name)
    const blocks = missingBlocks(graphLikelihood(overlap, GRAPH_SETTINGS), {
      fewest: 1,
      most: 30 * overlap.observed,
    })
    const all = graphGroup(
      decomposableGraphs(5).filter((graph) => !isComplete(graph)),
      blocks,
    )
    const search = searchGraphs(blocks, diceFrom('search'))
    const found = graphGroup(search.graphs, blocks)
    const truly = exp(found.logTotal - all.logTotal)
    expect(truly).toBeGreaterThan(0.998)
    // What the walkers say of it, within what 6,000 dependent steps can tell.
    expect(Math.abs(search.share - truly)).toBeLessThan(0.02)
    const [exact, near] = [averageOf([all]), averageOf([found])]
    for (const share of [0.1, 0.5, 0.9])
      expect(quantileOf(near, share) / quantileOf(exact, share)).toBeCloseTo(1, 2)
  })

  test('says that it is one, and gives the same bytes again', () => {
    const overlap = tableOf('ph_manila_police')
    const [one, other] = [
      averageOverGraphs(overlap, GRAPH_SETTINGS),
      averageOverGraphs(overlap, GRAPH_SETTINGS),
    ]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(valueOf(one).cautions.map(({ code }) => code)).toContain('searched-not-exhaustive')
  })
})

describe('the picture', () => {
  test('holds the middle of the probability and counts the hills', () => {
    expect(hillsOf([1, 3, 5, 3, 1, 2, 6, 2])).toEqual([2, 6])
    expect(hillsOf([1, 3, 5, 4.5, 5, 2])).toEqual([2])
    const { density } = valueOf(
      averageOverGraphs(overlapOfCounts(3, [20, 15, 10, 18, 8, 6, 3]), GRAPH_SETTINGS),
    )
    const sum = density.shares.reduce((all, share) => all + share, 0)
    expect(sum).toBeGreaterThan(0.998)
    expect(sum).toBeLessThanOrEqual(1 + 1e-12)
  })

  test.skipIf(tables === null)('of uk5 has the two hills that the reference found', () => {
    const { density, cautions } = valueOf(averageOverGraphs(tableOf('uk5'), GRAPH_SETTINGS))
    expect(density.modes).toBe(2)
    expect(cautions.map(({ code }) => code)).toContain('several-modes')
  })
})

test('the table of priors varies cells and bound, and keeps the rest', () => {
  const rows = valueOf(priorSensitivity(overlapOfCounts(3, [20, 15, 10, 18, 8, 6, 3]), GRAPH_SETTINGS))
  expect(rows.map(({ varied, value }) => [varied, value])).toEqual([
    ['cell', 1],
    ['cell', 0.5],
    ['cell', 0.125],
    ['cell', 0.1],
    ['cell', 0.01],
    ['bound', 5],
    ['bound', 10],
    ['bound', 30],
  ])
})
