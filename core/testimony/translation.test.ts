import { valueOf } from '@corroborate/base'
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { textOf } from './testing/texts.ts'
import {
  advanceTranslation,
  changedTranslation,
  proposeAlignment,
  sideBySide,
  translatedStretch,
  verifyAlignment,
  type Translation,
} from './translation.ts'
import { turnsOf } from './turns-of.ts'

const textIn = (content: string, language: string, version: number) => ({
  ...textOf(content, version),
  ...{ language, turns: turnsOf(content, ['I', 'W']) },
})
const original = textIn('I: متى؟\nW: مرتين\nI: أين؟', 'ar', 1)
const english = textIn('I: When?\nW: Twice.\nI: Where?', 'en', 2)
const draft: Translation = {
  ...{
    original: original.id,
    translation: english.id,
    translator: 'bo',
    state: 'draft',
    revisedBy: null,
    certifiedBy: null,
  },
  rows: proposeAlignment(original.turns, english.turns),
}

test('turns of the same speakers in the same order go one to one, the original always first', () => {
  const rows = sideBySide(draft, original, english)
  expect(rows.map((row) => [row.original.words, row.translation.words])).toEqual([
    ['I: متى؟', 'I: When?'],
    ['W: مرتين', 'W: Twice.'],
    ['I: أين؟', 'I: Where?'],
  ])
  expect([rows[0]?.original.direction, rows[0]?.translation.direction]).toEqual(['rtl', 'ltr'])
})

test('a turn that was left out stands alone', () => {
  const short = textIn('I: When?\nI: Where?', 'en', 2)
  const rows = sideBySide({ ...draft, rows: proposeAlignment(original.turns, short.turns) }, original, short)
  expect(rows.map((row) => row.translation.words)).toEqual(['I: When?', '', 'I: Where?'])
})

test('a passage of the original is the turns that it touches in the translation', () => {
  const [, second] = original.turns
  const turns = { original: original.turns, translation: english.turns }
  const at = translatedStretch({ start: (second?.start ?? 0) + 3, end: second?.end ?? 0 }, draft, turns)
  expect(english.content.slice(at?.start, at?.end)).toBe('W: Twice.')
  const left = { ...draft, rows: proposeAlignment(original.turns, []) }
  expect(translatedStretch({ start: 0, end: 3 }, left, { ...turns, translation: [] })).toBeNull()
})

test('somebody else revises, and what was revised is certified; a change makes a draft of it', () => {
  expect(advanceTranslation(draft, { to: 'revised', by: 'bo' })).toMatchObject({ reason: 'same-person' })
  expect(advanceTranslation(draft, { to: 'certified', by: 'cy' })).toMatchObject({ reason: 'not-yet' })
  const revised = valueOf(advanceTranslation(draft, { to: 'revised', by: 'cy' }))
  expect(advanceTranslation(revised, { to: 'revised', by: 'di' })).toMatchObject({ reason: 'not-yet' })
  const certified = valueOf(advanceTranslation(revised, { to: 'certified', by: 'di' }))
  expect(certified).toMatchObject({ state: 'certified', revisedBy: 'cy', certifiedBy: 'di' })
  expect(
    changedTranslation(certified, { translation: english.id, rows: draft.rows, by: 'eve' }),
  ).toMatchObject({
    ...{ state: 'draft', translator: 'eve', revisedBy: null, certifiedBy: null },
  })
})

const speakers = fc.array(fc.constantFrom('I', 'W', 'X'), { maxLength: 12 })
const turnsBy = (names: readonly string[]) =>
  names.map((speaker, at) => ({ speaker, start: at * 5, end: at * 5 + 4 }))

test.prop([speakers, speakers])(
  'every proposal holds each turn once, and pairs only one speaker’s',
  (first, second) => {
    const rows = proposeAlignment(turnsBy(first), turnsBy(second))
    expect(verifyAlignment(rows, { original: first.length, translation: second.length }).ok).toBe(true)
    for (const { original: a, translation: b } of rows)
      if (a.to > a.from && b.to > b.from) expect(first[a.from]).toBe(second[b.from])
  },
)

test.each([
  [[], 'turns 1 of the original'],
  [[{ original: { from: 1, to: 2 }, translation: { from: 0, to: 1 }, note: null }], 'row 1'],
  [[{ original: { from: 0, to: 0 }, translation: { from: 0, to: 0 }, note: null }], 'row 1'],
])('an alignment that leaves turns out is refused', (rows, detail) => {
  expect(verifyAlignment(rows, { original: 2, translation: 1 })).toMatchObject({
    ...{ reason: 'not-aligned', detail: expect.stringContaining(detail) as string },
  })
})
