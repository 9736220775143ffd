import { fc, test as laws } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import { overlapOf } from '../overlap.ts'
import { diagnosisOf } from './diagnosis.ts'
import type { ListRows, RowLink } from './linked-rows.ts'
import { overlapAsked, peopleByDraw } from './overlaps-asked.ts'
import { peopleOnLists } from './people-on-lists.ts'
import { dividedPeople, dividedTable, sumOfOverlaps } from './strata.ts'
import { upsetOf } from './upset.ts'

const listId = (code: string) => derivedId('list', code)
const listOf = (code: string, towns: readonly string[]): ListRows => ({
  ...{ id: listId(code), code, columns: ['name', 'town'] },
  rows: towns.map((town, at) => [`${code}${at + 1}`, town]),
})
const link = (list: string, row: number, person: string, draw: number | null = null): RowLink => ({
  ...{ list: listId(list), row, person, draw },
})
const TOWN = {
  name: 'town',
  columns: ['A', 'B'].map((code) => ({ list: listId(code), column: 'town' })),
}
const lists = [
  listOf('A', ['North', 'North', '', 'South']),
  listOf('B', ['South', ' North', '']),
  listOf('C', ['x']),
]
const links = [
  link('A', 1, 'p'),
  link('B', 1, 'p'),
  link('A', 2, 'q'),
  link('A', 4, 'q'),
  link('B', 3, 'r'),
  link('C', 1, 'r'),
]

describe('rows become people', () => {
  test('who are on the lists that their rows stand on, counted once, in the order of their first rows', () => {
    const people = valueOf(peopleOnLists({ lists, links, strata: [TOWN] }))
    expect(people.people).toEqual([
      { mask: 0b011, labels: ['North'] },
      { mask: 0b001, labels: ['North'] },
      { mask: 0b001, labels: [null] },
      { mask: 0b010, labels: ['North'] },
      { mask: 0b110, labels: [null] },
    ])
  })

  test('and what moves the answer is said: rows without a link, rows that are one person, labels that differ or lack', () => {
    expect(valueOf(peopleOnLists({ lists, links, strata: [TOWN] })).cautions).toEqual([
      { code: 'rows-without-link', args: { list: 'A', rows: 1, of: 4 } },
      { code: 'rows-without-link', args: { list: 'B', rows: 1, of: 3 } },
      { code: 'people-twice-on-list', args: { list: 'A', people: 1, rows: 2 } },
      { code: 'label-conflicts', args: { division: 'town', people: 2, of: 5 } },
      { code: 'label-missing', args: { division: 'town', people: 2, of: 5 } },
    ])
  })

  test('a label that more rows say wins over one that an earlier list says', () => {
    const three = ['A', 'B', 'C'].map((code, at) => listOf(code, [at === 0 ? 'North' : 'South']))
    const columns = three.map(({ id }) => ({ list: id, column: 'town' }))
    const people = valueOf(
      peopleOnLists({
        lists: three,
        links: ['A', 'B', 'C'].map((code) => link(code, 1, 'p')),
        strata: [{ name: 'town', columns }],
      }),
    )
    expect(people.people).toEqual([{ mask: 0b111, labels: ['South'] }])
  })

  test.each([
    ['row-unknown', [link('A', 9, 'p')], [TOWN], 'List A has no row 9; it has 4.'],
    ['row-unknown', [link('A', 0, 'p')], [TOWN], 'List A has no row 0; it has 4.'],
    [
      'row-linked-twice',
      [link('A', 1, 'p'), link('A', 1, 'q')],
      [TOWN],
      'Row 1 of list A is linked to p and to q',
    ],
    ['division-twice', [], [TOWN, TOWN], 'divided by town twice'],
    [
      'list-unknown',
      [],
      [{ name: 't', columns: [{ list: listId('D'), column: 'town' }] }],
      'not among those',
    ],
    ['column-unknown', [], [{ name: 't', columns: [{ list: listId('A'), column: 'age' }] }], 'no column age'],
  ])('%s is refused, and the place named', (reason, links, strata, words) => {
    const refused = peopleOnLists({ lists, links, strata })
    expect(refused).toMatchObject({ ok: false, reason })
    expect(refused.ok ? '' : refused.detail).toContain(words)
  })
})

