import { describe, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { overlapOf } from '../overlap.ts'
import { diagnosisOf } from './diagnosis.ts'

const LISTS = ['A', 'B', 'C', 'D']
const of = (counts: Readonly<Record<string, number>>, lists = LISTS) =>
  valueOf(
    overlapOf(
      lists,
      Object.entries(counts).map(([on, count]) => ({
        mask: Array.from(on).reduce((mask, list) => mask | (1 << lists.indexOf(list)), 0),
        count,
      })),
    ),
  )
const cautionsOf = (counts: Readonly<Record<string, number>>) =>
  diagnosisOf(of(counts)).cautions.map(({ code, args }) => `${code} ${Object.values(args).join(' ')}`)

describe('the table itself warns of', () => {
  test.each([
    ['nothing where all lists meet', { A: 20, B: 20, C: 20, D: 20, ABCD: 5 }, []],
    [
      'nobody on two lists',
      { A: 20, B: 20, C: 20, D: 20 },
      ['nobody-on-two-lists 80', ...LISTS.map((list) => `list-meets-no-other ${list} 20`)],
    ],
    ['a list with nobody', { A: 20, B: 20, C: 20, ABC: 5 }, ['list-with-nobody D']],
    [
      'a list with one person',
      { A: 20, B: 20, C: 20, ABC: 5, ABCD: 1 },
      ['list-with-few D 1', ...['A', 'B', 'C'].map((list) => `list-inside-another D ${list}`)],
    ],
    [
      'islands',
      { A: 20, B: 20, AB: 5, C: 20, D: 20, CD: 5 },
      [
        ...['A C', 'A D', 'B C', 'B D'].map((pair) => `pair-without-overlap ${pair}`),
        'lists-disconnected 2 A+B | C+D',
      ],
    ],
    [
      'a list that meets no other',
      { A: 20, B: 20, C: 20, ABC: 5, D: 12 },
      [
        'list-meets-no-other D 12',
        ...['A', 'B', 'C'].map((list) => `pair-without-overlap ${list} D`),
        'lists-disconnected 2 A+B+C | D',
      ],
    ],
    ['a list inside another', { A: 20, B: 20, C: 20, ABC: 5, AD: 12, ABCD: 1 }, ['list-inside-another D A']],
    ['two lists of the same people', { A: 20, B: 20, ABCD: 5, CD: 12 }, ['lists-the-same C D']],
  ])('%s', (_, counts, expected) => {
    expect(cautionsOf(counts)).toEqual(expected)
  })

  test('a list that covers a part only, and a stratum where fewer than three lists have anybody', () => {
    const strata = [
      { name: 'north', overlap: of({ A: 20, B: 20, C: 10, D: 20, ABCD: 5 }) },
      { name: 'south', overlap: of({ A: 20, B: 20, AB: 3 }) },
    ]
    const { cautions } = diagnosisOf(of({ A: 40, B: 40, C: 10, D: 20, AB: 3, ABCD: 5 }), strata)
    expect(cautions).toEqual([
      { code: 'list-covers-part', args: { list: 'C', empty: 1, strata: 2 } },
      { code: 'list-covers-part', args: { list: 'D', empty: 1, strata: 2 } },
      { code: 'stratum-with-few-lists', args: { stratum: 'south', lists: 2 } },
    ])
  })

  test('how much of each list the others know', () => {
    const { lists, pairs } = diagnosisOf(of({ A: 15, AB: 4, AC: 1, B: 16, C: 9 }, ['A', 'B', 'C']))
    expect(lists).toEqual([
      { list: 'A', size: 20, only: 15, covered: 0.25 },
      { list: 'B', size: 20, only: 16, covered: 0.2 },
      { list: 'C', size: 10, only: 9, covered: 0.1 },
    ])
    expect(pairs[0]).toEqual({
      ...{ first: 'A', second: 'B', firstSize: 20, secondSize: 20, both: 4, firstOnly: 16, secondOnly: 16 },
    })
  })
})
