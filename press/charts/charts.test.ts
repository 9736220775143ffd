import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { valueOf, type Locale } from '@corroborate/base'
import type { PatternEstimate } from '@corroborate/estimate'
import { fixture, fixtureId, hostileFixture } from '../testing/fixture.ts'
import { inLines } from './lettering.ts'
import { intervalsByPeriodChart } from './intervals-by-period.ts'
import { niceTicks } from './nice-ticks.ts'
import { patternTimelineChart } from './pattern-timeline.ts'

const LAYOUTS = ['wide', 'narrow'] as const
const LOCALES: readonly Locale[] = ['en', 'ar']

function estimateIn(locale: Locale): PatternEstimate {
  const answer = fixture(locale).assessment.estimates.get(fixtureId.estimate('E1'))
  if (answer === undefined) throw new Error('the fixture has its estimate')
  const estimate = valueOf(answer)
  if (estimate.method === 'lists') throw new Error('the fixture reckons with patterns')
  return estimate
}

function timeline(locale: Locale, layout: (typeof LAYOUTS)[number] = 'wide'): string {
  return patternTimelineChart({
    estimate: estimateIn(locale),
    investigation: fixture(locale).investigation,
    locale,
    layout,
  })
}

function everyChart(): readonly string[] {
  return LOCALES.flatMap((locale) =>
    LAYOUTS.flatMap((layout) => [
      intervalsByPeriodChart(estimateIn(locale), locale, layout),
      timeline(locale, layout),
    ]),
  )
}

function parsed(svg: string): Element {
  const root = parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg')
  if (root === null) throw new Error('no drawing')
  return root
}

test('a chart is one image whose label says every number that it shows', () => {
  const svg = parsed(intervalsByPeriodChart(estimateIn('en'), 'en'))
  expect(svg.getAttribute('role')).toBe('img')
  const label = svg.getAttribute('aria-label') ?? ''
  for (const numbers of [
    '480 to 720',
    '2,880 to 4,320',
    '3,360 to 5,040',
    '3,000 to 5,000',
    '2,608 to 7,042',
  ])
    expect(label).toContain(numbers)
})

test('the timeline says when, how often and how many each time', () => {
  const label = parsed(timeline('en')).getAttribute('aria-label')
  expect(label).toContain('2012: once a week, 10 to 15 people on each occasion.')
  expect(label).toContain('2013 to 2014: 1 to 2 times a week, 20 to 30 people on each occasion.')
})

test('no chart carries a style, a script or a handler, so that a strict policy shows it as it is', () => {
  for (const svg of everyChart()) {
    expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son\w+=/i)
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"')
  }
})

test('every fill that a chart points to is in it, under an id that no other chart on the page has', () => {
  const ids = everyChart().flatMap((svg) => {
    const own = [...svg.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id)
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(new Set(used)).toEqual(new Set(own))
    return own
  })
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(0)
})

/** Where the solid bar of the first period begins, in pixels from the left. */
function leftOfFirstBar(svg: string): number {
  const bars = [...parsed(svg).querySelectorAll('g[fill="#0f4c5c"] rect')]
  return Number(bars[0]?.getAttribute('x'))
}

test('in Arabic the whole chart is mirrored: the first years stand on the right', () => {
  expect(leftOfFirstBar(timeline('en'))).toBeLessThan(320)
  expect(leftOfFirstBar(timeline('ar'))).toBeGreaterThan(320)
})

test('Arabic charts have Arabic digits and not one other', () => {
  const texts = [...parsed(intervalsByPeriodChart(estimateIn('ar'), 'ar')).querySelectorAll('text')]
  const numbers = texts.map((text) => text.textContent).filter((text) => !/C\d/.test(text))
  expect(numbers.join('')).not.toMatch(/\d/)
  expect(numbers.join('')).toContain('٣٬٣٦٠')
})

test('the sub-totals of every period, stacked, end where the total ends', () => {
  const estimate = estimateIn('en')
  const svg = parsed(intervalsByPeriodChart(estimate, 'en'))
  const ends = [...svg.querySelectorAll('rect')].map(
    (bar) => Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')),
  )
  const pixel = (value: number) => 22 + (value / 8000) * (640 - 44)
  for (const end of [estimate.interval.min, estimate.interval.max])
    expect(ends.some((each) => Math.abs(each - pixel(end)) < 0.05)).toBe(true)
})

test('a hostile title stays text', () => {
  const { investigation } = hostileFixture('en')
  const estimate = { ...estimateIn('en'), question: { en: '"><script>alert(1)</script>' }, code: '"><x' }
  for (const svg of [
    intervalsByPeriodChart(estimate, 'en'),
    patternTimelineChart({ estimate, investigation, locale: 'en' }),
  ])
    expect(svg).not.toMatch(/<script|<x/)
})

test('a sign that no drawing may hold is shown as one that is missing, and the rest of the words stay', () => {
  const estimate = { ...estimateIn('en'), question: { en: 'How\u000b many\u0001\uffff?' } }
  const svg = intervalsByPeriodChart(estimate, 'en')
  expect(svg).toContain('How\ufffd many\ufffd\ufffd?')
  for (const sign of ['\u0001', '\u000b', '\uffff']) expect(svg).not.toContain(sign)
})

test('the same estimate is drawn the same twice', () => {
  expect(timeline('ar')).toBe(timeline('ar'))
  expect(intervalsByPeriodChart(estimateIn('en'), 'en')).toBe(intervalsByPeriodChart(estimateIn('en'), 'en'))
})

prop.prop([fc.double({ min: 0.1, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 10 })])(
  'ticks begin at 0, rise evenly, and cover the largest value',
  (max, count) => {
    const ticks = niceTicks(max, count)
    expect(ticks[0]).toBe(0)
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max)
    expect(ticks.length).toBeLessThanOrEqual(count + 2)
    expect(new Set(ticks).size).toBe(ticks.length)
  },
)

prop.prop([
  fc.array(
    fc.string({ minLength: 1 }).map((word) => word.replace(/\s/g, '') || 'x'),
    { minLength: 1 },
  ),
])('text in lines loses no word and changes none', (words) => {
  expect(inLines(words.join(' '), { width: 120, size: 12 }).join(' ')).toBe(words.join(' '))
})
