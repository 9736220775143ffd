import { test as property, fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { blankWords } from './blank-words.ts'
import { codePointLength } from './code-points.ts'

test('nothing is left but where words ended', () => {
  expect(blankWords('W1: رأيتُ ١٢ رجلًا.\n')).toBe('███ █████ ██ ██████\n')
})

property.prop([fc.string({ unit: 'binary' })])('no code point is gained or lost', (words) => {
  expect(codePointLength(blankWords(words))).toBe(codePointLength(words))
})
