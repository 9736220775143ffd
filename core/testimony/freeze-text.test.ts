import { expect, test } from 'vitest'
import { test as prop } from '@fast-check/vitest'
import { digestOf } from '@corroborate/base'
import { freezeText } from './freeze-text.ts'
import { rawTexts } from './testing/texts.ts'

const unchanged = { byteOrderMarks: 0, lineEnds: 0, directionMarks: 0, brokenCharacters: 0, composed: false }

test('a plain text stays as it is, and is hashed', () => {
  expect(freezeText('كَتَبَ الشاهد.\n')).toEqual({
    content: 'كَتَبَ الشاهد.\n',
    sha256: digestOf('كَتَبَ الشاهد.\n'),
    changes: unchanged,
  })
})

test('line ends become one kind, and are counted', () => {
  expect(freezeText('a\r\nb\rc\n\r\n')).toMatchObject({
    content: 'a\nb\nc\n\n',
    changes: { ...unchanged, lineEnds: 3 },
  })
})

test('direction marks are taken out, and counted; joiners that change a spelling stay', () => {
  expect(freezeText('\u202bقال\u202c \u200fنعم\u200e\u061c \u2067مي\u200cخواهم\u2069')).toMatchObject({
    content: 'قال نعم مي\u200cخواهم',
    changes: { ...unchanged, directionMarks: 7 },
  })
})

test('a direction mark does not keep a line end or a letter apart', () => {
  expect(freezeText('a\r\u200e\nb').content).toBe('a\nb')
  expect(freezeText('e\u200e\u0301').content).toBe('é')
})

test('the byte order mark goes, a zero-width space inside stays', () => {
  expect(freezeText('\ufeffa\ufeffb')).toMatchObject({
    content: 'a\ufeffb',
    changes: { ...unchanged, byteOrderMarks: 1 },
  })
})

test('letters and their marks are composed, in canonical order', () => {
  expect(freezeText('cafe\u0301')).toMatchObject({ content: 'café', changes: { composed: true } })
  expect(freezeText('\u0651\u064e').content).toBe('\u064e\u0651') // shadda and fatha, typed either way
})

test("vowel signs, tatweel, digits and spaces are the witness's own and stay", () => {
  const text = 'سِجْنٌ ســجن ٣ ۳ 3\u00a0\u2028\t'
  expect(freezeText(text).content).toBe(text)
})

test('half a character becomes a visible sign, and is counted', () => {
  expect(freezeText('a\ud83db🕊')).toMatchObject({
    content: 'a\ufffdb🕊',
    changes: { ...unchanged, brokenCharacters: 1 },
  })
})

prop.prop([rawTexts])('freezing again changes nothing', (raw) => {
  const once = freezeText(raw)
  expect(freezeText(once.content)).toEqual({ ...once, changes: unchanged })
})

prop.prop([rawTexts])('what was not changed is what came', (raw) => {
  const { content, changes } = freezeText(raw)
  expect(JSON.stringify(changes) === JSON.stringify(unchanged)).toBe(content === raw)
})
