import { expect, test } from 'vitest'
import { estimateFromPatterns } from '@corroborate/estimate'
import { readPatternFile } from './read-pattern-file.ts'

/** The second period as Amnesty International's report of 2017 gives it, in round form; the sources are invented. */
const FILE = `question: { en: How many were taken? }
unit: { en: people }
periods:
  - code: P1
    window: { is: 2012-01-02/2012-01-29, source: A guard }
    rate: { is: { min: 1, max: 2, per: week }, source: A guard }
    size: { is: { min: 20, max: 50 }, source: A clerk }
    reading: { weeks: calendar, rate: ends }
rounding: none
assumptions:
  - { code: closed, words: { en: Nobody was taken twice. } }
`
const context = { contradictions: [], software: 'test' }

test('a pattern file is answered as an investigation with those claims would be', () => {
  const read = readPatternFile('p.yaml', FILE)
  if (!read.ok) throw new Error(read.mistakes[0]?.sentence)
  const answer = estimateFromPatterns(read.request, read.claims, context)
  expect(answer).toMatchObject({ ok: true, value: { interval: { min: 4 * 20, max: 8 * 50 } } })
  expect([...read.claims.values()].map(({ code, proposition }) => [code, proposition.en])).toEqual([
    ['P1.window', 'A guard'],
    ['P1.rate', 'A guard'],
    ['P1.size', 'A clerk'],
  ])
})

test.each([
  [
    'a window that ends before it starts',
    '2012-01-02/2012-01-29',
    '2012-02/2012-01',
    'p.yaml, line 5, periods[0].window.is: expected a time in EDTF that does not end before it starts, such as 2011-09/2015-12, found “2012-02/2012-01”.',
  ],
  [
    'a rate of 0',
    'min: 1, max: 2',
    'min: 0, max: 0',
    'p.yaml, line 6, periods[0].rate.is.max: expected a number of more than 0, found the number 0.',
  ],
  [
    'a range upside down',
    'min: 20, max: 50',
    'min: 50, max: 20',
    'p.yaml, line 7, periods[0].size.is.max: expected a number of at least 50, which is min, found the number 20.',
  ],
  [
    'a number without a source',
    ', source: A clerk',
    '',
    'p.yaml, line 7, periods[0].size.source: expected text, found nothing.',
  ],
  [
    'a field twice',
    'rounding: none',
    'rounding: none\nrounding: none',
    'p.yaml, line 10, rounding: expected each field once, found “rounding” a second time.',
  ],
])('%s is refused with its place', (_, from, to, sentence) => {
  const read = readPatternFile('p.yaml', FILE.replace(from, to))
  expect(read.ok ? [] : read.mistakes.map((one) => one.sentence)).toEqual([sentence])
})

test('a size of more than a million people at a time, and a pattern given twice, are read and refused by the arithmetic', () => {
  const answered = (content: string) => {
    const read = readPatternFile('p.yaml', content)
    return read.ok ? estimateFromPatterns(read.request, read.claims, context) : read
  }
  expect(answered(FILE.replace('max: 50', 'max: 1000001'))).toMatchObject({ reason: 'size-too-large' })
  const period = FILE.slice(FILE.indexOf('  - code: P1'), FILE.indexOf('rounding'))
  expect(answered(FILE.replace('rounding', `${period.replace('P1', 'P2')}rounding`))).toMatchObject({
    reason: 'periods-overlap',
  })
})
