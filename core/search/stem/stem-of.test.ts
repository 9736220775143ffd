import { describe, expect, test } from 'vitest'
import reference from './reference.json' with { type: 'json' }
import { stemOf } from './stem-of.ts'

describe('stems', () => {
  test(`of English words agree with ${reference.source.slice(0, 34)}, word for word`, () => {
    const found = Object.fromEntries(Object.keys(reference.stems).map((word) => [word, stemOf(word)]))
    expect(found).toEqual(reference.stems)
  })

  // By the rules of Larkey, Ballesteros and Connell 2007, section 3.2; the paper prints no vocabulary to hold against.
  test.each([
    [
      'سجن',
      ['السجن', 'والسجن', 'بالسجن', 'كالسجن', 'فالسجن', 'للسجن', 'وسجن', 'سجنها', 'سجنان', 'سجنه', 'سجني'],
    ],
    ['معتقل', ['المعتقل', 'المعتقلين', 'معتقلون', 'معتقلات', 'والمعتقلين', 'معتقله', 'معتقليه']],
    ['ورد', ['ورد']],
    ['ول', ['ول']],
  ])('%s is the stem of its light forms', (stem, forms) => {
    expect(forms.map(stemOf)).toEqual(forms.map(() => stem))
  })

  test('of numbers, short words and other scripts are the words themselves', () => {
    for (const word of ['208000', 'as', 'w3', 'київ', '東京']) expect(stemOf(word)).toBe(word)
  })
})
