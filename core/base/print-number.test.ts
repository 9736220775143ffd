import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { printNumber, printRange } from './print-number.ts'

test.each([
  [5376, undefined, '5,376', '٥٬٣٧٦'],
  [0, undefined, '0', '٠'],
  [999, undefined, '999', '٩٩٩'],
  [13540000, undefined, '13,540,000', '١٣٬٥٤٠٬٠٠٠'],
  [1.5, undefined, '1.5', '١٫٥'],
  [1234.5, 2, '1,234.50', '١٬٢٣٤٫٥٠'],
  [0.1 + 0.2, undefined, '0.3', '٠٫٣'],
  [12.9, 0, '13', '١٣'],
  [-1200, undefined, '−1,200', '−١٬٢٠٠'],
  [-0.001, 1, '0.0', '٠٫٠'],
])('%d with %s decimals reads %s and %s', (number, digits, english, arabic) => {
  expect(printNumber('en', number, digits)).toBe(english)
  expect(printNumber('ar', number, digits)).toBe(arabic)
})

test.each([Number.NaN, Infinity, -Infinity])('never prints %d', (number) => {
  expect(() => printNumber('en', number)).toThrow('not a number')
})

test('a range reads from its smaller end', () => {
  expect(printRange('en', { min: 5000, max: 13000 })).toBe('5,000 to 13,000')
  expect(printRange('ar', { min: 5000, max: 13000 })).toBe('من ٥٬٠٠٠ إلى ١٣٬٠٠٠')
})

test('a range whose ends print alike is printed once', () => {
  expect(printRange('en', { min: 44, max: 44 })).toBe('44')
  expect(printRange('ar', { min: 44, max: 44 })).toBe('٤٤')
  expect(printRange('en', { min: 1.2, max: 1.4 }, 0)).toBe('1')
})

prop.prop([fc.integer({ min: -1e15, max: 1e15 })])(
  'a whole number comes back when its commas go',
  (number) => {
    expect(Number(printNumber('en', number).replaceAll(',', '').replace('−', '-'))).toBe(
      number === 0 ? 0 : number,
    )
  },
)

prop.prop([fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })])(
  'Arabic says the same digits as English',
  (number) => {
    const digits = '٠١٢٣٤٥٦٧٨٩'
    const latin = Array.from(printNumber('ar', number), (sign) =>
      digits.includes(sign) ? String(digits.indexOf(sign)) : sign === '٬' ? ',' : sign === '٫' ? '.' : sign,
    ).join('')
    expect(latin).toBe(printNumber('en', number))
  },
)