describe('a question asked of linked lists', () => {
  const linkage = derivedId('linkage', 'by-hand')
  const asked = { kind: 'linked', linkage, lists: [listId('B'), listId('A')], strata: [TOWN] } as const

  test('is answered by people in all and by stratum, on the lists in the order asked', () => {
    const divided = valueOf(overlapAsked(asked, { lists, linkages: [{ id: linkage, links }] }))
    expect(divided.whole).toEqual({
      lists: ['B', 'A'],
      cells: [
        { mask: 1, count: 2 },
        { mask: 2, count: 2 },
        { mask: 3, count: 1 },
      ],
      observed: 5,
    })
    expect(divided.strata.map(({ name, overlap }) => [name, overlap.observed])).toEqual([
      ['North', 2],
      ['South', 1],
    ])
    expect(divided.unplaced).toBe(2)
  })

  test('has as many answers as the linkage has draws, each with the links of all draws', () => {
    const drawn = [link('A', 1, 'p'), link('B', 1, 'p', 1), link('B', 2, 'p', 2), link('B', 1, 'p', 2)]
    const people = valueOf(peopleByDraw(asked, { lists, linkages: [{ id: linkage, links: drawn }] }))
    expect(people.map((one) => one.people.length)).toEqual([6, 5])
  })

  test.each([
    ['linkage-unknown', {}, []],
    ['too-few-lists', { lists: [listId('A')] }, [{ id: linkage, links }]],
    ['list-twice', { lists: [listId('A'), listId('A')] }, [{ id: linkage, links }]],
    ['list-unknown', { lists: [listId('A'), listId('Z')] }, [{ id: linkage, links }]],
    ['too-many-lists', { lists: Array.from({ length: 13 }, () => listId('A')) }, [{ id: linkage, links }]],
  ])('is refused with %s', (reason, change, linkages) => {
    expect(overlapAsked({ ...asked, ...change }, { lists, linkages })).toMatchObject({ ok: false, reason })
  })
})

describe('a table of counts', () => {
  const table = { kind: 'table', lists: ['A', 'B', 'C'], source: { en: 'Invented.' } } as const

  test('adds up, and a stratum with nobody is left out and said', () => {
    const strata = [
      {
        name: 'n',
        cells: [
          { mask: 1, count: 3 },
          { mask: 3, count: 1 },
        ],
      },
      { name: 's', cells: [{ mask: 3, count: 2 }] },
      { name: 'w', cells: [{ mask: 3, count: 0 }] },
    ]
    const divided = valueOf(dividedTable({ ...table, strata }))
    expect(divided.whole.cells).toEqual([
      { mask: 1, count: 3 },
      { mask: 3, count: 3 },
    ])
    expect(divided.cautions).toEqual([{ code: 'stratum-without-people', args: { stratum: 'w' } }])
  })

  test('is refused where nobody is counted at all, and where a count is none, with the stratum', () => {
    const empty = { ...table, strata: [{ name: 'all', cells: [] }] }
    expect(dividedTable(empty)).toMatchObject({ reason: 'nobody-observed' })
    const two = [
      { name: 'n', cells: [{ mask: 1, count: 1 }] },
      { name: 's', cells: [{ mask: 1, count: -1 }] },
    ]
    expect(dividedTable({ ...table, strata: two })).toMatchObject({
      reason: 'count-unusable',
      detail: /^s: A/,
    })
  })
})

const cells = fc.uniqueArray(
  fc.record({ mask: fc.integer({ min: 1, max: 15 }), count: fc.integer({ min: 1, max: 50 }) }),
  { selector: ({ mask }) => mask, minLength: 1 },
)
const LISTS = ['A', 'B', 'C', 'D']

describe('laws of overlaps', () => {
  laws.prop([cells, fc.func(fc.integer({ min: 0, max: 3 }))])(
    'splitting people into strata and putting them back gives the whole',
    (all, stratumAt) => {
      const people = all.flatMap(({ mask, count }) =>
        Array.from({ length: count }, (_, at) => ({ mask, labels: [`s${stratumAt(mask, at)}`] })),
      )
      const divided = valueOf(dividedPeople({ lists: LISTS, divisions: ['s'], people, cautions: [] }))
      const parts = divided.strata.map(({ overlap }) => overlap)
      expect(valueOf(sumOfOverlaps(LISTS, parts))).toEqual(divided.whole)
      expect(divided.whole).toEqual(valueOf(overlapOf(LISTS, all)))
    },
  )

  laws.prop([cells])('the pairs, the picture and the lists count the same people', (all) => {
    const overlap = valueOf(overlapOf(LISTS, all))
    const { pairs, lists, onSeveral, observed } = diagnosisOf(overlap)
    for (const { firstSize, secondSize, both, firstOnly, secondOnly } of pairs)
      expect([both + firstOnly, both + secondOnly]).toEqual([firstSize, secondSize])
    expect(lists.reduce((sum, { only }) => sum + only, 0) + onSeveral).toBe(observed)
    const { rows } = upsetOf(overlap)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(observed)
    expect(rows.every(({ count }, at) => count <= (rows[at - 1]?.count ?? Infinity))).toBe(true)
  })
})
