import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { respelled, spelling, squeezed } from './respelled.ts'

test('a spelling is met where an earlier one brought the letters it needs', () => {
  const spellings = [spelling(/x/g, 'ks', 'x'), spelling(/ks/g, 'j', 'ks')]
  expect(respelled('alex', spellings)).toBe('alej')
})

const word = fc.string({ unit: fc.constantFrom('a', 'c', 'd', 'h', 'k', 's', ' ', 'ح'), maxLength: 12 })

test.prop([word])('letters that a spelling needs spare a search and change nothing', (text) => {
  const ways = [
    [/kh/g, 'k', 'kh'],
    [/ch(?=[dk])/g, 'k', 'ch'],
    [/dk/g, 'hd', 'dk'],
    [/h$/g, 's', 'h'],
  ] as const
  const searched = ways.reduce((left, [written, sound]) => left.replace(written, sound), text)
  expect(
    respelled(
      text,
      ways.map(([written, sound, needs]) => spelling(written, sound, needs)),
    ),
  ).toBe(searched)
})

test.prop([word])('of a run of one letter one is left', (text) => {
  expect(squeezed(text)).toBe(text.replace(/(.)\1+/gu, '$1'))
})
