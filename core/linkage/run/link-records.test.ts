import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { levelsOfPattern } from '../model/pattern-counts.ts'
import type { RecordTable } from '../record-table.ts'
import type { Judgement } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { warningInWords } from '../warn/warning-in-words.ts'
import { linkRecords, linkSteps, type LinkageResult } from './link-records.ts'

/** Invented people, all of them. */
const SETTINGS: LinkageSettings = {
  fields: [
    { field: 'given', kind: 'given-name' },
    { field: 'family', kind: 'family-name' },
    { field: 'born', kind: 'day' },
    { field: 'sex', kind: 'category' },
  ],
  comparisons: [
    { name: 'given', fields: ['given'], by: 'name', frequency: true },
    { name: 'family', fields: ['family'], by: 'name', frequency: true },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
    { name: 'sex', fields: ['sex'], by: 'category', frequency: false },
  ],
  blocking: [{ keys: [{ field: 'given', by: 'value' }] }, { keys: [{ field: 'born', by: 'year' }] }],
  everyPairUpTo: 0,
  joinFrom: 0.5,
  keepFrom: 0.01,
  mostPairs: 1e6,
  seed: 'a seed',
}

type Row = readonly (string | null)[]
interface OneList {
  readonly code: string
  readonly clean: boolean
  readonly rows: readonly Row[]
}

function link(
  lists: readonly OneList[],
  settings: Partial<LinkageSettings> = {},
  judgements: readonly Judgement[] = [],
) {
  const builder = tableBuilder(SETTINGS.fields)
  for (const list of lists) {
    builder.startList(list)
    builder.append(list.rows)
  }
  return linkRecords(builder.table(), { ...SETTINGS, ...settings }, { judgements })
}

const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 6 })
const row: fc.Arbitrary<Row> = fc.tuple(
  cell('salma', 'selma', 'omar', 'amro', 'karim', 'karima', 'nadia'),
  cell('haddad', 'hadad', 'khoury', 'khuri', 'nasser'),
  cell('1971-06-24', '1971-06-25', '1971-06', '1971', '1980-01-31', '1980-02-31', '1962-11-03'),
  cell('f', 'm'),
)
const rows = fc.array(row, { minLength: 6, maxLength: 40 })

/** Pairs by the texts of their rows' numbers in another order. */
function pairsOf({ pairs }: LinkageResult, nameOf: (row: number) => number) {
  return Array.from(pairs.left, (left, n) => {
    const [a, b] = [nameOf(left), nameOf(pairs.right[n] ?? 0)].sort((x, y) => x - y)
    return { pair: `${a} ${b}`, pattern: pairs.pattern[n], weight: pairs.weight[n] }
  }).sort((x, y) => (x.pair < y.pair ? -1 : 1))
}

test.prop([rows, fc.boolean()], { numRuns: 20 })(
  'the order of rows changes no pair and no weight',
  (given, everyPair) => {
    const settings = { everyPairUpTo: everyPair ? 1e6 : 0 }
    const there = valueOf(link([{ code: 'A', clean: false, rows: given }], settings))
    const back = valueOf(link([{ code: 'A', clean: false, rows: given.toReversed() }], settings))
    expect(pairsOf(back, (n) => given.length - 1 - n)).toEqual(pairsOf(there, (n) => n))
    expect(back.seen).toEqual(there.seen)
    expect(back.model).toEqual(there.model)
  },
)

test.prop([rows, rows], { numRuns: 12 })('the order of lists changes nothing', (a, b) => {
  const settings = { everyPairUpTo: 1e6 }
  const [A, B] = [
    { code: 'A', clean: true, rows: a },
    { code: 'B', clean: true, rows: b },
  ]
  const there = valueOf(link([A, B], settings))
  const back = valueOf(link([B, A], settings))
  const nameOf = (n: number) => (n < b.length ? n + a.length : n - b.length)
  // Odds of rivals are added up in the order of rows, which moves the last digits.
  const rounded = (result: LinkageResult, of: (row: number) => number) =>
    pairsOf(result, of).map(({ pair, pattern, weight }) => ({ pair, pattern, weight: weight?.toFixed(6) }))
  expect(rounded(back, nameOf)).toEqual(rounded(there, (n) => n))
})

test.prop([rows], { numRuns: 20 })('the same seed gives the same bytes', (given) => {
  const once = valueOf(link([{ code: 'A', clean: false, rows: given }]))
  const again = valueOf(link([{ code: 'A', clean: false, rows: given }]))
  expect(again).toEqual(once)
})

test.prop([rows], { numRuns: 20 })(
  'saying nothing weighs nothing, and no level weighs less than one under it',
  (given) => {
    const { model, pairs } = valueOf(link([{ code: 'A', clean: false, rows: given }], { keepFrom: 1e-9 }))
    for (const { levels } of model.comparisons) {
      for (const [n, { weight, m, u }] of levels.entries()) {
        expect(Number.isFinite(weight) && m > 0 && u > 0).toBe(true)
        expect(weight).toBeGreaterThanOrEqual((levels[n - 1]?.weight ?? -Infinity) - 1e-9)
      }
    }
    const silent = Array.from(pairs.pattern).findIndex((pattern) =>
      levelsOfPattern(pattern, [6, 6, 7, 3]).every((level) => level < 0),
    )
    if (silent >= 0) expect(pairs.weight[silent]).toBeCloseTo(Math.log2(model.prior / (1 - model.prior)), 9)
  },
)

