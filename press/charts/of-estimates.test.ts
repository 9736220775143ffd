import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import type { Locale } from '@corroborate/base'
import type { Table } from '../content.ts'
import * as invented from '../testing/invented-charts.ts'
import * as charts from './of-estimates.ts'
import type { Layout } from './drawing.ts'
import { thinned } from './thinned.ts'
import { valueAxis } from './value-axis.ts'

const LAYOUTS: readonly Layout[] = ['wide', 'narrow']
const LOCALES: readonly Locale[] = ['en', 'ar']
const OF = { code: 'X', title: 'How many?' }

interface Drawn {
  readonly name: string
  readonly draw: (locale: Locale, layout: Layout) => string
  /** Drawn anew each time. */
  readonly again: (locale: Locale, layout: Layout) => string
  readonly table: (locale: Locale) => Table
}

/** One chart and the table beside it, of the same data. */
function drawn<Data>(
  name: string,
  data: (locale: Locale) => Data,
  chart: (data: Data, locale: Locale, layout?: Layout) => string,
  table: (data: Data, locale: Locale) => Table,
): Drawn {
  const kept = new Map<string, string>()
  const again = (locale: Locale, layout: Layout) => chart(data(locale), locale, layout)
  return {
    ...{ name, again },
    draw: (locale, layout) => {
      const svg = kept.get(locale + layout) ?? again(locale, layout)
      kept.set(locale + layout, svg)
      return svg
    },
    table: (locale) => table(data(locale), locale),
  }
}

const EVERY: readonly Drawn[] = [
  drawn('density', invented.inventedDensity, charts.densityChart, charts.densityTable),
  drawn('wide density', invented.inventedWideDensity, charts.densityChart, charts.densityTable),
  drawn('models', invented.inventedModels, charts.modelDotsChart, charts.modelDotsTable),
  drawn('methods', invented.inventedMethods, charts.methodsDotsChart, charts.methodsDotsTable),
  drawn('tornado', invented.inventedTornado, charts.tornadoChart, charts.tornadoTable),
  drawn('overlap', invented.inventedUpSet, charts.upSetChart, charts.upSetTable),
  drawn(
    'overlap of twelve lists',
    (locale) => invented.inventedUpSet(locale, 12),
    charts.upSetChart,
    charts.upSetTable,
  ),
  drawn('traces', invented.inventedTraces, charts.tracesChart, charts.tracesTable),
  drawn('ranks', invented.inventedRanks, charts.rankHistogramChart, charts.rankHistogramTable),
  drawn('simulations', invented.inventedSimulations, charts.simulationsChart, charts.simulationsTable),
  drawn('sobol', invented.inventedSobol, charts.sobolChart, charts.sobolTable),
]

function parsed(svg: string): Element {
  const root = parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg')
  if (root === null) throw new Error('no drawing')
  return root
}

function labelOf(svg: string): string {
  return parsed(svg).getAttribute('aria-label') ?? ''
}

function textsOf(svg: string): readonly string[] {
  return [...parsed(svg).querySelectorAll('text')].map((text) =>
    text.textContent.replace(/[\u202A-\u202C]/g, ''),
  )
}

/** The texts that stand at a side; what is left are the numbers of the axis. */
function wordsOf(svg: string): readonly string[] {
  return [...parsed(svg).querySelectorAll('g[text-anchor] text')].map((text) => text.textContent)
}

function cellsOf(table: Table): readonly string[] {
  return table.rows.flatMap((row) => row.cells.map((cell) => cell.map(({ text }) => text).join('')))
}

/** Where a text stands: its own shift and that of its mark. */
function placeOf(text: Element): { x: number; y: number; anchor: string } {
  const shifts = [text, text.parentElement].map((element) =>
    (element?.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number),
  )
  const sum = (at: number) => shifts.reduce((total, shift) => total + (shift?.[at] ?? 0), 0)
  const anchor = text.closest('g[text-anchor]')?.getAttribute('text-anchor') ?? 'middle'
  return { x: sum(0), y: sum(1), anchor }
}

