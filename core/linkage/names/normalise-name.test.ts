import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { LONGEST_NAME, normaliseName } from './normalise-name.ts'

test.each([
  ['مُحَمَّد', 'محمد', ['tashkil']],
  ['محـــمد', 'محمد', ['tatweel']],
  ['أحمد', 'احمد', ['alef-forms']],
  ['آمنة', 'امنه', ['alef-forms', 'ta-marbuta']],
  ['عائشة', 'عايشه', ['hamza', 'ta-marbuta']],
  ['مؤمن', 'مومن', ['hamza']],
  ['ضياء', 'ضيا', ['hamza']],
  ['مصطفى', 'مصطفي', ['alef-maqsura']],
  ['عبدالرحمٰن', 'عبدالرحمن', ['tashkil']],
  ['کریم', 'كريم', ['persian-urdu-letters']],
  ['گل پری', 'كل بري', ['persian-urdu-letters']],
  ['\u200fعلي\u202c', 'علي', ['invisible-signs']],
  ['ﻣﺤﻤﺪ', 'محمد', ['compatibility-forms']],
  ['ﷲ', 'الله', ['compatibility-forms']],
  ['١٢ ۳۴', '12 34', ['digits']],
  ['محمد،  علي', 'محمد علي', ['punctuation', 'spaces']],
  ["'Abd al-Aziz", 'abd al aziz', ['case', 'apostrophes', 'hyphens']],
  ['ʿAlī Ḥusayn', 'ali husayn', ['case', 'diacritics', 'apostrophes']],
  ['Akıncı Straße Łódź', 'akinci strasse lodz', ['case', 'diacritics']],
  ['Şahin', 'sahin', ['case', 'diacritics']],
  ['محمد', 'محمد', []],
  ['', '', []],
])('%s is compared as %s', (name, text, steps) => {
  expect(normaliseName(name)).toEqual({ text, steps })
})

test.each(['Иван Петров', 'משה כהן', '王小明', 'ሰላም', 'राम'])('%s keeps its letters', (name) => {
  expect(normaliseName(`\u200e${name.normalize('NFD')}\u200f`).text).toBe(name.normalize('NFC'))
})

test('of ten megabytes the beginning is read, and that is told', () => {
  const { text, steps } = normaliseName('مُ'.repeat(5_000_000))
  expect([text, steps]).toEqual(['م'.repeat(LONGEST_NAME / 2), ['tashkil', 'cut']])
  expect(normaliseName('ﷺ'.repeat(LONGEST_NAME)).text.length).toBeLessThanOrEqual(LONGEST_NAME)
})

test('lone surrogates stay', () => {
  expect(normaliseName('\ud800محمد\udc00').text).toBe('\ud800محمد\udc00')
})

const letters = fc.constantFrom(
  ...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىئؤءةکیگپچژٹںے'),
  ...Array.from('abcdefghijklmnopqrstuvwxyzABCÉéüßøŁıİŉﬁ'),
  ...[
    "'",
    '’',
    'ʿ',
    '-',
    '–',
    ' ',
    '\u00a0',
    '،',
    '.',
    '٣',
    'ـ',
    'َ',
    'ّ',
    'ٰ',
    '\u0654',
    '\u0301',
    '\u200f',
    '\u200c',
    '\u202e',
    'ﻻ',
    'ﷺ',
    'и',
    'й',
    'א',
  ],
)
const names = fc.oneof(
  fc.string({ unit: letters }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)

prop.prop([names])('doing it twice changes nothing', (name) => {
  const { text } = normaliseName(name)
  expect(normaliseName(text).text).toBe(text)
})

prop.prop([fc.string({ unit: letters })])(
  'the composed and the decomposed writing of a name are one',
  (name) => {
    const [composed, decomposed] = [
      normaliseName(name.normalize('NFC')),
      normaliseName(name.normalize('NFD')),
    ]
    expect(decomposed.text).toBe(composed.text)
  },
)

const arabicWords = fc.string({
  unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي')),
  minLength: 1,
})
const ignored = fc.array(
  fc.constantFrom('َ', 'ِ', 'ُ', 'ّ', 'ْ', 'ً', 'ٰ', 'ـ', '\u200f', '\u202b', '\u2069', '\u200d'),
  { minLength: 1 },
)

prop.prop([arabicWords, ignored, fc.nat()])(
  'tashkil, tatweel and direction controls change nothing',
  (word, signs, at) => {
    const place = 1 + (at % word.length)
    expect(normaliseName(word.slice(0, place) + signs.join('') + word.slice(place)).text).toBe(word)
  },
)
