import { fc, test } from '@fast-check/vitest'
import { sliceCodePoints } from '@corroborate/testimony'
import { describe, expect } from 'vitest'
import type { Proposal } from './proposal.ts'
import { patternFrom } from './pattern-from.ts'
import { proposalsFrom } from './proposals-from.ts'
import { accuracyOn } from './testing/accuracy.ts'
import { ARABIC } from './testing/labelled-arabic.ts'
import { ENGLISH } from './testing/labelled-english.ts'
import { HARDER } from './testing/labelled-harder.ts'

const kinds = (text: string) => proposalsFrom(text).map(({ kind }) => kind)
const one = <Kind extends Proposal['kind']>(text: string, kind: Kind) =>
  proposalsFrom(text).find(
    (proposal): proposal is Extract<Proposal, { kind: Kind }> => proposal.kind === kind,
  )

describe('the labelled sentences', () => {
  test.each([
    ['English', ENGLISH],
    ['Arabic', ARABIC],
  ])('every proposal of %s is as labelled, and none is missed', (_, sentences) => {
    expect(accuracyOn(sentences).wrong).toEqual([])
  })

  test('the harder ones are read as well as the page says, or better', () => {
    const { proposed, expected, right } = accuracyOn(HARDER)
    expect(right / proposed).toBeGreaterThanOrEqual(0.9)
    expect(right / expected).toBeGreaterThanOrEqual(0.94)
  })

  test('there are at least 150 of them', () => {
    expect(ENGLISH.length + ARABIC.length).toBeGreaterThanOrEqual(150)
  })
})

test('a number that a rate stands beside is of each time, or else of all', () => {
  const quantity = one('They took ten men once a week.', 'quantity')
  expect(quantity?.value?.per).toBe('occasion')
  expect(quantity?.alternatives.map((other) => other?.per)).toEqual(['all'])
})

test('one bound is told as one bound, and the number is left to a person', () => {
  expect(one('More than ten men died.', 'quantity')).toMatchObject({ value: null, atLeast: 11, atMost: null })
  expect(one('Up to fifty men died.', 'quantity')).toMatchObject({ value: null, atLeast: null, atMost: 50 })
  expect(one('About 30 men died.', 'quantity')).toMatchObject({ approximate: true, value: { best: 30 } })
  expect(one('Dozens of men died.', 'quantity')).toMatchObject({ value: null, atLeast: null, atMost: null })
})

test('how a number was come by is read from its sentence', () => {
  expect(one('I counted 34 bodies.', 'quantity')?.value?.how).toBe('counted')
  expect(one('They told me 34 men died.', 'quantity')?.value?.how).toBe('told')
  expect(one('There were 34 men.', 'quantity')?.value?.how).toBe('estimated')
})

test('what may be heard or hearsay is proposed as either', () => {
  const basis = one('I heard it was in the yard.', 'basis')
  expect([basis?.value, ...(basis?.alternatives ?? [])].map((each) => each?.kind)).toEqual([
    'heard',
    'told-by-unnamed',
  ])
})

test.each(['I did not see it', 'لم أر شيئا', 'nobody told us'])('"%s" is no basis', (text) => {
  expect(kinds(text)).not.toContain('basis')
})

test('a pattern is made of the proposals that were taken', () => {
  const said =
    'Usually on Mondays and Wednesdays, once or twice a week, at night, in groups of 20 to 50, from 2011 until the end of 2012.'
  expect(patternFrom(proposalsFrom(said), { observed: 'most', said })).toMatchObject({
    rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
    ...{ weekdays: ['MO', 'WE'], weekdayConfidence: 'usually', partOfDay: 'night' },
    ...{ window: { edtf: '2011/2012-12' }, size: { min: 20, max: 50 }, said },
  })
  expect(patternFrom(proposalsFrom('I saw 20 men.'), { observed: 'most', said: '' })).toBeNull()
})

const WORDS = [
  ...[
    'I saw',
    'between',
    '20',
    'and',
    'fifty',
    'people',
    'every',
    'week',
    'Monday',
    'March',
    '2011',
    'until',
    'twice',
  ],
  ...[
    'بين',
    'عشرين',
    'وخمسين',
    'شخصا',
    'مرتين',
    'في',
    'الأسبوع',
    'يوم',
    'الاثنين',
    'آذار',
    '٢٠١١',
    'حتى',
    'كل',
  ],
  ...['🕊', '👩‍👧', '.', ',', '-', '\n', 'e\u0301', 'سِجْن', '/', '5'],
]
const texts = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })), { maxLength: 25 })

test.prop([texts.map((words) => words.join(' ')), fc.nat(1000)])(
  'a proposal carries the exact words at its code points, and never a part of a word',
  (text, start) => {
    for (const proposal of proposalsFrom(text, start)) {
      const [from, to] = [proposal.start - start, proposal.end - start]
      expect(sliceCodePoints(text, from, to)).toBe(proposal.exact)
      expect(sliceCodePoints(text, from - 1, from)).not.toMatch(/^\p{L}$/u)
      expect(sliceCodePoints(text, to, to + 1)).not.toMatch(/^[\u0621-\u064A]$/u)
    }
  },
)

test.prop([texts])('a range is never upside down', (words) => {
  for (const proposal of proposalsFrom(words.join(' ')))
    if (proposal.kind === 'quantity' && proposal.value !== null)
      expect(proposal.value.min).toBeLessThanOrEqual(proposal.value.max)
})
