import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { LOCALES, type Locale } from '@corroborate/base'
import { unlinkablesOf } from '@corroborate/linkage'
import type { Table } from '../content.ts'
import { inventedLinkage } from '../testing/invented-linkage.ts'
import type { Layout } from './drawing.ts'
import * as charts from './of-linkage.ts'

const LAYOUTS: readonly Layout[] = ['wide', 'narrow']
const { result, explanation } = inventedLinkage()
const TITLES = { en: 'Invented lists', ar: 'قوائم مخترعة' } as const
const named = (locale: Locale) => ({ code: 'R1', title: TITLES[locale], locale })
const asked = (locale: Locale) => ({ ...named(locale), joinFrom: result.settings.joinFrom })

interface Drawn {
  readonly draw: (locale: Locale, layout?: Layout) => string
  readonly table: (locale: Locale) => Table
}

const EVERY: Readonly<Record<string, Drawn>> = {
  waterfall: {
    draw: (locale, layout) =>
      charts.waterfallChart(charts.waterfallOf(explanation, named(locale)), locale, layout),
    table: (locale) => charts.waterfallTable(charts.waterfallOf(explanation, named(locale)), locale),
  },
  shares: {
    draw: (locale, layout) =>
      charts.levelSharesChart(charts.levelsOf(result.model, named(locale)), locale, layout),
    table: (locale) => charts.levelsTable(charts.levelsOf(result.model, named(locale)), locale),
  },
  weights: {
    draw: (locale, layout) =>
      charts.levelWeightsChart(charts.levelsOf(result.model, named(locale)), locale, layout),
    table: (locale) => charts.levelsTable(charts.levelsOf(result.model, named(locale)), locale),
  },
  scores: {
    draw: (locale, layout) =>
      charts.scoreHistogramChart(charts.scoreHistogramOf(result.pairs.weight, asked(locale)), locale, layout),
    table: (locale) =>
      charts.scoreHistogramTable(charts.scoreHistogramOf(result.pairs.weight, asked(locale)), locale),
  },
  unlinkables: {
    draw: (locale, layout) =>
      charts.unlinkablesChart({ ...result.unlinkables, ...named(locale) }, locale, layout),
    table: (locale) => charts.unlinkablesTable({ ...result.unlinkables, ...named(locale) }, locale),
  },
}

function drawnOf(name: string): Drawn {
  const found = EVERY[name]
  if (!found) throw new Error(`no chart ${name}`)
  return found
}

function parsed(svg: string): Element {
  const root = parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg')
  if (root === null) throw new Error('no drawing')
  return root
}

const labelOf = (svg: string) => parsed(svg).getAttribute('aria-label') ?? ''
const numbersIn = (table: Table) =>
  table.rows.map(({ cells }) =>
    cells.map((cell) => cell.map((run) => ('text' in run ? run.text : '')).join('')),
  )

test.each(Object.keys(EVERY))('%s is one image under a strict policy, and says its title', (name) => {
  for (const locale of LOCALES)
    for (const layout of LAYOUTS) {
      const svg = drawnOf(name).draw(locale, layout)
      expect(parsed(svg).getAttribute('role')).toBe('img')
      expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son\w+=|NaN|Infinity/)
      expect(labelOf(svg)).toContain(TITLES[locale])
      const own = [...svg.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id)
      const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
      expect(new Set(used)).toEqual(new Set(own))
    }
})

test.each(Object.keys(EVERY))('the table beside %s has the numbers that its label says', (name) => {
  for (const locale of LOCALES) {
    const label = labelOf(drawnOf(name).draw(locale))
    for (const cells of numbersIn(drawnOf(name).table(locale)))
      expect(label.includes(cells[1] ?? '') || label.includes(cells[0] ?? ''), cells.join(' ')).toBe(true)
  }
})

test.each(Object.keys(EVERY))('every number of %s is Arabic in Arabic', (name) => {
  const table = drawnOf(name).table('ar')
  const numbers = table.rows.flatMap(({ cells }) =>
    cells.filter((_, at) => table.columns[at]?.numeric === true).flat(),
  )
  expect(JSON.stringify(numbers)).not.toMatch(/"text":"[^"]*\d/)
})

test('the bars of a pair stand end to end, and the last sum is its weight', () => {
  const { steps, total } = charts.waterfallOf(explanation, named('en'))
  expect(steps.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(explanation.weight, 9)
  expect(total.bits).toBe(explanation.weight)
  expect(steps.filter(({ bits }) => bits === 0).map(({ said }) => said)).toContain('says nothing')
})

test('what rivals take and what names may not say are steps of their own', () => {
  const taken = { ...explanation, rivals: 2, names: { upTo: 0.9, bits: 3 } }
  const last = charts.waterfallOf(taken, named('en')).steps.slice(-2)
  expect(last.map(({ name, bits }) => [name, bits])).toEqual([
    ['Other records that fit as well', -2],
    ['Names count for no more than 90 %', -3],
  ])
})

test('what speaks against is told by its hatching and its sign, not by colour alone', () => {
  const svg = drawnOf('waterfall').draw('en')
  expect(svg).toMatch(/fill="url\(#waterfall-[^"]*-diagonal\)"/)
  expect(labelOf(svg)).toMatch(/\u2212\d+\.\d bits/)
})

/** Where the bar of the sum stands, in pixels from the left: it ends at 0. */
function middleOfSum(svg: string): number {
  const bar = parsed(svg).querySelector('g[fill="#6b675f"] rect')
  return Number(bar?.getAttribute('x')) + Number(bar?.getAttribute('width')) / 2
}

test('in Arabic the waterfall is mirrored', () => {
  const [there, back] = [drawnOf('waterfall').draw('en'), drawnOf('waterfall').draw('ar')]
  expect(middleOfSum(there) + middleOfSum(back)).toBeCloseTo(640, 1)
  expect(middleOfSum(there)).not.toBeCloseTo(320, 0)
})

test('every kept pair is in the histogram once', () => {
  const { bins } = charts.scoreHistogramOf(result.pairs.weight, asked('en'))
  expect(bins.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(result.pairs.weight.length)
  for (const [at, { from }] of bins.entries()) expect(from).toBe(bins[at - 1]?.to ?? from)
})

test('the share of unlinkable records rises from none to all', () => {
  const { points } = result.unlinkables
  expect(points.at(0)?.share).toBe(0)
  expect(points.at(-1)?.share).toBe(1)
  for (const [at, { share }] of points.entries())
    expect(share).toBeGreaterThanOrEqual(points[at - 1]?.share ?? 0)
})

test('nothing to draw is said', () => {
  const none = new Float64Array()
  const svgs = [
    charts.scoreHistogramChart(charts.scoreHistogramOf(none, asked('en')), 'en'),
    charts.unlinkablesChart({ ...unlinkablesOf(none, 0.5), ...named('en') }, 'en'),
    charts.levelSharesChart({ ...named('en'), comparisons: [] }, 'en'),
  ]
  for (const svg of svgs) expect(labelOf(svg)).toContain('nothing to draw')
})

test('the table of blocking names the keys of each rule and what it makes', () => {
  const rows = numbersIn(charts.blockingTable(result.blocking, 'en'))
  expect(rows[1]?.[0]).toBe('born (year) + town (the same value)')
  expect(rows[0]?.[1]).toBe(String(result.blocking[0]?.pairs).replace(/\B(?=(\d{3})+$)/g, ','))
})
