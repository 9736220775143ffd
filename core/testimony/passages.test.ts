import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { codePointLength } from './code-points.ts'
import { findPassage } from './find-passage.ts'
import { makePassage } from './make-passage.ts'
import { verifyPassage, verifyText } from './verify-passage.ts'
import { contents, NAME, textOf } from './testing/texts.ts'

/** A text and a stretch of it that is not empty. */
const stretches = contents
  .filter((content) => codePointLength(content) > 0)
  .chain((content) =>
    fc.tuple(fc.nat({ max: codePointLength(content) - 1 }), fc.nat()).map(([start, more]) => ({
      text: textOf(content),
      start,
      end: start + 1 + (more % (codePointLength(content) - start)),
    })),
  )

test('a passage keeps its exact words and 32 code points of what stands around them', () => {
  const text = textOf(`${'🕊'.repeat(40)}قال نعم${'ب'.repeat(40)}`)
  expect(valueOf(makePassage(text, { start: 40, end: 47 }, NAME))).toEqual({
    ...NAME,
    text: text.id,
    sha256: text.sha256,
    start: 40,
    end: 47,
    exact: 'قال نعم',
    prefix: '🕊'.repeat(32),
    suffix: 'ب'.repeat(32),
  })
})

test.each([
  [0, 4, 'out-of-range'],
  [-1, 2, 'out-of-range'],
  [2, 1, 'out-of-range'],
  [0.5, 2, 'out-of-range'],
  [Number.NaN, 2, 'out-of-range'],
  [1, 1, 'empty'],
])('refuses the stretch from %d to %d of three characters: %s', (start, end, reason) => {
  expect(makePassage(textOf('نعم'), { start, end }, NAME)).toMatchObject({ ok: false, reason })
})

prop.prop([stretches])('what was made verifies, and is found again by its words and surroundings', (what) => {
  const passage = valueOf(makePassage(what.text, what, NAME))
  expect(verifyPassage(what.text, passage).ok).toBe(true)
  const found = findPassage(what.text, passage)
  if (found.ok) expect(found.value).toEqual({ start: what.start, end: what.end })
  else expect(found.reason).toBe('ambiguous')
})

prop.prop([stretches, fc.constantFrom(-1, 1)])(
  'a passage moved by one place no longer verifies',
  (what, by) => {
    const passage = valueOf(makePassage(what.text, what, NAME))
    const moved = { ...passage, start: passage.start + by, end: passage.end + by }
    const there = makePassage(what.text, moved, NAME)
    fc.pre(!there.ok || there.value.exact !== passage.exact)
    expect(verifyPassage(what.text, moved)).toMatchObject({ ok: false, reason: 'words-differ' })
  },
)

test('a passage of another version of the text does not verify', () => {
  const passage = valueOf(makePassage(textOf('قال نعم'), { start: 0, end: 3 }, NAME))
  expect(verifyPassage(textOf('قال نعم', 2), passage)).toMatchObject({ reason: 'other-text' })
  expect(verifyPassage(textOf('قال لا'), passage)).toMatchObject({ reason: 'other-text' })
})

test('changed words, changed surroundings and no words do not verify', () => {
  const text = textOf('قال نعم ثم سكت')
  const passage = valueOf(makePassage(text, { start: 4, end: 7 }, NAME))
  for (const wrong of [{ exact: 'لا!' }, { exact: '', end: 4 }, { prefix: 'قيل ' }, { suffix: ' لم' }])
    expect(verifyPassage(text, { ...passage, ...wrong })).toMatchObject({ reason: 'words-differ' })
})

test('a text that was edited after it was frozen is found out', () => {
  const text = textOf('between 20 and 50')
  expect(verifyText(text).ok).toBe(true)
  expect(verifyText({ ...text, content: 'between 20 and 60' })).toMatchObject({ reason: 'text-changed' })
})

test('words are found in code points, after characters outside the basic plane', () => {
  expect(findPassage(textOf('🕊🕊 قال نعم'), { exact: 'نعم' })).toEqual({
    ok: true,
    value: { start: 7, end: 10 },
  })
})

test('words are normalised as the text was before they are looked for', () => {
  expect(findPassage(textOf('un café\nnoir'), { exact: 'cafe\u0301\r\nnoir' })).toMatchObject({
    value: { start: 3 },
  })
})

test('no vowel sign is forgiven: other words are other words', () => {
  expect(findPassage(textOf('كَتَبَ'), { exact: 'كتب' })).toMatchObject({ ok: false, reason: 'not-found' })
  expect(findPassage(textOf('نعم'), { exact: '' })).toMatchObject({ ok: false, reason: 'not-found' })
})

test('words that stand twice are ambiguous until their surroundings tell them apart', () => {
  const text = textOf('Q: in 2012? yes. Q: in 2013? yes.')
  expect(findPassage(text, { exact: 'yes' })).toMatchObject({ ok: false, reason: 'ambiguous' })
  expect(findPassage(text, { exact: 'yes', prefix: '2013? ' })).toMatchObject({
    value: { start: 29, end: 32 },
  })
  expect(findPassage(text, { exact: 'yes', suffix: '. Q' })).toMatchObject({ value: { start: 12 } })
  expect(findPassage(textOf('ababa'), { exact: 'aba' })).toMatchObject({ reason: 'ambiguous' })
})
