import { expect, test } from 'vitest'
import { printWhen } from './print-when.ts'

test.each([
  ['2013', '2013', '٢٠١٣'],
  ['2013-05', 'May 2013', 'أيار ٢٠١٣'],
  ['2013-05-02', '2 May 2013', '٢ أيار ٢٠١٣'],
  ['2013-05-02T23:30', '2 May 2013, 23:30', '٢ أيار ٢٠١٣، ٢٣:٣٠'],
  ['2013-05~', 'about May 2013', 'نحو أيار ٢٠١٣'],
  ['2013?', '2013 (uncertain)', '٢٠١٣ (غير مؤكَّد)'],
  ['2013%', 'about 2013 (uncertain)', 'نحو ٢٠١٣ (غير مؤكَّد)'],
  ['2011-09/2015-12', 'September 2011 to December 2015', 'من أيلول ٢٠١١ إلى كانون الأول ٢٠١٥'],
  ['../2012', 'until 2012', 'حتى ٢٠١٢'],
  ['2012/..', 'from 2012 on', 'منذ ٢٠١٢'],
  ['/2012', 'from an unknown time to 2012', 'من وقت غير معروف إلى ٢٠١٢'],
  ['2012/', 'from 2012 to an unknown time', 'من ٢٠١٢ إلى وقت غير معروف'],
  ['../..', 'at an unknown time', 'في وقت غير معروف'],
  ['[2011..2013]', 'between 2011 and 2013', 'بين ٢٠١١ و٢٠١٣'],
  ['{2011..2013}', '2011 to 2013', 'من ٢٠١١ إلى ٢٠١٣'],
  ['[2011,2013,2015]', '2011, 2013 or 2015', '٢٠١١، ٢٠١٣ أو ٢٠١٥'],
  ['{2011,2013}', '2011 and 2013', '٢٠١١ و٢٠١٣'],
  ['[..2013]', '2013 or earlier', '٢٠١٣ أو قبل ذلك'],
  ['[2013..]', '2013 or later', '٢٠١٣ أو بعد ذلك'],
  ['2013-23', 'autumn 2013', 'خريف ٢٠١٣'],
  ['2013-24', 'winter 2013/2014', 'شتاء ٢٠١٣/٢٠١٤'],
  ['2013-34', 'April 2013 to June 2013', 'من نيسان ٢٠١٣ إلى حزيران ٢٠١٣'],
  ['201X', 'the 2010s', 'عقد ٢٠١٠'],
  ['20XX', 'between 2000 and 2099', 'بين ٢٠٠٠ و٢٠٩٩'],
  ['2013-XX', 'some month of 2013', 'شهر ما من عام ٢٠١٣'],
  ['2013-05-XX', 'some day in May 2013', 'يوم ما في أيار ٢٠١٣'],
  ['2013-05-1X', 'between 10 May 2013 and 19 May 2013', 'بين ١٠ أيار ٢٠١٣ و١٩ أيار ٢٠١٣'],
])('%s reads "%s" and "%s"', (edtf, english, arabic) => {
  expect(printWhen('en', edtf)).toBe(english)
  expect(printWhen('ar', edtf)).toBe(arabic)
})

test('Arabic names the months as the Levant does', () => {
  const months = Array.from({ length: 12 }, (_, at) =>
    printWhen('ar', `2013-${String(at + 1).padStart(2, '0')}`),
  )
  expect(months.map((text) => text.replace(' ٢٠١٣', ''))).toEqual([
    ...['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران'],
    ...['تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'],
  ])
})

test('throws on a text that is no time: it was parsed where it came in', () => {
  expect(() => printWhen('en', 'yesterday')).toThrow('not-edtf')
})
