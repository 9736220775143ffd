import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { freezeText } from '../freeze-text.ts'
import { namesBack, namesKnown, tokensIn, type OriginalWords } from './original-words.ts'
import { protectText, restoreText } from './protect-text.ts'

/** Invented. */
const WORKING = 'W1: 𐌀 ⟦B7⟧ met ⟦B8⟧. Then ⟦B7⟧ left.'
const KEPT: OriginalWords = {
  sha256: freezeText(WORKING).sha256,
  tokens: [
    { token: '⟦B7⟧', words: 'Salma Nasser' },
    { token: '⟦B8⟧', words: 'Omar' },
    { token: '⟦B7⟧', words: 'سلمى ناصر' },
  ],
  speakers: [{ token: 'W1', words: 'Karim' }],
}

const asVersion = (version: number, content: string) => ({
  ...{ content, version, sha256: freezeText(content).sha256 },
})
const restored = (version: number, content: string) =>
  restoreText({ working: content, alignment: valueOf(namesBack(asVersion(version, content), KEPT)) })

test('each token is what stood there, in the spelling in which it stood there', () => {
  expect(restored(1, WORKING)).toMatchObject({ value: 'W1: 𐌀 Salma Nasser met Omar. Then سلمى ناصر left.' })
})

test('a first version that is another text is refused: what was kept of one is shown in no other', () => {
  const other = asVersion(1, WORKING.replace('met', 'killed'))
  expect(namesBack(other, KEPT)).toMatchObject({ ok: false, reason: 'does-not-fit' })
})

test.each([
  [
    'corrected words around them leave them as they were',
    WORKING.replace('left', 'stayed'),
    'سلمى ناصر stayed',
  ],
  ['where one was taken out, each is what it stood for first', 'W1: ⟦B7⟧ left.', 'Salma Nasser left'],
  ['one that was not there before stays a token', `${WORKING} ⟦B9⟧ came.`, '⟦B9⟧ came'],
])('in a later version, %s', (_what, content, words) => {
  expect(restored(2, content)).toMatchObject({ value: expect.stringContaining(words) as string })
})

test('who was met in several texts is known under one token, in every spelling and as a speaker too', () => {
  const later = {
    ...KEPT,
    tokens: [
      { token: '⟦W1⟧', words: 'Karim H.' },
      { token: '⟦B8⟧', words: '⟦B8⟧' },
    ],
  }
  expect(namesKnown([KEPT, { ...later, speakers: [{ token: 'the driver', words: 'Rana' }] }])).toEqual([
    { token: '⟦B7⟧', spellings: ['Salma Nasser', 'سلمى ناصر'] },
    { token: '⟦B8⟧', spellings: ['Omar'] },
    { token: '⟦W1⟧', spellings: ['Karim', 'Karim H.'] },
  ])
})

const words = fc.string({ unit: fc.constantFrom('a', 'ب', '𐌀', ' ', '.'), minLength: 1, maxLength: 6 })

prop.prop([fc.array(fc.tuple(words, words, fc.integer({ min: 1, max: 3 })), { maxLength: 8 })])(
  'whatever was replaced comes back',
  (parts) => {
    const original = parts.map(([before, name]) => before + name).join('')
    let at = 0
    const replaced = parts.map(([before, name, number]) => {
      const start = at + Array.from(before).length
      at = start + Array.from(name).length
      return { start, end: at, token: `⟦P${number}⟧`, words: name }
    })
    const { working } = valueOf(protectText(original, replaced))
    const sha256 = freezeText(working).sha256
    const tokens = replaced.map(({ token, words: name }) => ({ token, words: name }))
    const alignment = valueOf(
      namesBack({ content: working, sha256, version: 1 }, { sha256, tokens, speakers: [] }),
    )
    expect(tokensIn(working)).toHaveLength(parts.length)
    expect(restoreText({ working, alignment })).toEqual({ ok: true, value: original })
  },
)