const PEOPLE: readonly Row[] = [
  ['salma', 'haddad', '1971-06-24', 'f'],
  ['selma', 'haddad', '1971-06-24', 'f'],
  ['omar', 'khoury', '1980-01-31', 'm'],
  ['omar', 'khuri', '1980-01-31', 'm'],
  ['karim', 'nasser', '1962-11-03', 'm'],
  ['nadia', 'nasser', '1955-02-02', 'f'],
  ['layla', 'saab', '1990-07-07', 'f'],
  ['hani', 'rahhal', '1947-12-01', 'm'],
]
const name = (at: number) => ({ list: 'A', row: at })
const judged = (verdict: Judgement['verdict'], a: number, b: number): Judgement => ({
  left: name(a),
  right: name(b),
  verdict,
  by: 'reviewer',
  at: '2026-01-01T00:00:00Z',
  why: null,
})
const list = (clean: boolean) => [{ code: 'A', clean, rows: PEOPLE }]

test('a cluster is named by its first row, and what people said stands', () => {
  const settings = { everyPairUpTo: 1e6 }
  expect([...valueOf(link(list(false), settings)).clusterOf]).toEqual([0, 0, 2, 2, 4, 5, 6, 7])
  const back = [{ code: 'A', clean: false, rows: PEOPLE.toReversed() }]
  expect([...valueOf(link(back, settings)).clusterOf]).toEqual([0, 1, 2, 3, 4, 4, 6, 6])
  const apart = valueOf(link(list(false), settings, [judged('different', 1, 2), judged('same', 7, 8)]))
  expect([...apart.clusterOf]).toEqual([0, 1, 2, 2, 4, 5, 6, 6])
})

test('reports what share is done, and can be left between two steps', () => {
  const builder = tableBuilder(SETTINGS.fields)
  builder.startList({ code: 'A', clean: false })
  builder.append(PEOPLE)
  const stages = [...linkSteps(builder.table(), SETTINGS, [])].map(({ stage }) => stage)
  expect(stages).toEqual(['prepared', 'trained', 'compared', 'compared', 'clustered'])
})

test.each([
  ['no-records', [], {}],
  ['no-pairs', list(true), {}],
  ['unknown-field', list(false), { blocking: [{ keys: [{ field: 'village', by: 'value' as const }] }] }],
  ['wrong-kind-of-field', list(false), { blocking: [{ keys: [{ field: 'given', by: 'year' as const }] }] }],
  ['too-many-pairs', list(false), { everyPairUpTo: 1e6, mostPairs: 27 }],
] as const)('refuses with %s', (reason, lists, settings) => {
  const result = link(lists, settings)
  expect(result).toMatchObject({ ok: false, reason })
  expect(result).toHaveProperty('detail', expect.stringMatching(/\w/))
})

test('refuses a rule that would make a million million pairs before it makes one, with the number', () => {
  const rowsThere = 1_414_215
  const ids = new Int32Array(rowsThere)
  const column = { kind: 'values', ids, values: ['a'], counts: Int32Array.of(rowsThere) } as const
  const table: RecordTable = {
    rows: rowsThere,
    lists: [{ code: 'A', first: 0, rows: rowsThere, clean: false }],
    columns: new Map([['town', { ...column, names: null, twins: null }]]),
    reversed: [],
  }
  const settings: LinkageSettings = {
    ...SETTINGS,
    fields: [{ field: 'town', kind: 'place' }],
    comparisons: [{ name: 'town', fields: ['town'], by: 'place', frequency: false }],
    blocking: [{ keys: [{ field: 'town', by: 'value' }] }],
    mostPairs: 2_000_000_000,
  }
  expect(linkRecords(table, settings, { judgements: [] })).toMatchObject({
    reason: 'too-many-pairs',
    detail:
      'the blocking rules make 1000001326005 pairs, more than the 2000000000 allowed; most come from town (value): 1000001326005, its largest block has 1414215 records',
  })
})

const oneColumn: LinkageSettings = {
  ...SETTINGS,
  fields: [{ field: 'given', kind: 'given-name' }],
  comparisons: [{ name: 'given', fields: ['given'], by: 'name', frequency: true }],
  blocking: [],
  everyPairUpTo: 1e6,
}

test('a table of one column is linked by it, and one value in every row joins nobody', () => {
  const one = (cells: readonly (string | null)[]) => {
    const builder = tableBuilder(oneColumn.fields)
    builder.startList({ code: 'A', clean: false })
    builder.append(cells.map((text) => [text]))
    return valueOf(linkRecords(builder.table(), oneColumn, { judgements: [] }))
  }
  expect(one(['salma', 'omar', 'karim', null, 'salma']).model.comparisons).toHaveLength(1)
  const alike = one(['salma', 'salma', 'salma', 'salma', 'salma'])
  expect(warningInWords('en', alike.warnings.listed[0] ?? { kind: 'all-null-column', field: '' })).toBe(
    'The column \u2068given\u2069 says the same in all of the 5 rows that say something: it tells nobody apart.',
  )
  const silent = one([null, null, '', null])
  expect([...silent.clusterOf]).toEqual([0, 1, 2, 3])
  expect(silent.pairs.weight.every(Number.isFinite)).toBe(true)
  expect(
    warningInWords('en', silent.warnings.listed[0] ?? { kind: 'one-value-column', field: '', rows: 0 }),
  ).toBe('The column \u2068given\u2069 says nothing in any row: it tells nobody apart and joins nobody.')
})

test('a list without a row is said to hold none', () => {
  expect(link([{ code: 'A', clean: false, rows: [] }])).toMatchObject({
    ...{ ok: false, reason: 'no-records', detail: 'there are no records to link' },
  })
})

test('names the rule that makes too many pairs, and how many', () => {
  expect(link(list(false), { everyPairUpTo: 1e6, mostPairs: 27 })).toMatchObject({
    detail: expect.stringContaining('28 pairs, more than the 27 allowed') as string,
  })
})
