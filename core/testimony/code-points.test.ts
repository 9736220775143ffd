import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { codePointLength, indexText, sliceCodePoints } from './code-points.ts'
import { contents } from './testing/texts.ts'

test('a dove is one, a family is three, a flag is two, a letter with its vowel is two', () => {
  expect(['🕊', '👩‍👧', '🇸🇾', 'سِ', ''].map(codePointLength)).toEqual([1, 3, 2, 2, 0])
})

test('slices by code points, the end excluded', () => {
  expect(sliceCodePoints('🕊قال🕊نعم', 1, 4)).toBe('قال')
  expect(sliceCodePoints('🕊قال🕊نعم', 4, 5)).toBe('🕊')
})

test('a slice is clamped to the text', () => {
  expect(sliceCodePoints('🕊ab', -5, 99)).toBe('🕊ab')
  expect(sliceCodePoints('ab', 2, 9)).toBe('')
})

const at = fc.nat({ max: 60 })

prop.prop([contents, at, at])('slices as an array of code points would', (text, start, end) => {
  expect(indexText(text).slice(start, end)).toBe(Array.from(text).slice(start, end).join(''))
})

prop.prop([contents])('length is the number of code points', (text) => {
  expect(codePointLength(text)).toBe(Array.from(text).length)
})

prop.prop([contents])('from code point to unit and back is the same place', (text) => {
  const index = indexText(text)
  for (let point = 0; point <= index.length; point++)
    expect(index.codePointAt(index.unitAt(point))).toBe(point)
})

test('the second half of a pair belongs to its code point', () => {
  expect(indexText('a🕊b').codePointAt(2)).toBe(1)
})
