import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { codePointLength, sliceCodePoints } from '../code-points.ts'
import type { SpokenTurn } from '../lay-turns.ts'
import { protectText } from './protect-text.ts'
import { protectTurn, wordsOfTurn } from './protect-turn.ts'

function turnOf(...words: readonly string[]): SpokenTurn {
  const piece = { paragraph: false, from: 0, to: 1, doubt: null }
  return { speaker: 'W1', pieces: words.map((one) => ({ ...piece, words: one })) }
}

const wordsIn = ({ pieces }: SpokenTurn) => pieces.map(({ words }) => words)

test.each([
  ['within a piece', ['I saw Ali there', 'at noon'], 6, 9, ['I saw ⟦W3⟧ there', 'at noon']],
  ['over two pieces', ['I saw Ali', 'Hasan there'], 6, 15, ['I saw ⟦W3⟧', ' there']],
  ['over three', ['Abu', 'Ali', 'Hasan came'], 0, 13, ['⟦W3⟧', '', ' came']],
  ['after letters of two units', ['𐌀𐌀 Ali', 'x'], 3, 6, ['𐌀𐌀 ⟦W3⟧', 'x']],
] as const)('a name %s leaves one token', (_where, words, start, end, after) => {
  const turn = valueOf(protectTurn(turnOf(...words), [{ start, end, token: '⟦W3⟧' }]))
  expect(wordsIn(turn)).toEqual(after)
})

test('what could not be told from a token is refused, where anything is replaced', () => {
  const turn = turnOf('⟦W1⟧ met Ali')
  expect(protectTurn(turn, [])).toMatchObject({ ok: true, value: turn })
  expect(protectTurn(turn, [{ start: 9, end: 12, token: '⟦W3⟧' }])).toMatchObject({ reason: 'token-in-text' })
})

const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'ب', '𐌀', ' '), maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
})

prop.prop([pieces, fc.nat(), fc.nat()])(
  'but for spaces a turn says what protecting its words says',
  (words, a, b) => {
    const turn = turnOf(...words)
    const all = wordsOfTurn(turn)
    const length = codePointLength(all)
    fc.pre(length > 0)
    const start = a % length
    const replacement = { start, end: start + 1 + (b % (length - start)), token: '⟦W3⟧' }
    fc.pre(sliceCodePoints(all, replacement.start, replacement.end).trim() !== '')
    const plain = (text: string) => text.replaceAll(/\s/g, '')
    // A stretch that begins between two pieces belongs to the one after it.
    fc.pre(!/^\s/.test(sliceCodePoints(all, replacement.start, replacement.end)))
    expect(plain(wordsOfTurn(valueOf(protectTurn(turn, [replacement]))))).toBe(
      plain(valueOf(protectText(all, [replacement])).working),
    )
  },
)
