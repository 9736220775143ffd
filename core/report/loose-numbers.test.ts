import { test as prop, fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { looseNumbers, looseNumbersInTitle } from './loose-numbers.ts'

test.each([
  ['Between 5,000 and 13,000 people', ['5,000', '13,000']],
  ['بين ٥٬٠٠٠ و١٣٬٠٠٠ شخص', ['٥٬٠٠٠', '١٣٬٠٠٠']],
  ['۱۲۳ نفر', ['۱۲۳']],
  ['५० लोग', ['५०']],
  ['᠕᠐ and 𝟓𝟎 and ５０', ['᠕᠐', '𝟓𝟎', '５０']],
  ['half of 3½, see note²', ['3½', '²']],
  ['5 000 with a space that breaks is two', ['5', '000']],
  ['5\u202f000 with one that does not is one', ['5\u202f000']],
  ['a code like F03, a ratio like 1:2', ['03', '1', '2']],
  ['It ended in 3.', ['3']],
  ['Ⅻ taken, ⅻ more, 〇 and 〡', ['Ⅻ', 'ⅻ', '〇', '〡']],
  ['🔟 men, 💯 of them, at ㍘ in ㋀', ['🔟', '💯', '㍘', '㋀']],
])('finds the numbers of “%s”', (text, numbers) => {
  expect(looseNumbers(text)).toEqual(numbers)
})

test.each(['no number at all', '', 'Chapter IV, part c', 'several thousand, a dozen', 'لا رقم هنا'])(
  'finds none in “%s”',
  (text) => {
    expect(looseNumbers(text)).toEqual([])
  },
)

test('a title may name its years, and no other number', () => {
  expect(looseNumbersInTitle('A prison, 2011–2015')).toEqual([])
  expect(looseNumbersInTitle('سجن، ٢٠١١–٢٠١٥')).toEqual([])
  expect(looseNumbersInTitle('13,000 dead in 2015; 1300 more')).toEqual(['13,000', '1300'])
})

const digit = fc.constantFrom('0', '٣', '۷', '५', '๗', '၄', '߉', '𝟖', '４')

prop.prop([fc.string(), digit, fc.string()])(
  'no digit of any script hides in any text',
  (before, hidden, after) => {
    expect(looseNumbers(before + hidden + after).join('')).toContain(hidden)
  },
)
