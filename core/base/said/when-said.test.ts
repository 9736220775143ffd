import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { daysInMonth } from '../calendar.ts'
import { printWhen } from '../print-when.ts'
import { whenSaid } from './when-said.ts'

test.each([
  ['early 2013', '2013-37', '2013-01-01', '2013-04-30'],
  ['مطلع 2013', '2013-37', '2013-01-01', '2013-04-30'],
  ['mid-2013', '2013-38', '2013-05-01', '2013-08-31'],
  ['before Ramadan 2014', '[..2014-06-28]', null, '2014-06-28'],
  ['the summer of 2012', '2012-22', '2012-06-01', '2012-08-31'],
  ['around March 2011', '2011-03~', '2011-02-01', '2011-04-30'],
  ['March or April 2011', '[2011-03,2011-04]', '2011-03-01', '2011-04-30'],
  ['a week after Eid al-Adha 2013', '[2013-10-18..2013-10-29]', '2013-10-18', '2013-10-29'],
  ['بعد أسبوع من عيد الأضحى 2013', '[2013-10-18..2013-10-29]', '2013-10-18', '2013-10-29'],
  ['قبل رمضان 2014 بيومين', '[2014-06-25..2014-06-27]', '2014-06-25', '2014-06-27'],
  ['15 رجب 1434', '[2013-05-24..2013-05-26]', '2013-05-24', '2013-05-26'],
  ['15 Rajab 1434 AH', '[2013-05-24..2013-05-26]', '2013-05-24', '2013-05-26'],
  ['Rajab 1434', '[2013-05-10..2013-06-10]', '2013-05-10', '2013-06-10'],
  ['أواخر كانون الثاني 2012', '[2012-01-21..2012-01-31]', '2012-01-21', '2012-01-31'],
  ['from March 2011 until the end of 2012', '2011-03/2012-12', '2011-03-01', '2012-12-31'],
  ['من آذار 2011 حتى نهاية 2012', '2011-03/2012-12', '2011-03-01', '2012-12-31'],
  ['between March and June 2011', '[2011-03..2011-06]', '2011-03-01', '2011-06-30'],
  ['since 2011', '2011/..', '2011-01-01', null],
  ['حتى منتصف 2013', '../2013-38', null, '2013-08-31'],
  ['before the end of 2012', '[..2012-12-31]', null, '2012-12-31'],
  ['the end of 2012', '2012-36', '2012-10-01', '2012-12-31'],
  ['the 2nd of May 2013', '2013-05-02', '2013-05-02', '2013-05-02'],
  ['May 2, 2013', '2013-05-02', '2013-05-02', '2013-05-02'],
  ['الثاني من أيار 2013', '2013-05-02', '2013-05-02', '2013-05-02'],
  ['آذار/مارس 2011', '2011-03', '2011-03-01', '2011-03-31'],
  ['جويلية 2012', '2012-07', '2012-07-01', '2012-07-31'],
  ['غشت 2011', '2011-08', '2011-08-01', '2011-08-31'],
  ['شهر 3 سنة 2011', '2011-03', '2011-03-01', '2011-03-31'],
  ['سنة ألفين وثلاثة عشر', '2013', '2013-01-01', '2013-12-31'],
  ['the 1990s', '199X', '1990-01-01', '1999-12-31'],
  ['2012-12/2015-12', '2012-12/2015-12', '2012-12-01', '2015-12-31'],
])('%s is %s', (words, edtf, earliest, latest) => {
  expect(whenSaid(words)).toEqual({
    ok: true,
    value: { when: { edtf, said: words, earliest, latest }, alternatives: [] },
  })
})

test.each([
  ['2/5/2013', ['2013-05-02', '2013-02-05']],
  ['winter 2012', ['2012-24', '2011-24']],
  ['Eid 2013', ['[2013-08-07..2013-08-11]', '[2013-10-14..2013-10-19]']],
  ['Ramadan 2030', ['[2030-01-04..2030-02-04]', '[2030-12-25..2031-01-24]']],
])('%s may mean %j', (words, meanings) => {
  const read = whenSaid(words)
  expect(read.ok && [read.value.when, ...read.value.alternatives].map(({ edtf }) => edtf)).toEqual(meanings)
})

test.each([
  ['yesterday', 'not-a-time', '"yesterday" cannot be read as a time'],
  ['2013 and so on', 'not-a-time', '"and so on" in "2013 and so on"'],
  ['from 2013 until 2011', 'not-a-time', 'before it starts'],
  ['', 'not-a-time', 'cannot be read'],
  ['15 March', 'no-year', 'does not say the year'],
  ['بعد العيد', 'no-year', 'does not say the year'],
  ['Ramadan 1300', 'outside-calendar', '1356 to 1500'],
  ['31 Rajab 1434', 'outside-calendar', 'a month ends with its last day'],
  ['30 February 2013', 'outside-calendar', 'no calendar here'],
])('"%s" is refused: %s', (words, reason, detail) => {
  expect(whenSaid(words)).toMatchObject({
    ok: false,
    reason,
    detail: expect.stringContaining(detail) as string,
  })
})

const dates = fc
  .record({
    ...{ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) },
    ...{ day: fc.integer({ min: 1, max: 31 }), parts: fc.integer({ min: 1, max: 3 }) },
    about: fc.boolean(),
  })
  .map(({ year, month, day, parts, about }) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const whole = [String(year), two(month), two(Math.min(day, daysInMonth(year, month)))]
    return whole.slice(0, parts).join('-') + (about ? '~' : '')
  })

test.prop([dates, fc.constantFrom('en' as const, 'ar' as const)])(
  'a date that was printed for people is read back as it was',
  (edtf, locale) => {
    const read = whenSaid(printWhen(locale, edtf))
    expect(read.ok && read.value.when.edtf).toBe(edtf)
  },
)

test.prop([fc.string({ unit: 'grapheme', maxLength: 40 })])(
  'whatever is written is read or refused',
  (words) => {
    const read = whenSaid(words)
    if (!read.ok) expect(read.detail).not.toBe('')
  },
)