/** Every text in its place and every shape in its own, to a whole pixel: what a reader would see change. */
function picture(svg: string): string {
  const rounded = (element: Element, names: readonly string[]) =>
    names.map((name) => Math.round(Number(element.getAttribute(name) ?? 0))).join(' ')
  const lines = [...parsed(svg).querySelectorAll('text, rect, circle')].map((element) =>
    element.tagName === 'text'
      ? `${JSON.stringify(placeOf(element))} ${element.textContent.replace(/[\u202A-\u202C]/g, '')}`
      : `${element.tagName} ${rounded(element, element.tagName === 'rect' ? ['x', 'y', 'width', 'height'] : ['cx', 'cy', 'r'])}`,
  )
  return [labelOf(svg), ...lines].join('\n')
}

const EACH = EVERY.flatMap((each) => LOCALES.map((locale) => ({ ...each, locale })))

test.each(EACH)('$name in $locale is one image without styles, the same twice', ({ draw, again, locale }) => {
  for (const layout of LAYOUTS) {
    const svg = draw(locale, layout)
    expect(again(locale, layout)).toBe(svg)
    expect(parsed(svg).getAttribute('role')).toBe('img')
    expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son\w+=|NaN|Infinity|undefined/i)
    expect(svg).toContain(`width="${layout === 'wide' ? 640 : 320}"`)
  }
})

test.each(EACH)('the label of $name in $locale says every number that is drawn', ({ draw, locale }) => {
  for (const layout of LAYOUTS) {
    const svg = draw(locale, layout)
    const label = labelOf(svg)
    for (const text of wordsOf(svg))
      for (const number of text.match(/[\d٠-٩][\d٠-٩,.٬٫]*[\d٠-٩]|[\d٠-٩]/g) ?? [])
        expect(label).toContain(number)
  }
})

test.each(EVERY)(
  '$name has the same words on a page and on a telephone, and other letters in Arabic',
  ({ draw }) => {
    for (const locale of LOCALES) expect(labelOf(draw(locale, 'narrow'))).toBe(labelOf(draw(locale, 'wide')))
    const drawnTexts = textsOf(draw('ar', 'wide')).filter((text) => !/[A-Za-z[]|\d+$/.test(text))
    expect(drawnTexts.join('')).not.toMatch(/[0-9]/)
    expect(drawnTexts.join('')).toMatch(/[٠-٩]/)
  },
)

test.each(EVERY)('no words of $name leave its drawing, and none stand on one another', ({ draw }) => {
  for (const locale of LOCALES)
    for (const layout of LAYOUTS) {
      const places = [...parsed(draw(locale, layout)).querySelectorAll('text')].map((text) => placeOf(text))
      for (const { x } of places) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(layout === 'wide' ? 640 : 320)
      }
      expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length)
    }
})

test.each(EVERY)('every row of the table beside $name has a cell for each column', ({ table }) => {
  for (const locale of LOCALES) {
    const { columns, rows } = table(locale)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.cells.length).toBe(columns.length)
  }
})

test.each(EVERY)('the picture of $name', ({ draw }) => {
  expect(picture(draw('en', 'narrow'))).toMatchSnapshot()
})

