import { expect, test } from 'vitest'
import { excerptOf } from './marked-words.ts'

const forms = new Map([
  [1, 'led'],
  [2, 'out'],
])
const phrase = { all: [{ kind: 'phrase', of: [[1], [2]] }], none: [] } as const

test('only the words of the phrase are marked, and not each of them wherever it stands', () => {
  const { pieces, first } = excerptOf('He led us. They were led out at night.', phrase, forms)
  expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['led', 'out'])
  expect(pieces.map(({ text }) => text).join('')).toBe('He led us. They were led out at night.')
  expect(first).toEqual({ start: 21, end: 28 })
})

test('of a long turn the words around are shown, and that there are more', () => {
  const { pieces } = excerptOf(`${'before '.repeat(50)}led out ${'after '.repeat(50)}`, phrase, forms)
  const shown = pieces.map(({ text }) => text).join('')
  expect(shown.length).toBeLessThan(300)
  expect(shown).toMatch(/^… before .* led out after .* …$/)
})
