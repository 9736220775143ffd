import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { numberAt } from './numbers.ts'
import { tokensOf } from './tokens.ts'

const read = (text: string) => numberAt(tokensOf(text), 0)

test.each([
  ['twenty-five', 25, 3],
  ['two hundred and fifty people', 250, 4],
  ['three thousand two hundred', 3200, 4],
  ['a hundred', 100, 2],
  ['half a dozen', 6, 3],
  ['two dozen', 24, 2],
  ['1,000', 1000, 1],
  ['٥٠', 50, 1],
  ['۵۰', 50, 1],
  ['٣ آلاف', 3000, 2],
  ['خمسة وعشرين', 25, 2],
  ['خمسةٌ وعشرون', 25, 2],
  ['مئة وخمسين شخصا', 150, 2],
  ['مئة وخمسة وعشرين', 125, 3],
  ['ثلاث مئة', 300, 2],
  ['ثلاثة آلاف ومئتين', 3200, 3],
  ['ألفين وثلاثة عشر', 2013, 3],
  ['خمسة عشر', 15, 2],
  ['طنعش', 12, 1],
])('%s is %i', (text, value, length) => {
  expect(read(text)).toEqual({ value, length })
})

test.each(['the five', 'العشرة', 'people', '2.5', 'عشرات', ''])('"%s" is no number', (text) => {
  expect(read(text)).toBeNull()
})

test.each([
  ['twenty thirty', 20],
  ['خمسة ستة', 5],
  ['عشرين ثلاثين', 20],
])('%s are two numbers', (text, value) => {
  expect(read(text)).toEqual({ value, length: 1 })
})

test.prop([fc.integer({ min: 0, max: 999_999_999 })])('digits of every script are the number', (number) => {
  const arabic = String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
  expect(read(arabic)).toEqual({ value: number, length: 1 })
})
