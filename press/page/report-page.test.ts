import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { refuse, type Locale } from '@corroborate/base'
import { fixture, fixtureId, HOSTILE, hostileFixture, type Fixture } from '../testing/fixture.ts'
import { computedBlock } from './computed-block.ts'
import { reportPage } from './report-page.ts'

const HREFS = { stylesheet: 'report.css', pdf: 'report.pdf', data: 'data/', other: null }
const LOCALES: readonly Locale[] = ['en', 'ar']

function page(from: Fixture): Document {
  return parseHTML(reportPage({ ...from, hrefs: HREFS })).document
}

function at(document: Document, selector: string): Element {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`nothing at ${selector}`)
  return found
}

/** Where a link on the page leads. */
function follow(document: Document, link: Element | null): Element {
  const anchor = link?.getAttribute('href')?.slice(1) ?? ''
  return at(document, `[id="${anchor}"]`)
}

test.each(LOCALES)(
  'every link on the page leads somewhere, and no place has its name twice (%s)',
  (locale) => {
    const document = page(fixture(locale))
    const ids = [...document.querySelectorAll('[id]')].map((each) => each.id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...document.querySelectorAll('a[href^="#"]')].map((each) => each.getAttribute('href'))
    expect(links.length).toBeGreaterThan(20)
    for (const href of links) expect(ids).toContain(href?.slice(1))
  },
)

test('from a sentence two clicks lead to the exact words, and two lead back', () => {
  const document = page(fixture('en'))
  const marker = at(document, '#s2 .grounds a')
  const note = follow(document, marker)
  expect(note.textContent).toContain('Finding F1, Corroborated')
  const claim = follow(document, note.querySelector('li li a'))
  expect(at(document, `#${claim.id} blockquote`).textContent).toBe(
    'once a week, groups of ten to fifteen people',
  )
  const back = follow(document, claim.querySelector('.back a'))
  expect(back.id).toBe(note.id)
  expect(follow(document, back.querySelector('.back a')).id).toBe(marker.id)
})

test('from a number one click leads to its arithmetic', () => {
  const document = page(fixture('en'))
  const derivation = follow(document, at(document, '#s4 a.figure'))
  expect(derivation.textContent).toContain('144 × 20 to 144 × 30')
})

test('a claim that only a computed part points at can be left the way it was come to', () => {
  const document = page(fixture('en'))
  const back = at(document, '#claim-C6 .back a')
  expect(follow(document, back).className).toBe('computed')
})

test('a passage in another language keeps its language and its direction', () => {
  const quoted = at(page(fixture('en')), '#claim-C2 blockquote')
  expect([quoted.getAttribute('lang'), quoted.getAttribute('dir')]).toEqual(['ar', 'rtl'])
})

test('an Arabic report is a right-to-left page', () => {
  const root = page(fixture('ar')).documentElement
  expect([root.getAttribute('lang'), root.getAttribute('dir')]).toEqual(['ar', 'rtl'])
})

test('the notice stands before the title', () => {
  const html = reportPage({ ...fixture('en'), hrefs: HREFS })
  expect(html.indexOf('Invented, for training')).toBeGreaterThan(0)
  expect(html.indexOf('class="notice"')).toBeLessThan(html.indexOf('<h1'))
})

test('headings descend one step at a time from one h1', () => {
  const levels = [...page(fixture('en')).querySelectorAll('h1, h2, h3, h4, h5')].map((each) =>
    Number(each.tagName.slice(1)),
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1)
    return level
  }, 0)
})

test('a contradiction shows what it does to the range', () => {
  const text = at(page(fixture('en')), '#computed-2').textContent
  expect(text).toContain('the range would be 3,360 to 6,480, published as 3,000 to 6,000')
  expect(text).toContain('one source that contradicts itself')
})

test('a slip shows the line that explains it', () => {
  const text = at(page(fixture('en')), '#computed-3').textContent
  expect(text).toContain('a minimum of 3,480; the arithmetic gives 3,360')
  expect(text).toContain('with 3,000 in the place of 2,880')
  expect(text).toContain('3,000 to 5,000 either way')
})

test('what a withdrawn consent covers is not on the page, and is said to be withheld', () => {
  const html = reportPage({ ...fixture('en'), hrefs: HREFS })
  expect(html).not.toContain('taken away at night')
  expect(html).not.toContain('A cousin said')
  const document = page(fixture('en'))
  expect(document.querySelector('#claim-C3')).toBeNull()
  expect(at(document, '#note-1').textContent).toContain('One more claim is withheld')
  expect(at(document, 'section.claims').textContent).toContain('One claim of this investigation is withheld')
})

test.each(LOCALES)('nothing on the page needs more than a strict policy allows (%s)', (locale) => {
  const html = reportPage({ ...fixture(locale), hrefs: HREFS })
  expect(html).not.toMatch(
    /<style|<script|\sstyle=|\son[a-z]+=|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg")/i,
  )
})

test('hostile text stays text everywhere', () => {
  const document = page(hostileFixture('en'))
  expect(document.querySelector('script')).toBeNull()
  expect(at(document, 'h1').textContent).toBe(HOSTILE)
  expect(at(document, 'blockquote').textContent).toBe(HOSTILE)
  expect(at(document, '.notice').textContent).toContain(HOSTILE)
})

test('an estimate that cannot be given is said to be so, with the reason, wherever it was asked for', () => {
  const plain = fixture('en')
  const estimates = new Map([[fixtureId.estimate('E1'), refuse('no-rate', 'It does not say how often.')]])
  const document = page({ ...plain, assessment: { ...plain.assessment, estimates } })
  for (const place of ['#chart-2', '#computed-1', '#computed-4'])
    expect(at(document, place).textContent).toContain('No number can be given. It does not say how often.')
})

test('a report without a part for its sources gets one', () => {
  const plain = fixture('en')
  const blocks = plain.resolved.blocks.filter(
    (block) => !(block.kind === 'computed' && block.what.kind === 'sources'),
  )
  const document = page({ ...plain, resolved: { ...plain.resolved, blocks } })
  expect(at(document, 'section.sources').textContent).toContain('Report of the Lakeside Committee')
  expect(follow(document, at(document, '#claim-C4 .entry-title a')).tagName).toBe('TR')
})

test('an estimate whose arithmetic is not in the body has it in its note', () => {
  const plain = fixture('en')
  const blocks = plain.resolved.blocks.filter((block) => block.kind !== 'computed')
  const document = page({ ...plain, resolved: { ...plain.resolved, blocks } })
  expect(follow(document, at(document, '#s4 a.figure')).textContent).toContain('144 × 20 to 144 × 30')
})

test('the desk gets a computed part with its own addresses', () => {
  const { investigation, assessment } = fixture('en')
  const html = computedBlock({
    investigation,
    assessment,
    locale: 'en',
    what: { kind: 'contradictions' },
    level: 4,
    href: (target) => (target.kind === 'claim' ? `/claims/${target.id}` : null),
  })
  expect(html).toContain(`href="/claims/${fixtureId.claim('C4')}"`)
  expect(html).not.toContain('href="#')
})
