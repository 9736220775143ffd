import { test as prop, fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { daysIn, monthsIn, weekdaysIn } from './calendar.ts'

test.each([
  ['2011-09-01', '2011-12-31', 122, 4],
  ['2012-01-01', '2012-11-30', 335, 11],
  ['2012-12-01', '2015-12-31', 1126, 37],
  ['2012-02-01', '2012-02-29', 29, 1],
  ['2000-02-01', '2000-02-29', 29, 1],
  ['1900-02-01', '1900-02-28', 28, 1],
  ['2013-02-01', '2013-02-14', 14, 0.5],
  ['2013-05-05', '2013-05-05', 1, 1 / 31],
])('%s to %s is %d days and %d months', (first, last, days, months) => {
  expect(daysIn({ first, last })).toBe(days)
  expect(monthsIn({ first, last })).toBeCloseTo(months, 12)
})

test.each([
  ['2013-02-29', '2013-03-01'],
  ['2013-13-01', '2014-01-01'],
  ['2013', '2014-01-01'],
  ['2013-01-01', ''],
])('%s to %s has no number of days', (first, last) => {
  expect(daysIn({ first, last })).toBeNull()
})

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

prop.prop([day, day, day])('a longer window has no fewer months', (a, b, c) => {
  const [first = a, middle = b, last = c] = [a, b, c].toSorted()
  expect(monthsIn({ first, last })).toBeGreaterThanOrEqual(monthsIn({ first, last: middle }) - 1e-12)
  expect(monthsIn({ first, last })).toBeGreaterThanOrEqual(monthsIn({ first: middle, last }) - 1e-12)
})

test('the window of the record’s last period has 161 Mondays and 161 Wednesdays', () => {
  const window = { first: '2012-12-01', last: '2015-12-31' }
  expect([weekdaysIn(window, 'MO'), weekdaysIn(window, 'WE')]).toEqual([161, 161])
})

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

prop.prop([
  fc.integer({ min: -20_000, max: 20_000 }),
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom(...WEEKDAYS),
])('weekdays are those that one would count day by day', (start, days, weekday) => {
  const dayAt = (number: number) => new Date(number * 86_400_000)
  const counted = Array.from({ length: days }, (_, i) => WEEKDAYS[dayAt(start + i).getUTCDay()])
  const text = (number: number) => dayAt(number).toISOString().slice(0, 10)
  const window = { first: text(start), last: text(start + days - 1) }
  expect(weekdaysIn(window, weekday)).toBe(counted.filter((day) => day === weekday).length)
})
