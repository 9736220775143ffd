import { expect, test } from 'vitest'
import { byCode, occasionsWords, peopleWords, rateWords, windowWords } from './labels.ts'

test.each([
  [{ first: '2011-09-01', last: '2011-12-31' }, 'September 2011 to December 2011'],
  [{ first: '2012-01-01', last: '2012-12-31' }, '2012'],
  [{ first: '2012-01-01', last: '2013-12-31' }, '2012 to 2013'],
  [{ first: '2012-02-01', last: '2012-02-29' }, 'February 2012'],
  [{ first: '2012-02-01', last: '2012-02-28' }, '1 February 2012 to 28 February 2012'],
  [{ first: '2012-02-03', last: '2012-02-03' }, '3 February 2012'],
])('a window is said by what it holds whole: %o', (window, said) => {
  expect(windowWords('en', window)).toBe(said)
})

test('a rate is said as people say it', () => {
  expect(rateWords('en', { kind: 'every', days: { min: 10, max: 15 } })).toBe('once every 10 to 15 days')
  expect(rateWords('en', { kind: 'times-per', times: { min: 1, max: 1 }, per: 'week' })).toBe('once a week')
  expect(rateWords('en', { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' })).toBe(
    '1 to 2 times a week',
  )
})

test('a half a time a week is not said to be once', () => {
  expect(rateWords('en', { kind: 'times-per', times: { min: 0.5, max: 0.5 }, per: 'week' })).not.toBe(
    'once a week',
  )
})

test('nouns agree with the larger number, in Arabic with its six plurals', () => {
  expect(peopleWords('en', { min: 1, max: 1 })).toBe('1 person')
  expect(occasionsWords('en', { min: 8, max: 12 })).toBe('8 to 12 occasions')
  expect(occasionsWords('ar', { min: 2, max: 2 })).toBe('مرتان')
  expect(peopleWords('ar', { min: 7, max: 10 })).toBe('من ٧ إلى ١٠ أشخاص')
  expect(peopleWords('ar', { min: 20, max: 50 })).toBe('من ٢٠ إلى ٥٠ شخصًا')
})

test('codes stand in the order in which people count', () => {
  expect(['C10', 'C2', 'B1'].map((code) => ({ code })).sort(byCode)).toEqual([
    { code: 'B1' },
    { code: 'C2' },
    { code: 'C10' },
  ])
})
