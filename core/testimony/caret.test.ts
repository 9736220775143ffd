import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { caretWalk, chosenBy, type Caret, type CaretMove } from './caret.ts'
import { sliceCodePoints } from './code-points.ts'
import type { Stretch } from './make-passage.ts'

/** Turns are the lines. */
function walked(content: string) {
  let at = 0
  const turns: Stretch[] = []
  for (const line of content.split('\n')) {
    const length = Array.from(line).length
    if (line.trim() !== '') turns.push({ start: at, end: at + length })
    at += length + 1
  }
  const walk = caretWalk(content, turns)
  const words = (caret: Caret | null) => {
    if (caret === null) return null
    const { start, end } = chosenBy(caret)
    return sliceCodePoints(content, start, end)
  }
  return { walk, words }
}

function after(content: string, ...moves: readonly string[]): string | null {
  const { walk, words } = walked(content)
  return words(moves.reduce<Caret | null>((caret, move) => walk.move(caret, moveOf(move)), null))
}

/** `word`, `-word`, `+word`, `+-word`: on, back, and with the choice kept. */
function moveOf(text: string): CaretMove {
  const unit = text.replace(/^[+-]*/, '')
  if (unit !== 'word' && unit !== 'sentence' && unit !== 'turn') throw new Error(text)
  return { unit, forward: !text.includes('-'), extend: text.startsWith('+') }
}

describe('a caret walks', () => {
  test('by words, across stops and turns, and stays at the ends', () => {
    expect(after('One, two.\nThree', 'word')).toBe('One')
    expect(after('One, two.\nThree', 'word', 'word')).toBe('two')
    expect(after('One, two.\nThree', 'word', 'word', 'word', 'word')).toBe('Three')
    expect(after('One, two.\nThree', '-word', '-word')).toBe('two')
  })

  test('by sentences and turns, with their stops', () => {
    expect(after('We came. They left!\nNo.', 'sentence', 'sentence')).toBe('They left!')
    expect(after('We came. They left!\nNo.', 'turn')).toBe('We came. They left!')
    expect(after('رأيتُهم. هل كانوا عشرين؟ نعم', 'sentence', 'sentence')).toBe('هل كانوا عشرين؟')
  })

  test('keeping what is chosen, and less of it on the way back', () => {
    expect(after('one two three four', 'word', '+word', '+word')).toBe('one two three')
    expect(after('one two three four', 'word', '+word', '+word', '+-word')).toBe('one two')
    expect(after('one two three four', 'word', 'word', '+-word')).toBe('one two')
    expect(after('One two. Three four.', 'word', '+sentence')).toBe('One two. Three four.')
  })

  test('over Arabic words with their vowel signs, and over characters beyond the first plane', () => {
    expect(after('كُنّا عِشْرِينَ رَجُلًا', 'word', 'word')).toBe('عِشْرِينَ')
    expect(after('😀 𝒜men 20', 'word')).toBe('😀')
    expect(after('😀 𝒜men 20', 'word', 'word')).toBe('𝒜men')
    expect(after('😀 𝒜men 20', 'word', 'word', 'word')).toBe('20')
  })
})

test('what a pointer chose is widened to whole words, and keeps a stop that it reached', () => {
  const { walk } = walked('We saw twenty men.\nNo more')
  const words = (start: number, end: number) => {
    const found = walk.whole({ start, end })
    return found && sliceCodePoints('We saw twenty men.\nNo more', found.start, found.end)
  }
  expect(words(4, 9)).toBe('saw twenty')
  expect(words(6, 14)).toBe('twenty')
  expect(words(14, 18)).toBe('men.')
  expect(words(15, 21)).toBe('men.\nNo')
  expect(words(2, 3)).toBeNull()
})

const letters = fc.constantFrom('a', 'b', ' ', '.', '\n', 'م', 'ُ', 'ن', '😀', '𝒜', '\u200d', '٣')
const moves = fc.record({
  unit: fc.constantFrom('word', 'sentence', 'turn'),
  forward: fc.boolean(),
  extend: fc.boolean(),
})

property.prop([
  fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
  fc.array(moves, { maxLength: 20 }),
])(
  'wherever it walks, it stands on whole code points inside the text, and never on nothing',
  (content, steps) => {
    const { walk, words } = walked(content)
    let caret: Caret | null = null
    for (const step of steps) {
      caret = walk.move(caret, step)
      expect(words(caret)?.isWellFormed() ?? true).toBe(true)
      expect(words(caret)?.trim()).not.toBe('')
    }
  },
)
