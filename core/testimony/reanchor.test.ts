import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { codePointLength, sliceCodePoints } from './code-points.ts'
import { findPassage } from './find-passage.ts'
import { makePassage } from './make-passage.ts'
import { reanchor } from './reanchor.ts'
import { verifyPassage } from './verify-passage.ts'
import { contents, NAME, textOf } from './testing/texts.ts'

/** The passage of `words` in `before` (the one after `prefix`), carried over to `after`. */
function carried(before: string, after: string, words: string, prefix = '') {
  const [old, corrected] = [textOf(before), textOf(after, 2)]
  const passage = valueOf(makePassage(old, valueOf(findPassage(old, { exact: words, prefix })), NAME))
  return reanchor(passage, old, corrected)
}

test('moves with its words when something before them is corrected', () => {
  const moved = valueOf(
    carried('He sayd they came at night.', 'He said that they came at night.', 'they came at night'),
  )
  expect(moved).toMatchObject({ start: 13, end: 31, exact: 'they came at night', prefix: 'He said that ' })
})

test('is refused when its own words were corrected', () => {
  expect(carried('between 20 and 50 people', 'between 20 and 60 people', '20 and 50')).toMatchObject({
    ok: false,
    reason: 'words-changed',
  })
})

test('does not jump to another place that has the same words', () => {
  // The first answer was corrected away; the second is not the one that was marked.
  const after = 'In spring? No, I was not there then. And in autumn, did you see them? Yes.'
  expect(
    carried('In spring? Yes. And in autumn, did you see them? Yes.', after, 'Yes', 'spring? '),
  ).toMatchObject({
    ok: false,
    reason: 'ambiguous',
  })
})

test('is refused when the words were doubled right beside it', () => {
  expect(carried('yes', 'yes yes', 'yes')).toMatchObject({ ok: false, reason: 'ambiguous' })
})

test('keeps the rank among equal words that all remain', () => {
  const before = 'Monday: yes, one group. Wednesday: yes, two groups.'
  const after = 'On Monday: yes, one group. On Wednesday: yes, two groups. No more.'
  expect(valueOf(carried(before, after, 'yes', 'Wednesday: ')).start).toBe(after.lastIndexOf('yes'))
})

test('is refused when the old text never had it', () => {
  const old = textOf('قال نعم')
  const passage = valueOf(makePassage(old, { start: 0, end: 3 }, NAME))
  expect(reanchor({ ...passage, exact: 'لا!' }, old, textOf('لا!', 2))).toMatchObject({
    reason: 'words-changed',
  })
})

const edits = fc.record({
  content: contents.filter((content) => codePointLength(content) > 2),
  from: fc.nat(),
  more: fc.nat(),
  cutFrom: fc.nat(),
  cutLength: fc.nat({ max: 6 }),
  inserted: contents,
})

/** A text, a passage of it, and the text after one cut and one insertion at one place. */
const corrections = edits.map(({ content, from, more, cutFrom, cutLength, inserted }) => {
  const length = codePointLength(content)
  const start = from % length
  const cut = cutFrom % length
  const after =
    sliceCodePoints(content, 0, cut) + inserted + sliceCodePoints(content, cut + cutLength, length)
  return { content, start, end: start + 1 + (more % (length - start)), after, cut, cutLength }
})

prop.prop([corrections])('what moves has exactly its words, and verifies in the new text', (what) => {
  const [old, corrected] = [textOf(what.content), textOf(what.after, 2)]
  const passage = valueOf(makePassage(old, what, NAME))
  const moved = reanchor(passage, old, corrected)
  if (!moved.ok) return
  expect(moved.value.exact).toBe(passage.exact)
  expect(moved.value.code).toBe(passage.code)
  expect(verifyPassage(corrected, moved.value).ok).toBe(true)
})

prop.prop([corrections])(
  'an uncorrected text leaves every passage where it was',
  ({ content, start, end }) => {
    const [old, same] = [textOf(content), textOf(content, 2)]
    const passage = valueOf(makePassage(old, { start, end }, NAME))
    expect(reanchor(passage, old, same)).toMatchObject({ ok: true, value: { start, end } })
  },
)

prop.prop([corrections])('words that are gone are never moved', ({ content, start, end }) => {
  const old = textOf(content)
  const passage = valueOf(makePassage(old, { start, end }, NAME))
  const after = content.replaceAll(passage.exact, '')
  fc.pre(!textOf(after).content.includes(passage.exact))
  expect(reanchor(passage, old, textOf(after, 2))).toMatchObject({ ok: false, reason: 'words-changed' })
})
