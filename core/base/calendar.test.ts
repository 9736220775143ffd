import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { addDays, addMonths, daysBetween, isDay, monthsBetween } from './calendar.ts'

/** Any day of the years 0001 to 9998, by the platform's own calendar. */
const days = fc
  .date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('the first four months of the record are 122 days', () => {
  expect(daysBetween('2011-09-01', '2011-12-31')).toBe(122)
})

test('a day to itself is one day, and to the day before none', () => {
  expect(daysBetween('2012-02-29', '2012-02-29')).toBe(1)
  expect(daysBetween('2012-03-01', '2012-02-29')).toBe(0)
})

prop.prop([days, days])('counts days as the platform does', (first, last) => {
  expect(daysBetween(first, last)).toBe((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1)
})

prop.prop([days, fc.integer({ min: -300, max: 300 })])(
  'adding days is undone by taking them away',
  (day, by) => {
    expect(addDays(addDays(day, by), -by)).toBe(day)
    expect(daysBetween(day, addDays(day, by))).toBe(by + 1)
  },
)

test('a month after the last of January is the last of February', () => {
  expect(addMonths('2012-01-31', 1)).toBe('2012-02-29')
  expect(addMonths('2012-01-31', -2)).toBe('2011-11-30')
})

test('December 2012 to December 2015 are 37 months', () => {
  expect(monthsBetween('2012-12-01', '2015-12-31')).toEqual({ ok: true, value: 37 })
  expect(monthsBetween('2012-02-01', '2012-02-29')).toEqual({ ok: true, value: 1 })
})

test.each([
  ['2012-02-01', '2012-02-28', 'not-whole-months'],
  ['2012-02-02', '2012-02-29', 'not-whole-months'],
  ['2012-03-01', '2012-02-29', 'upside-down'],
])('refuses to count the months from %s to %s: %s', (first, last, reason) => {
  expect(monthsBetween(first, last)).toMatchObject({ ok: false, reason })
})

test.each(['2013-02-29', '2013-00-01', '2013-13-01', '2013-04-31', '2013-4-1', '13-04-01', ''])(
  'the calendar has no day "%s"',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

prop.prop([days])('every day of the platform is a day', (day) => {
  expect(isDay(day)).toBe(true)
})

test('throws rather than hold a year that a day cannot', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow('year')
})
