import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { findSigns, signsOf } from './find-signs.ts'

/** Invented. */
const REGISTER = new Map([
  [signsOf('+963 11 555-1234'), ['⟦T1⟧']],
  [signsOf('ABC 1234'), ['⟦K1⟧']],
  [signsOf('Ali.H@Example.org'), ['⟦E1⟧']],
])
const found = (text: string) =>
  findSigns(text, REGISTER).map(({ start, end, tokens }) => [text.slice(start, end), ...tokens])

test.each([
  ['call +963115551234 now', '963115551234', '⟦T1⟧'],
  ['رقمه ٩٦٣-١١-٥٥٥-١٢٣٤.', '٩٦٣-١١-٥٥٥-١٢٣٤', '⟦T1⟧'],
  ['the car abc-1234,', 'abc-1234', '⟦K1⟧'],
  ['to ali.h@example.org.', 'ali.h@example.org', '⟦E1⟧'],
  ['𝐀𝐁𝐂 𝟏𝟐𝟑𝟒', '𝐀𝐁𝐂 𝟏𝟐𝟑𝟒', '⟦K1⟧'],
])('“%s” tells what is sealed', (text, exact, token) => {
  expect(found(text)).toEqual([[exact, token]])
})

test.each(['1963115551234', '9631155512345', 'xabc 1234', 'abc 12345', 'ABC\n1234'])(
  '“%s” is something else',
  (text) => {
    expect(found(text)).toEqual([])
  },
)

test('too few signs are looked up by nothing', () => {
  expect(['12', '7-9-3', '@'].map(signsOf)).toEqual(['', '', ''])
})

prop.prop([fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })])(
  'it is found wherever it stands by itself, in any text',
  (before, after) => {
    const text = `${before} — 963 11 555 1234 — ${after}`
    expect(found(text)).toContainEqual(['963 11 555 1234', '⟦T1⟧'])
  },
)
