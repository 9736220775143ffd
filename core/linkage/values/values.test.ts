import { valueOf, whenFrom } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { compareAges } from './compare-ages.ts'
import { compareDays, dayLevel, partsOfDay } from './compare-days.ts'
import { birthFromAge, dayBoundsOf, dayNumberOf, dayOfNumber, OPEN_FUTURE, OPEN_PAST } from './day-bounds.ts'
import { comparePlaces, placeLevel, placeTree, readPlace } from './places.ts'
import { readSex } from './read-sex.ts'

const when = (edtf: string) => valueOf(whenFrom(edtf))
const bounds = (edtf: string) => dayBoundsOf(when(edtf)) ?? { earliest: Number.NaN, latest: Number.NaN }

test('days are counted from 1970', () => {
  expect(['1970-01-01', '1969-12-31', '2000-03-01'].map(dayNumberOf)).toEqual([0, -1, 11017])
  expect(dayOfNumber(11017)).toBe('2000-03-01')
})

test('a time that is open has an open bound, one without bounds says nothing', () => {
  expect(dayBoundsOf(when('../1970-01-02'))).toEqual({ earliest: OPEN_PAST, latest: 1 })
  expect(dayBoundsOf(when('1970-01-02/..'))).toEqual({ earliest: 1, latest: OPEN_FUTURE })
  expect(dayBoundsOf(when('../..'))).toBeNull()
})

test.each([
  ['2013-05-02', '2013-05-02', 'same'],
  ['2013', '2013-05-02', 'overlap'],
  ['2013', '2013', 'overlap'],
  ['2013-05/..', '2020', 'overlap'],
  ['2013', '2014-05-02', 'else'],
  ['2013-05-02', '2013-02-05', 'day-and-month-swapped'],
  ['2013-05-02', '2014-05-02', 'year-off-by-one'],
  ['2009-05-02', '2010-05-02', 'year-off-by-one'],
  ['1993-05-02', '2003-05-02', 'year-off-by-ten'],
  ['2013-05-02', '2013-05-22', 'one-digit-off'],
  ['2013-05-12', '2013-05-21', 'one-digit-off'],
  ['1973-05-12', '1937-05-12', 'one-digit-off'],
  ['2013-05-02', '2013-06-12', 'else'],
  ['2013-05-30', '2013-05-02', 'else'],
])('%s and %s: %s', (a, b, level) => {
  expect(compareDays(bounds(a), bounds(b))).toBe(level)
})

const days = fc.integer({ min: -300_000, max: 300_000 })

prop.prop([days])('a day has the parts that the calendar says', (day) => {
  const { year, month, day: ofMonth } = partsOfDay(day)
  const written = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(ofMonth).padStart(2, '0'),
  ].join('-')
  expect(written).toBe(dayOfNumber(day))
})

prop.prop([days, days, days, days])(
  'days compare the same both ways, and a day with itself is the same',
  (a, b, c, d) => {
    const [first, last, from, to] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
    expect(dayLevel(from, to, first, last)).toBe(dayLevel(first, last, from, to))
    expect(dayLevel(a, a, a, a)).toBe(6)
  },
)

test('an age counted on a day says when one was born', () => {
  expect(birthFromAge(5, when('2024-04-30'))).toEqual({
    earliest: dayNumberOf('2018-05-01'),
    latest: dayNumberOf('2019-04-30'),
  })
  expect(birthFromAge(0, when('2024'))).toEqual({
    earliest: dayNumberOf('2023-01-02'),
    latest: dayNumberOf('2024-12-31'),
  })
  expect([
    birthFromAge(200, when('2024')),
    birthFromAge(3.5, when('2024')),
    birthFromAge(3, when('2024/..')),
  ]).toEqual([null, null, null])
})

prop.prop([fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 364 })])(
  'ages of one person, counted within a year, fit',
  (age, later) => {
    expect(['same', 'one-year-apart']).toContain(compareAges(age, age + (later > 182 ? 1 : 0)))
  },
)

test.each([
  [34, 34, 'same'],
  [34, 35, 'one-year-apart'],
  [34, 31, 'few-years-apart'],
  [34, 44, 'else'],
])('ages %d and %d: %s', (a, b, level) => {
  expect([compareAges(a, b), compareAges(b, a)]).toEqual([level, level])
})

test.each([
  ['ذكر', 'male'],
  ['أنثى', 'female'],
  ['F', 'female'],
  ['Male ', 'male'],
  ['Garçon', 'male'],
  ['Kadın', 'female'],
  ['?', null],
  ['', null],
])('%s says %s', (text, sex) => {
  expect(readSex(text)).toBe(sex)
})

test('a place is read in steps', () => {
  expect(readPlace('Beit Lahia, North Gaza', 'narrow-first')).toEqual(['north gaza', 'beit lahia'])
  expect(readPlace('شمال غزة > بيت لاهيا', 'wide-first')).toEqual(['شمال غزه', 'بيت لاهيا'])
})

test.each([
  ['Beit Lahia, Gaza', 'beit lahia، GAZA', 'same'],
  ['Beit Lahia, Gaza', 'Gaza', 'one-inside-the-other'],
  ['Camp 2, Jabalia, Gaza', 'Jabalia', 'one-inside-the-other'],
  ['Beit Lahia, Gaza', 'Beit Lahya, Gaza', 'near'],
  ['Beit Lahia', 'Beit Lahya, Gaza', 'near'],
  ['Beit Lahia, Gaza', 'Rafah, Gaza', 'same-parent'],
  ['Beit Lahia, Gaza', 'Beit Lahia, Lebanon', 'else'],
  ['Aleppo', 'Homs', 'else'],
  ['غزة', 'Gaza', 'near'],
  ['Aleppo', '', null],
])('%s and %s: %s', (a, b, level) => {
  expect(comparePlaces(a, b, 'narrow-first')).toBe(level)
  expect(comparePlaces(b, a, 'narrow-first')).toBe(level)
})

const steps = fc.array(fc.constantFrom('gaza', 'rafah', 'rafa', 'jabalia', 'homs', 'حمص'), {
  minLength: 1,
  maxLength: 4,
})
prop.prop([steps, steps])('places compare the same both ways', (a, b) => {
  const tree = placeTree([a.join(', '), b.join(', ')], 'narrow-first')
  const [left = -1, right = -1] = tree.nodes
  expect(placeLevel(tree, left, right)).toBe(placeLevel(tree, right, left))
})
