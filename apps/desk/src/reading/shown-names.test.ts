import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { freezeText, type OriginalWords } from '@corroborate/testimony'
import { originalIn, originalText } from '../texts/original-said.ts'
import { namedPieces, shownNames } from './shown-names.ts'

/** Invented. */
const CONTENT = 'W1: 𐌀 ⟦B7⟧ met ⟦B8⟧.'
const { sha256 } = freezeText(CONTENT)
const ORIGINAL: OriginalWords = {
  sha256,
  tokens: [
    { token: '⟦B7⟧', words: 'Salma' },
    { token: '⟦B8⟧', words: '⟦B8⟧' },
  ],
  speakers: [{ token: 'W1', words: 'Karim' }],
}
const text = { content: CONTENT, sha256, version: 1 }

test('a name stands beside the words and not among them: joined, they are the working text, whatever is shown', () => {
  const pieces = namedPieces(CONTENT, 0, valueOf(shownNames(text, ORIGINAL)))
  expect(pieces.map(({ words }) => words).join('')).toBe(CONTENT)
  expect(pieces.filter(({ name }) => name !== null)).toEqual([{ words: '⟦B7⟧', name: 'Salma' }])
})

test('a stretch knows its own place: the same words elsewhere have another name, or none', () => {
  const names = valueOf(shownNames(text, ORIGINAL))
  expect(namedPieces('⟦B7⟧ met', 6, names)[0]).toEqual({ words: '⟦B7⟧', name: 'Salma' })
  expect(namedPieces('⟦B7⟧ met', 0, names)).toEqual([{ words: '⟦B7⟧ met', name: null }])
  expect(names.speakers.get('W1')).toBe('Karim')
})

test('what was kept of one text is shown in no other', () => {
  const other = { content: 'W1: ⟦B7⟧ killed ⟦B8⟧.', sha256: 'other', version: 1 }
  expect(shownNames(other, ORIGINAL)).toMatchObject({ ok: false, reason: 'does-not-fit' })
})

test('what is sealed of a text is read as it was written, and nonsense is not read', () => {
  expect(originalIn(originalText(ORIGINAL))).toEqual(ORIGINAL)
  for (const nonsense of ['', '[]', '{"sha256":"a","tokens":[["x"]],"speakers":[]}', '{"sha256":1}'])
    expect(originalIn(nonsense)).toBeNull()
})
