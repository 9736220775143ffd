import { expect, test } from 'vitest'
import { isolated } from './isolated.ts'

test('a Latin name in an Arabic sentence stands apart from it', () => {
  expect(isolated('rtl', 'A. Reviewer')).toBe('\u2068A. Reviewer\u2069')
})

test('Arabic-Indic digits stand apart in both directions', () => {
  expect(isolated('rtl', '٢')).toBe('\u2068٢\u2069')
  expect(isolated('ltr', '٢')).toBe('\u2068٢\u2069')
})

test('what runs with its sentence gets no sign', () => {
  expect(isolated('ltr', 'A. Reviewer 12')).toBe('A. Reviewer 12')
  expect(isolated('rtl', 'مراجعة')).toBe('مراجعة')
})
