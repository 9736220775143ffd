import { test as prop, fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { sliceCodePoints } from './code-points.ts'
import { freezeText } from './freeze-text.ts'
import { layTurns, type SpokenPiece, type SpokenTurn } from './lay-turns.ts'
import { rawTexts } from './testing/texts.ts'
import { turnsOf } from './turns-of.ts'

const piece = (words: string, more: Partial<SpokenPiece> = {}): SpokenPiece => ({
  ...{ words, paragraph: false, from: null, to: null, doubt: null },
  ...more,
})

test('a turn begins with its label, an empty line stands between two, and pieces keep their place in the recording', () => {
  const { content, turns } = layTurns([
    { speaker: null, pieces: [piece('Held remotely.')] },
    {
      speaker: 'W3',
      pieces: [
        piece('ليلاً 🕊', { from: 1000, to: 2000 }),
        piece('then', { paragraph: true, from: 2000, to: 3000 }),
      ],
    },
    { speaker: 'I', pieces: [piece(' ')] },
  ])
  expect(content).toBe('Held remotely.\n\nW3: ليلاً 🕊\nthen')
  expect(turns).toEqual([
    { speaker: null, start: 0, end: 14, direction: 'ltr' },
    {
      speaker: 'W3',
      start: 16,
      end: 32,
      direction: 'rtl',
      pieces: [
        { start: 20, end: 27, from: 1000, to: 2000, doubt: null },
        { start: 28, end: 32, from: 2000, to: 3000, doubt: null },
      ],
    },
  ])
})

const spoken: fc.Arbitrary<readonly SpokenTurn[]> = fc.array(
  fc.record({
    speaker: fc.option(fc.constantFrom('W3', 'ش٣', '\ufeffI')),
    pieces: fc.array(
      fc.record({
        ...{ words: rawTexts, paragraph: fc.boolean(), from: fc.option(fc.nat()) },
        ...{ to: fc.option(fc.nat()), doubt: fc.constant(null) },
      }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 5 },
)

prop.prop([spoken])('what is laid is frozen, and every piece stands where it is said to', (said) => {
  const { content, turns } = layTurns(said)
  expect(freezeText(content).content).toBe(content)
  const kept = turns.flatMap(({ pieces = [] }) =>
    pieces.map(({ start, end }) => sliceCodePoints(content, start, end)),
  )
  for (const words of kept) expect(words.trim()).toBe(words)
  for (const { speaker, start, end } of turns)
    expect(sliceCodePoints(content, start, end).startsWith(speaker === null ? '' : `${speaker}: `)).toBe(true)
})

test('labels that are laid are found again by their lines', () => {
  const { content, turns } = layTurns([
    { speaker: 'I', pieces: [piece('When?')] },
    { speaker: 'W3', pieces: [piece('At night.'), piece('Twice.', { paragraph: true })] },
  ])
  expect(turnsOf(content, ['I', 'W3'])).toEqual(
    turns.map(({ speaker, start, end }) => ({ speaker, start, end })),
  )
})
