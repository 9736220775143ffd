import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { markDifferences, type Stretch } from './mark-differences.ts'

const textOf = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('')
const apart = (stretches: readonly Stretch[]) =>
  stretches.filter(({ shared }) => !shared).map(({ text }) => text)

test('marks the letters that only one of two names has', () => {
  const { how, left, right } = markDifferences('حسن علي', 'حسين علي')
  expect(how).toBe('differs')
  expect(apart(left)).toEqual([])
  expect(apart(right)).toEqual(['ي'])
})

test('hamza, capitals and marks are another way of writing, not a difference', () => {
  expect(markDifferences('أحمد', 'احمد').how).toBe('written-otherwise')
  expect(markDifferences('KARIM  Haddad', 'Karim Haddad').how).toBe('written-otherwise')
  expect(apart(markDifferences('أحمد سالم', 'احمد سليم').left)).toEqual(['ا'])
})

test('two scripts are not marked letter by letter', () => {
  expect(markDifferences('سمير حداد', 'Samir Haddad').how).toBe('other-script')
})

test('a record that says nothing marks nothing', () => {
  expect(markDifferences(null, 'Samir')).toEqual({
    how: 'silent',
    left: [],
    right: [{ text: 'Samir', shared: true }],
  })
})

test('a text too long to be aligned is marked whole', () => {
  expect(apart(markDifferences('a'.repeat(201), 'b').left)).toEqual(['a'.repeat(201)])
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('ا', 'ب', 'س', 'ح', 'ن', ' ', 'أ', 'ة') }),
)

test.prop([text, text])('loses nothing of either text, and does not care which stands first', (a, b) => {
  const marked = markDifferences(a, b)
  expect([textOf(marked.left), textOf(marked.right)]).toEqual([a, b])
  expect(markDifferences(b, a).how).toBe(marked.how)
})
