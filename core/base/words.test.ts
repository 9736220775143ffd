import { expect, test } from 'vitest'
import { directionOf, languageOf, wordsIn } from './words.ts'
import { never, ok, refuse, valueOf } from './outcome.ts'

test('gives the language asked for, or else the language there is, and says which', () => {
  expect(wordsIn('ar', { en: 'Prison', ar: 'سجن' })).toBe('سجن')
  expect(wordsIn('ar', { en: 'Prison' })).toBe('Prison')
  expect(languageOf('ar', { en: 'Prison' })).toBe('en')
  expect(wordsIn('en', { ar: 'سجن' })).toBe('سجن')
  expect(languageOf('en', { ar: 'سجن' })).toBe('ar')
})

test.each([
  ['ar', 'rtl'],
  ['ar-SY', 'rtl'],
  ['ckb', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
  ['arn', 'ltr'],
  ['fr', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

test('an outcome is a value or a refusal in words', () => {
  expect(valueOf(ok(3))).toBe(3)
  expect(() => valueOf(refuse('too-many', 'expected 3, found 4'))).toThrow('too-many: expected 3, found 4')
})

test('a branch that no value can reach throws when one does', () => {
  expect(() => never('surprise' as never)).toThrow('surprise')
})