test('fills are found by ids that no other chart of the page has', () => {
  const ids = EACH.flatMap(({ draw, locale }) =>
    LAYOUTS.flatMap((layout) => {
      const svg = draw(locale, layout)
      const own = [...svg.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(own)).toEqual(new Set([...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)))
      return own
    }),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('from 2,744 to 200,000 the axis multiplies, and says so', () => {
  const label = labelOf(charts.densityChart(invented.inventedWideDensity('en'), 'en'))
  expect(label).toContain('This axis multiplies')
  expect(label).toContain('Interval of 95\u00A0%: 3,100 to 63,000.')
})

test('an axis that does not begin at 0 says where it begins', () => {
  expect(labelOf(charts.tornadoChart(invented.inventedTornado('en'), 'en'))).toContain(
    'This axis begins at 3,000, not at 0.',
  )
})

test('a curve with two peaks warns of the number between them', () => {
  expect(labelOf(charts.densityChart(invented.inventedDensity('en'), 'en'))).toContain(
    'The curve has 2 peaks, near 9,300 and 16,500. A number between them would describe none of them.',
  )
})

test('models beyond the first twelve are counted with their weight', () => {
  const label = labelOf(charts.modelDotsChart(invented.inventedModels('en'), 'en'))
  expect(label).toContain('And 4 more models, together of weight 0.1\u00A0%.')
  expect(cellsOf(charts.modelDotsTable(invented.inventedModels('en'), 'en'))).toContain('[18][234]')
})

test('a method that cannot say gives its reason in the place of a number', () => {
  const data = invented.inventedMethods('en')
  const label = labelOf(charts.methodsDotsChart(data, 'en'))
  expect(label).toContain('Latent classes: cannot say. Four chains of ten stay in another mode')
  expect(label).toContain('Chao’s lower bound: at least 6,210.')
  const none = { ...data, observed: null, recommended: null, without: [], methods: data.methods.slice(2, 3) }
  expect(labelOf(charts.methodsDotsChart(none, 'en'))).toContain('cannot say')
  expect(charts.methodsDotsChart(none, 'en')).not.toContain('NaN')
})

test('a number without an upper end is a line with room, though it is the largest of the chart', () => {
  const methods = [{ name: 'A', answer: { kind: 'at-least', least: 6210 } }] as const
  const svg = charts.methodsDotsChart(
    { ...OF, observed: 4123, recommended: null, methods, without: [] },
    'en',
  )
  const [, from = '0', to = '0'] = /d="M([\d.]+),[\d.]+L([\d.]+),/.exec(svg) ?? []
  expect(Number(to) - Number(from)).toBeGreaterThan(60)
})

test('inputs stand by the difference that they make, whichever end gives the smaller number', () => {
  const names = cellsOf(charts.tornadoTable(invented.inventedTornado('en'), 'en')).filter(
    (_, at) => at % 6 === 0,
  )
  expect(names).toEqual(['People each time, 2013 to 2014', 'Months without transfers', 'How often, 2012'])
})

test('combinations beyond the largest 25 are counted with their people', () => {
  const data = invented.inventedUpSet('en')
  const counts = data.cells.map(({ count }) => count).toSorted((a, b) => b - a)
  const rest = counts.slice(charts.COMBINATIONS_DRAWN).reduce((sum, count) => sum + count, 0)
  expect(labelOf(charts.upSetChart(data, 'en'))).toContain(
    `And 6 more combinations, with in all ${rest} people.`,
  )
  expect(cellsOf(charts.upSetTable(data, 'en')).length).toBe(2 * (31 + 5))
})

test('in Arabic the matrix stands on the right and its bars run to the left', () => {
  const bars = [...parsed(charts.upSetChart(invented.inventedUpSet('ar'), 'ar')).querySelectorAll('rect')]
  const right = bars.map((bar) => Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')))
  expect(new Set(right.slice(-5).map((edge) => Math.round(edge))).size).toBe(1)
})

test('a chain that stays elsewhere is said with its median', () => {
  const label = labelOf(charts.tracesChart(invented.inventedTraces('en'), 'en'))
  expect(label).toContain('R-hat is 1.83: 1 when the chains agree.')
  expect(label).toMatch(/Chain 3: median 2\d,\d{3}\./)
})

test('bars outside the band are counted', () => {
  expect(labelOf(charts.rankHistogramChart(invented.inventedRanks('en'), 'en'))).toContain(
    'One bar of 20 leaves the band; it is solid.',
  )
})

test('where there is nothing to draw, a sentence stands in its place', () => {
  const empty = [
    charts.densityChart({ ...invented.inventedDensity('en'), curve: { kind: 'points', points: [] } }, 'en'),
    charts.modelDotsChart({ ...OF, models: [], average: null }, 'en'),
    charts.methodsDotsChart({ ...OF, observed: 3, recommended: null, methods: [], without: [] }, 'en'),
    charts.tornadoChart({ ...OF, base: 10, inputs: [] }, 'en'),
    charts.upSetChart({ ...OF, lists: [{ name: 'A', size: 0 }], cells: [{ mask: 1, count: 0 }] }, 'en'),
    charts.tracesChart({ ...OF, chains: [[], []], rHat: null, effectiveSize: null }, 'en'),
    charts.rankHistogramChart({ ...invented.inventedRanks('en'), counts: [0, 0] }, 'en'),
    charts.simulationsChart({ ...invented.inventedSimulations('en'), assumptions: [] }, 'en'),
    charts.sobolChart({ ...OF, inputs: [] }, 'en'),
  ]
  for (const svg of empty) expect(labelOf(svg)).toMatch(/(nothing|no curve) to draw/)
})

test('what is as small as can be is drawn: one model of no weight, one point, one combination, one draw', () => {
  const point = { min: 500, max: 500 }
  const smallest = [
    charts.modelDotsChart(
      { ...OF, models: [{ name: '[1][2]', weight: 0, estimate: 500, interval: point }], average: null },
      'en',
    ),
    charts.upSetChart({ ...OF, lists: [{ name: 'A', size: 1 }], cells: [{ mask: 1, count: 1 }] }, 'en'),
    charts.tracesChart({ ...OF, chains: [[500]], rHat: null, effectiveSize: null }, 'en'),
    charts.tracesChart(
      {
        ...OF,
        chains: [
          [0, 0],
          [0, 0],
        ],
        rHat: 1,
        effectiveSize: 1,
      },
      'en',
    ),
    charts.simulationsChart(
      {
        ...OF,
        level: 0.95,
        bounds: point,
        published: null,
        assumptions: [{ name: 'A', median: 500, interval: point }],
      },
      'en',
    ),
    charts.sobolChart(
      {
        ...OF,
        inputs: [{ name: 'A', first: { index: 0, interval: null }, total: { index: 1, interval: null } }],
      },
      'en',
    ),
    charts.tornadoChart(
      {
        ...OF,
        base: 0,
        inputs: [{ name: 'A', low: { input: 'a', result: 0 }, high: { input: 'b', result: 0 } }],
      },
      'en',
    ),
    charts.rankHistogramChart(
      { ...OF, counts: [1], highestRank: 1, expected: { mean: 1, band: { min: 0, max: 1 }, level: 1 } },
      'en',
    ),
  ]
  for (const svg of smallest) expect(svg).not.toMatch(/NaN|Infinity/)
  expect(labelOf(smallest[0] ?? '')).toContain('[1][2], weight\u00A00\u00A0%: 500')
})

test('a hostile name stays text', () => {
  const name = '"><script>alert(1)</script>'
  const svg = charts.modelDotsChart(
    { code: '"><x', title: name, models: [{ name, weight: 1, estimate: 5, interval: null }], average: null },
    'en',
  )
  expect(svg).not.toMatch(/<script|<x/)
})

prop.prop([
  fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1 }),
  fc.constantFrom(...LAYOUTS),
])('an axis holds every value, and has two ticks or more inside it', (values, layout) => {
  const { domain, ticks, scale, warning } = valueAxis(values, { locale: 'en', layout })
  expect(domain[0]).toBeLessThanOrEqual(Math.min(...values))
  expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values))
  expect(domain[1]).toBeGreaterThan(domain[0])
  for (const { at } of ticks) expect(at >= domain[0] && at <= domain[1]).toBe(true)
  expect(ticks.length).toBeGreaterThanOrEqual(2)
  expect(warning === null).toBe(scale === 'linear' && domain[0] === 0)
})

prop.prop([fc.array(fc.double({ noNaN: true }), { maxLength: 2000 }), fc.integer({ min: 2, max: 300 })])(
  'a thinned series keeps its smallest and its largest value, and its order',
  (series, most) => {
    const kept = thinned(series, most)
    const values = kept.map(({ value }) => value)
    expect(kept.length).toBeLessThanOrEqual(Math.max(most, 2))
    if (series.length > 0) {
      expect(Math.min(...values)).toBe(Math.min(...series))
      expect(Math.max(...values)).toBe(Math.max(...series))
    }
    expect(kept.every(({ index }, at) => at === 0 || index > (kept[at - 1]?.index ?? -1))).toBe(true)
  },
)
