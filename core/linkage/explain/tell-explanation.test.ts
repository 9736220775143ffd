import { expect, test } from 'vitest'
import { LOCALES } from '@corroborate/base'
import { isKey } from '@corroborate/words'
import { CHAIN_LEVELS } from '../names/compare-chains.ts'
import { PLACE_LEVELS } from '../compare/place-comparer.ts'
import { NAME_LEVELS } from '../names/compare-names.ts'
import { PART_LEVELS } from '../names/compare-parts.ts'
import { NORMALISE_STEPS } from '../names/letters.ts'
import { ROLES } from '../names/name-part.ts'
import { PARTICLES } from '../names/particles.ts'
import { inventedExplanation } from './testing/invented-explanation.ts'
import { tellExplanation } from './tell-explanation.ts'
import { printBits, shareInWords, timesInWords } from './words-of-linkage.ts'

test.each([
  ['level', [PART_LEVELS, CHAIN_LEVELS, NAME_LEVELS, PLACE_LEVELS].flat()],
  ['step', NORMALISE_STEPS],
  ['particle', PARTICLES],
  ['part', ROLES],
] as const)('every %s has words in both languages', (kind, terms) => {
  for (const term of terms) expect(isKey(`linkage.${kind}.${term}`), term).toBe(true)
})

test('every level that the run compares by has words', () => {
  for (const { levels } of inventedExplanation().model.comparisons)
    for (const { level } of levels) expect(isKey(`linkage.level.${level}`), level).toBe(true)
})

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const told = (locale: 'en' | 'ar') => tellExplanation(locale, inventedExplanation().explanation).map(plain)

test('tells every part of a pair, and that it is a proposal', () => {
  const lines = told('en')
  expect(lines[0]).toBe('A, row 1 and B, row 1: why this is proposed, or not.')
  expect(lines).toContainEqual(
    expect.stringMatching(/^Before anything is compared, .* of all pairs are held/),
  )
  expect(lines).toContain('age: says nothing, because one record has no value. It weighs 0 bits.')
  expect(lines).toContainEqual(
    expect.stringMatching(/^born: the same\. So it is in .* times likelier if both are one person: \+/),
  )
  expect(lines).toContainEqual(expect.stringMatching(/^This value is (rarer|commoner|as common)/))
  expect(lines).toContainEqual(expect.stringMatching(/^Together \+?.* bits/))
  expect(lines.at(-1)).toBe(
    'This is a proposal of the machine and proves nothing. Whether both records are one person is for people to judge.',
  )
})

test('tells what names may not say, in both languages', () => {
  const explanation = { ...inventedExplanation().explanation, names: { upTo: 0.9, bits: 12.34 } }
  expect(tellExplanation('en', explanation).map(plain)).toContain(
    'Somebody else may bear the same names, however rare: together with what was held before, names count for no more than 90 %. Not counted: −12.3 bits.',
  )
  expect(tellExplanation('ar', explanation)).toHaveLength(tellExplanation('en', explanation).length)
})

test('shows what was done to the words, and keeps them as they came', () => {
  expect(told('en').join('\n')).toContain(
    '“Beit Sahour”, compared as “beitsahour” (capitals as small letters, spaces tidied or left out',
  )
})

test('in Arabic everything but what the lists say is Arabic', () => {
  const { explanation } = inventedExplanation()
  const own = tellExplanation('ar', explanation)
    .map((line) => line.replace(/\u2068[^\u2069]*\u2069/g, ''))
    .join('\n')
  expect(own).not.toMatch(/[A-Za-z0-9]/)
  expect(told('ar')).toHaveLength(told('en').length)
})

test.each(LOCALES)('in %s no sentence says that anything is proven or certain', (locale) => {
  const lines = told(locale).slice(0, -1).join('\n')
  expect(lines).not.toMatch(/prove|certain|surely|is the same person|أثبت|مؤكد|قطع[ًاي]/i)
})

test.each([
  [0.5, '50 %'],
  [0.034, '3.4 %'],
  [0.9997, '99.97 %'],
  [0.00001, '0.001 %'],
  [1e-9, 'under 0.0001 %'],
  [1 - 1e-9, 'over 99.9999 %'],
])('a share of %d is told as %s', (share, text) => {
  expect(shareInWords('en', share)).toBe(text)
})

test.each([
  [0.01, 'as likely whether both are one person or not'],
  [1, '2 times likelier if both are one person'],
  [-5.1, '34 times less likely if both are one person'],
  [12.3, '5,000 times likelier if both are one person'],
  [40, 'over 1,000,000 times likelier if both are one person'],
])('%d bits mean: %s', (bits, text) => {
  expect(timesInWords('en', bits)).toBe(text)
})

test('bits have their sign, and none when they are nothing', () => {
  expect([3.25, -0.04, -2].map((bits) => printBits('en', bits))).toEqual(['+3.3', '0.0', '\u22122.0'])
  expect(printBits('ar', -2)).toBe('\u2212٢٫٠')
})
