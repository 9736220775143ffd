import { expect, test } from 'vitest'
import { hijriMonth, hijriMonthsIn } from './hijri.ts'

test('the months are those of the Umm al-Qura calendar as Unicode has it (ICU 78.3), every one', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' },
  })
  for (let year = 1356; year <= 1500; year++)
    for (let month = 1; month <= 12; month++) {
      const found = hijriMonth({ year, month })
      const first = format.formatToParts(Date.parse(found?.first ?? ''))
      const parts = Object.fromEntries(first.map(({ type, value }) => [type, value]))
      expect({ year, month, first: [parts.year, parts.month, parts.day] }).toEqual({
        ...{ year, month, first: [String(year), String(month), '1'] },
      })
    }
})

test.each([
  // Announced by Saudi Arabia's calendar: R.H. van Gent, "The Umm al-Qura Calendar of Saudi Arabia".
  [1356, 1, '1937-03-14'],
  [1434, 7, '2013-05-11'],
  [1435, 9, '2014-06-28'],
  [1500, 12, '2077-10-18'],
])('month %2$i of %1$i begins on %3$s', (year, month, first) => {
  expect(hijriMonth({ year, month })?.first).toBe(first)
})

test('what the table does not hold is no month', () => {
  expect(hijriMonth({ year: 1355, month: 12 })).toBeNull()
  expect(hijriMonth({ year: 1501, month: 1 })).toBeNull()
  expect(hijriMonth({ year: 1434, month: 13 })).toBeNull()
})

test('Ramadan begins twice in 2030', () => {
  expect(hijriMonthsIn(2030, 9).map(({ year }) => year)).toEqual([1451, 1452])
  expect(hijriMonthsIn(2014, 9).map(({ year }) => year)).toEqual([1435])
})
