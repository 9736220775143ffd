import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { derivedId, type PassageId } from '@corroborate/base'
import { blocksOf, isSameBlock, isWithin } from './blocks.ts'
import type { ReadTurn } from './segments.ts'

function turnAt(start: number, letters: number): ReadTurn {
  const words = 'a'.repeat(letters)
  return { speaker: 'W1', start, end: start + letters, spoken: start, direction: 'ltr', words, marks: [] }
}

const texts = fc.array(fc.integer({ min: 1, max: 6_000 }), { maxLength: 40 }).map((lengths) => {
  let start = 0
  return lengths.map((letters) => turnAt((start += letters) - letters, letters))
})

prop.prop([texts])(
  'every turn stands in one block, in the order of the text, and no block is empty',
  (turns) => {
    const blocks = blocksOf(turns)
    expect(blocks.flat()).toEqual(turns)
    expect(blocks.every(({ length }) => length > 0)).toBe(true)
  },
)

prop.prop([texts])('no block but the last holds less than two windows of words', (turns) => {
  const letters = blocksOf(turns).map((block) => block.reduce((sum, { words }) => sum + words.length, 0))
  expect(Math.min(Infinity, ...letters.slice(0, -1))).toBeGreaterThanOrEqual(2_500)
})

test('a mark changes the block in which it stands, and no other', () => {
  const turns = [turnAt(0, 3_000), turnAt(3_000, 3_000), turnAt(6_000, 3_000)]
  const id: PassageId = derivedId('passage', 'marked')
  const marked = turns.map((turn) =>
    turn.start === 3_000 ? { ...turn, marks: [{ id, start: 3_010, end: 3_020, opens: true }] } : turn,
  )
  const [before, after] = [blocksOf(turns), blocksOf(marked)]
  expect(before.map((block, at) => isSameBlock(block, after[at] ?? []))).toEqual([true, false, true])
})

prop.prop([texts])('every letter of a turn lies in one block', (turns) => {
  const blocks = blocksOf(turns)
  for (const { start, end } of turns)
    for (const letter of [start, end - 1])
      expect(blocks.filter((block) => isWithin(block, letter))).toHaveLength(1)
})
