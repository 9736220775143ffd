import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { overlaps, whenFrom, type When } from './when.ts'
import { valueOf } from './outcome.ts'

const bounds = (edtf: string) => {
  const { earliest, latest } = valueOf(whenFrom(edtf))
  return [earliest, latest] as const
}
const known = (edtf: string) => bounds(edtf).map((day) => day ?? 'none') as [string, string]

test.each([
  ['2013', '2013-01-01', '2013-12-31'],
  ['2012-02', '2012-02-01', '2012-02-29'],
  ['2013-05-02', '2013-05-02', '2013-05-02'],
  ['2011-09/2015-12', '2011-09-01', '2015-12-31'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['2013-XX', '2013-01-01', '2013-12-31'],
  ['2013-02-XX', '2013-02-01', '2013-02-28'],
  ['2013-1X-3X', '2013-10-30', '2013-12-31'],
  ['20XX-02-29', '2000-02-29', '2096-02-29'],
  ['20', '2000-01-01', '2099-12-31'],
  ['1950S2', '1900-01-01', '1999-12-31'],
])('%s runs from %s to %s', (edtf, earliest, latest) => {
  expect(bounds(edtf)).toEqual([earliest, latest])
})

test.each([
  ['[2011..2013]', '2011-01-01', '2013-12-31'],
  ['{2011..2013}', '2011-01-01', '2013-12-31'],
  ['[2011-12-03,2011-12-05..2011-12-07]', '2011-12-03', '2011-12-07'],
  ['[2013,2011]', '2011-01-01', '2013-12-31'],
  ['[..2013]', null, '2013-12-31'],
  ['[2011..]', '2011-01-01', null],
  ['{..2012-06}', null, '2012-06-30'],
  ['{2011-01..2011-03,2013}', '2011-01-01', '2013-12-31'],
])('the set %s runs from %s to %s', (edtf, earliest, latest) => {
  expect(bounds(edtf)).toEqual([earliest, latest])
})

test.each([
  ['2013~', '2012-01-01', '2014-12-31'],
  ['2013%', '2012-01-01', '2014-12-31'],
  ['2013-05~', '2013-04-01', '2013-06-30'],
  ['2013-02~', '2013-01-01', '2013-03-31'],
  ['2013-05-02~', '2013-04-29', '2013-05-05'],
  ['2013-05-~02', '2013-04-29', '2013-05-05'],
  ['~2013-05', '2012-05-01', '2014-05-31'],
  ['2013-~05', '2013-04-01', '2013-06-30'],
  ['2013-22~', '2013-03-01', '2013-11-30'],
  ['2012-12~/2015-12', '2012-11-01', '2015-12-31'],
])('"about" widens %s to %s and %s', (edtf, earliest, latest) => {
  expect(bounds(edtf)).toEqual([earliest, latest])
})

test('doubt about the source widens nothing', () => {
  expect(bounds('2013-05?')).toEqual(bounds('2013-05'))
})

test.each([
  ['2013-05-02T23:30'],
  ['2013-05-02T00:10:00'],
  ['2013-05-02T01:30:00+03:00'],
  ['2013-05-02T23:30:00-11:00'],
  ['2013-05-02T24:00:00'],
])('a clock time is the day that was said there: %s', (edtf) => {
  expect(bounds(edtf)).toEqual(['2013-05-02', '2013-05-02'])
})

test.each([
  ['2013-21', '2013-03-01', '2013-05-31'],
  ['2013-22', '2013-06-01', '2013-08-31'],
  ['2013-23', '2013-09-01', '2013-11-30'],
  ['2011-24', '2011-12-01', '2012-02-29'],
  ['2013-26', '2013-06-01', '2013-08-31'],
  ['2013-30', '2013-12-01', '2014-02-28'],
  ['2013-31', '2013-03-01', '2013-05-31'],
  ['2013-34', '2013-04-01', '2013-06-30'],
  ['2013-39', '2013-09-01', '2013-12-31'],
  ['2013-41', '2013-07-01', '2013-12-31'],
  ['2013-22/2013-24', '2013-06-01', '2014-02-28'],
  ['2012-24/2013-04', '2012-12-01', '2013-04-30'],
])('the season %s runs from %s to %s', (edtf, earliest, latest) => {
  expect(bounds(edtf)).toEqual([earliest, latest])
})

test.each([
  ['../2012', null, '2012-12-31'],
  ['/2012', null, '2012-12-31'],
  ['2012/..', '2012-01-01', null],
  ['2012/', '2012-01-01', null],
  ['../..', null, null],
  ['XXXX-05-02', null, null],
])('an open or unknown end of %s has no bound', (edtf, earliest, latest) => {
  expect(bounds(edtf)).toEqual([earliest, latest])
})

test.each([
  ...['hello', '', ' 2013', '2013-5', '2013-13', '2013-02-30', '2013-02-29', '2013-05-02/2012'],
  ...[
    '2013/2012/2011',
    '[2013..2011]',
    '{2013..2011,2015}',
    '2013/[2014..2015]',
    'May 2013',
    '-0044',
    '0000',
    '9999',
    'Y170000002',
    '٢٠١٣',
  ],
])('refuses "%s"', (edtf) => {
  expect(whenFrom(edtf)).toMatchObject({ ok: false, reason: 'not-edtf' })
})

test("keeps the text and the speaker's words as they came", () => {
  expect(whenFrom('2013~', 'after the feast')).toMatchObject({
    value: { edtf: '2013~', said: 'after the feast' },
  })
})

const years = fc.integer({ min: 1000, max: 3000 }).map(String)
const months = fc.integer({ min: 1, max: 12 }).map((month) => String(month).padStart(2, '0'))
const dayNumbers = fc.integer({ min: 1, max: 28 }).map((day) => String(day).padStart(2, '0'))
const dates = fc.oneof(
  years,
  fc.tuple(years, months).map((parts) => parts.join('-')),
  fc.tuple(years, months, dayNumbers).map((parts) => parts.join('-')),
)
const moments = fc.oneof(
  fc.tuple(dates, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join('')),
  fc.tuple(years, fc.integer({ min: 21, max: 41 })).map((parts) => parts.join('-')),
  years.map((year) => `${year.slice(0, 3)}X`),
)
const orderedPair = fc.tuple(dates, dates).filter(([first, last]) => first.slice(0, 4) < last.slice(0, 4))
const texts = fc.oneof(
  moments,
  orderedPair.map((pair) => pair.join('/')),
  fc.tuple(years, years).map((pair) => `[${pair.sort().join('..')}]`),
  fc.array(dates, { minLength: 1, maxLength: 4 }).map((members) => `{${members.join(',')}}`),
  dates.map((date) => `../${date}`),
  dates.map((date) => `[${date}..]`),
)

prop.prop([texts])('never ends before it starts', (edtf) => {
  const { earliest, latest } = valueOf(whenFrom(edtf))
  expect(earliest === null || latest === null || earliest <= latest).toBe(true)
})

prop.prop([texts])('is read from its own text again as the same time', (edtf) => {
  const when = valueOf(whenFrom(edtf, 'said'))
  expect(valueOf(whenFrom(when.edtf, when.said))).toEqual(when)
})

prop.prop([fc.array(dates, { minLength: 1, maxLength: 5 })])(
  'the bounds of a set hold every member',
  (members) => {
    const [earliest, latest] = known(`[${members.join(',')}]`)
    for (const member of members) {
      const [first, last] = known(member)
      expect(earliest <= first && last <= latest).toBe(true)
    }
  },
)

prop.prop([dates])('"about" never narrows', (date) => {
  const [[earliest, latest], [wide, wider]] = [known(date), known(`${date}~`)]
  expect(wide < earliest && latest < wider).toBe(true)
})

const whens = texts.map((edtf) => valueOf(whenFrom(edtf)))

prop.prop([whens, whens])('overlapping is mutual, and every time overlaps itself', (a: When, b: When) => {
  expect(overlaps(a, b)).toBe(overlaps(b, a))
  expect(overlaps(a, a)).toBe(true)
})

test.each([
  ['2011', '2012', false],
  ['2011', '2011-12-31', true],
  ['../2012', '2012-12', true],
  ['../2012', '2013/..', false],
  ['2013/..', '2020', true],
  ['XXXX', '2020', true],
])('%s and %s overlap: %s', (a, b, expected) => {
  expect(overlaps(valueOf(whenFrom(a)), valueOf(whenFrom(b)))).toBe(expected)
})
