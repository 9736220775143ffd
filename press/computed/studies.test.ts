import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '@corroborate/base'
import { dataAnnex } from '../annex/data-annex.ts'
import { reportPage } from '../page/report-page.ts'
import { reportPdf } from '../pdf/report-pdf.ts'
import { typstData } from '../pdf/typst-data.ts'
import { printedReport } from '../printed-report.ts'
import { fixture, type Fixture } from '../testing/fixture.ts'
import { listFixture, studiedFixture } from '../testing/studied.ts'

const HREFS = { stylesheet: 'report.css', pdf: null, data: null, other: null }
const pageOf = (from: Fixture) => reportPage({ ...from, hrefs: HREFS })
const documentOf = (from: Fixture) => parseHTML(pageOf(from)).document

/** The studied section of the page: its charts, and what it says. */
function sectionOf(from: Fixture) {
  const section = documentOf(from).querySelector('#computed-1')
  if (section === null) throw new Error('no such section')
  return {
    charts: [...section.querySelectorAll('figure.chart')],
    text: section.textContent,
  }
}

function drawnIn(from: Fixture) {
  const { data, drawings } = typstData(printedReport(from), from.resolved)
  return { text: JSON.stringify(data), names: [...drawings.keys()] }
}

describe.each(LOCALES)('a pattern estimate with its study (%s)', (locale: Locale) => {
  const studied = studiedFixture(locale)

  test('shows draws, what moves the number and where its spread comes from, each with its numbers in a table', () => {
    const { charts } = sectionOf(studied)
    // As asked and as the other reading has it; tornado and shares of the variance of what was asked.
    expect(charts).toHaveLength(4)
    for (const chart of charts) {
      expect(chart.querySelector('details table')).not.toBeNull()
      expect(chart.querySelector('.wide svg')?.getAttribute('aria-label')).toMatch(/\d|[٠-٩]/)
    }
  })

  test('gives no draw without every other way and the bounds beside it, in words too', () => {
    const { charts } = sectionOf(studied)
    for (const chart of charts.slice(0, 2)) {
      expect(chart.querySelectorAll('details tbody tr').length).toBeGreaterThanOrEqual(5)
      const list = chart.previousElementSibling?.previousElementSibling
      expect(list?.querySelectorAll('li')).toHaveLength(4)
    }
  })

  test('is drawn in the PDF too, with its tables', () => {
    const { names, text } = drawnIn(studied)
    expect(names.filter((name) => /^(simulations|tornado|sobol)-/.test(name))).toEqual([
      'simulations-E1.svg',
      'simulations-E1-literal.svg',
      'tornado-E1.svg',
      'sobol-E1.svg',
    ])
    for (const name of names) expect(text).toContain(JSON.stringify(name))
  })

  test('is the same page twice', () => {
    expect(pageOf(studiedFixture(locale))).toBe(pageOf(studied))
  })
})

test('what one would have to believe, and what lies beyond the windows, is said', () => {
  const { text } = sectionOf(studiedFixture('en'))
  expect(text).toContain('What one would have to believe')
  expect(text).toContain('4,500')
  expect(text).toContain('Without each origin in turn')
  expect(text).toContain('This is not part of the estimate.')
  expect(text).toContain('Nothing changed.')
})

test('without a study nothing is drawn, and a sentence says that there is none yet', () => {
  const { charts, text } = sectionOf(fixture('en'))
  expect(charts).toHaveLength(0)
  expect(text).toContain('No study of this estimate was made yet')
  expect(sectionOf(fixture('ar')).text).toContain('لم تُجرَ دراسة لهذا التقدير بعد')
})

test('the annex has every number of the study, and says null where there is none', () => {
  const files = dataAnnex(studiedFixture('en'))
  const rows = files.get('study-E1.csv') ?? ''
  for (const part of [
    'as-asked,arithmetic',
    'literal,draws,sizePerOccasion',
    'without-origin',
    'had-it-gone-on',
  ])
    expect(rows).toContain(part)
  const { estimates } = JSON.parse(files.get('all.json') ?? '') as {
    estimates: readonly { study: unknown }[]
  }
  expect(estimates).toMatchObject([{ study: { seed: 7 } }])
  expect(dataAnnex(fixture('en')).has('study-E1.csv')).toBe(false)
})

describe.each(LOCALES)('an estimate from lists (%s)', (locale: Locale) => {
  const from = listFixture(locale)

  test('shows every method, who is on which lists, and the curves of the two that are recommended', () => {
    const names = drawnIn(from).names
    expect(names).toEqual([
      'methods-dots-L1.svg',
      'up-set-L1.svg',
      'density-L1-decomposable-graphs.svg',
      'density-L1-latent-class.svg',
    ])
    const { charts } = sectionOf(from)
    expect(charts).toHaveLength(4)
    // The numbers of the first stand in the open, in the tables that follow it.
    expect(charts.map((chart) => chart.querySelector('details table') !== null)).toEqual([
      ...[false, true, true, true],
    ])
  })

  test('is the same page twice', () => {
    expect(pageOf(listFixture(locale))).toBe(pageOf(from))
  })
})

test('the tables of the methods give points, bounds as bounds, and why a method cannot say', () => {
  const document = documentOf(listFixture('en'))
  const [methods, without] = [...document.querySelectorAll('#computed-1 .scroll > table')]
  const cells = [...(methods?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )
  expect(cells.map(([, point, range]) => [point, range])).toEqual([
    ['2,740', '2,365 to 3,420'],
    ['3,105', '2,470 to 4,720'],
    ['2,310', '2,190 to 2,450'],
    ['', 'at least 2,310'],
    ['', ''],
  ])
  expect(cells.at(-1)?.at(3)).toContain('The counts determine no tail.')
  expect(without?.querySelectorAll('tr.group')).toHaveLength(4)
})

test('in Arabic a method that cannot say does not say so in English', () => {
  const document = documentOf(listFixture('ar'))
  expect(document.querySelector('#computed-1 tr.contrary td:last-child')?.textContent).toMatch(/^[^A-Za-z]+$/)
})

test('a least number has no upper end anywhere in its verdict', () => {
  const { text } = sectionOf(listFixture('en'))
  expect(text).toContain('At least 2,365 people.')
  expect(text).toContain('The lists carry no upper end: how many in all cannot be said.')
})

test('the annex has every method on all lists and without each, with what it cannot say', () => {
  const rows = dataAnnex(listFixture('en')).get('estimate-L1.csv') ?? ''
  const [head, ...lines] = rows.trimEnd().split('\r\n')
  expect(head).toBe('method,without_list,point,min,max,level,cautions,refused')
  expect(lines).toHaveLength(9)
  expect(lines[0]).toBe('decomposable-graphs,,2740,2365,3420,0.95,,')
  expect(lines[4]).toBe('heterogeneity,,,,,,,not-identified')
  expect(lines[5]).toMatch(/^decomposable-graphs,Families,2600,/)
})

test.each([
  ['claims', studiedFixture],
  ['lists', listFixture],
] as const)('a PDF with a study of %s is whole, and the same twice', async (_, made) => {
  const pdf = await reportPdf(made('ar'))
  expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-')
  expect(await reportPdf(made('ar'))).toEqual(pdf)
})
