import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { formOf, wordReader } from './words-of.ts'

const formsOf = (text: string) => wordReader()(text).map(({ form }) => form)

describe('words of a text', () => {
  test('are found without marks, case, possessives and the signs that part digits', () => {
    expect(formsOf('The guards’ keys, Ali’s café: £208,000 and 3.5 %')).toEqual([
      'the',
      'guards',
      'keys',
      'ali',
      'cafe',
      '208000',
      'and',
      '3.5',
    ])
    expect(formsOf('well-known ⟦W3⟧ didn’t')).toEqual(['well', 'known', 'w3', 'didnt'])
  })

  test.each([
    ['tashkil', 'السِّجْن', 'السجن'],
    ['tatweel', 'الســـجن', 'السجن'],
    ['alef with hamza', 'أحمد', 'احمد'],
    ['ta marbuta', 'مدرسة', 'مدرسه'],
    ['alef maqsura', 'مستشفى', 'مستشفي'],
    ['a Persian keyboard', 'یکی', 'يكي'],
    ['presentation forms', 'ﺳﺠﻦ', 'سجن'],
    ['Arabic-Indic digits with their signs', '٢٠٨٬٠٠٠', '208000'],
  ])('are folded: %s', (_, word, form) => {
    expect(formsOf(word)).toEqual([form])
    expect(formOf(form)).toBe(form)
  })

  test.prop([fc.string({ unit: 'grapheme' })])('stand where they are said to stand, in order', (text) => {
    let reached = 0
    for (const { start, end, form } of wordReader()(text)) {
      expect(start).toBeGreaterThanOrEqual(reached)
      expect(formOf(text.slice(start, end))).toBe(form)
      reached = end
    }
  })
})
