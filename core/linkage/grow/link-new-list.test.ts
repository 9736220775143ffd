import { fc, test } from '@fast-check/vitest'
import { diceFrom, valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { probabilityOf } from '../model/binary-logarithm.ts'
import { recordOfRow } from '../cluster/rows-of-records.ts'
import { pairKey } from '../review/decided-pairs.ts'
import { reviewQueue } from '../review/review-queue.ts'
import { linkRecords } from '../run/link-records.ts'
import type { Judgement, LinkageModel } from '../scored.ts'
import type { LinkageSettings } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { clusterChanges } from './cluster-changes.ts'
import { linkNewList, type KnownLinkage } from './link-new-list.ts'

/** Invented people, all of them. */
const SETTINGS: LinkageSettings = {
  fields: [
    { field: 'given', kind: 'given-name' },
    { field: 'family', kind: 'family-name' },
    { field: 'born', kind: 'day' },
  ],
  comparisons: [
    { name: 'given', fields: ['given'], by: 'name', frequency: true },
    { name: 'family', fields: ['family'], by: 'name', frequency: true },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
  ],
  blocking: [{ keys: [{ field: 'given', by: 'value' }] }, { keys: [{ field: 'born', by: 'year' }] }],
  everyPairUpTo: 0,
  joinFrom: 0.5,
  keepFrom: 1e-6,
  mostPairs: 1e6,
  seed: 'a seed',
}

type Row = readonly (string | null)[]

interface OneList {
  readonly code: string
  readonly clean: boolean
  readonly rows: readonly Row[]
}

function tableOf(lists: readonly OneList[]) {
  const builder = tableBuilder(SETTINGS.fields)
  for (const list of lists) {
    builder.startList(list)
    builder.append(list.rows)
  }
  return builder.table()
}

const NOTHING = {
  pairs: {
    left: new Int32Array(0),
    right: new Int32Array(0),
    pattern: new Int32Array(0),
    weight: new Float64Array(0),
  },
  clusterOf: new Int32Array(0),
}

/** List after list, the model held. */
function inTurn(
  lists: readonly OneList[],
  given: { readonly model: LinkageModel; readonly judgements: readonly Judgement[] },
  settings: LinkageSettings,
) {
  let known: KnownLinkage = { ...NOTHING, model: given.model }
  for (const at of lists.keys()) {
    const table = tableOf(lists.slice(0, at + 1))
    known = valueOf(linkNewList(table, settings, { ...given, known, model: 'kept' }))
  }
  return known
}

const cell = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 8 })
const row: fc.Arbitrary<Row> = fc.tuple(
  cell('salma', 'selma', 'omar', 'amro', 'karim', 'karima', 'nadia'),
  cell('haddad', 'hadad', 'khoury', 'khuri', 'nasser', 'saab'),
  cell('1971-06-24', '1971-06-25', '1971', '1980-01-31', '1962-11-03', '1990-05-05'),
)
const rows = fc.array(row, { minLength: 2, maxLength: 14 })

const judged = (verdict: Judgement['verdict'], a: readonly [string, number], b: readonly [string, number]) =>
  ({
    left: { list: a[0], row: a[1] },
    right: { list: b[0], row: b[1] },
    ...{ verdict, by: 'reviewer', at: '2026-01-01T00:00:00Z', why: null },
  }) satisfies Judgement

test.prop([fc.tuple(rows, rows, rows), fc.boolean(), fc.boolean()], { numRuns: 25 })(
  'lists in turn give the clusters of all at once, the model held',
  ([a, b, c], clean, everyPair) => {
    const lists = [
      { code: 'A', clean, rows: a },
      { code: 'B', clean: false, rows: b },
      { code: 'C', clean, rows: c },
    ]
    const settings = { ...SETTINGS, everyPairUpTo: everyPair ? 1e6 : 0 }
    const judgements = [judged('different', ['A', 1], ['B', 1]), judged('same', ['A', 2], ['C', 2])]
    const table = tableOf(lists)
    const { model } = valueOf(linkRecords(table, settings, { judgements: [] }))
    const known = { ...NOTHING, model }
    const atOnce = valueOf(linkNewList(table, settings, { known, judgements, model: 'kept' }))
    const grown = inTurn(lists, { model, judgements }, settings)
    expect([...grown.clusterOf]).toEqual([...atOnce.clusterOf])
  },
)

const FIRST = [
  {
    code: 'A',
    clean: false,
    rows: [
      ['salma', 'haddad', '1971-06-24'],
      ['omar', 'khoury', '1980-01-31'],
      ['omar', 'khuri', '1980-01-31'],
      ['karim', 'nasser', '1962-11-03'],
      ['nadia', 'saab', '1990-05-05'],
      ['hani', 'rahhal', '1947-12-01'],
    ],
  },
] as const
const SECOND = {
  code: 'B',
  clean: false,
  rows: [
    ['selma', 'haddad', '1971-06-24'],
    ['layla', 'mansour', '1955-02-02'],
  ],
} as const
const EVERY = { ...SETTINGS, everyPairUpTo: 1e6 }

test('a new list joins what was known: ids stay, and what happened to them is told', () => {
  const known = valueOf(linkRecords(tableOf(FIRST), EVERY, { judgements: [] }))
  const table = tableOf([...FIRST, SECOND])
  const grown = valueOf(linkNewList(table, EVERY, { known, judgements: [], model: 'kept' }))
  expect([...grown.clusterOf]).toEqual([0, 1, 1, 3, 4, 5, 0, 7])
  expect(grown.changes).toEqual({ merged: [], split: [], grown: [0], fresh: 1 })
  expect(grown.modelIs).toBe('kept')
  expect(grown.model).toBe(known.model)
  // Two new rows against six, and against each other.
  expect(grown.blocking.map(({ pairs }) => pairs)).toEqual([13])
})

test('the model can be learned again from all rows, and it is said', () => {
  const known = valueOf(linkRecords(tableOf(FIRST), EVERY, { judgements: [] }))
  const table = tableOf([...FIRST, SECOND])
  const grown = valueOf(linkNewList(table, EVERY, { known, judgements: [], model: 'refitted' }))
  const { model } = valueOf(linkRecords(table, EVERY, { judgements: [] }))
  expect(grown.modelIs).toBe('refitted')
  expect(grown.model).toEqual(model)
})

test('a word of people splits, joins and stays', () => {
  const known = valueOf(linkRecords(tableOf(FIRST), EVERY, { judgements: [] }))
  const table = tableOf([...FIRST, SECOND])
  const judgements = [judged('different', ['A', 2], ['A', 3]), judged('same', ['A', 4], ['A', 6])]
  const grown = valueOf(linkNewList(table, EVERY, { known, judgements, model: 'kept' }))
  expect(grown.changes).toMatchObject({
    merged: [{ kept: 3, gone: [5] }],
    split: [{ id: 1, parts: [1, 2] }],
  })
})

test('nothing that was judged is asked again', () => {
  const known = valueOf(linkRecords(tableOf(FIRST), EVERY, { judgements: [] }))
  const table = tableOf([...FIRST, SECOND])
  const judgements = [judged('same', ['A', 3], ['A', 2]), judged('unsure', ['B', 1], ['A', 1])]
  const { pairs, judged: done } = valueOf(linkNewList(table, EVERY, { known, judgements, model: 'kept' }))
  const queue = reviewQueue({
    ...{ weights: pairs.weight, judged: done, size: 500, randomShare: 0.34, probability: probabilityOf },
    dice: diceFrom('queue'),
  })
  const asked = queue.map(({ pair }) =>
    pairKey({
      left: recordOfRow(table, pairs.left[pair] ?? 0),
      right: recordOfRow(table, pairs.right[pair] ?? 0),
    }),
  )
  expect(done.size).toBe(2)
  expect(asked).toHaveLength(pairs.left.length - 2)
  for (const judgement of judgements) expect(asked).not.toContain(pairKey(judgement))
})

test('rows that were not linked where they stand now, and an empty new list, are refused', () => {
  const known = valueOf(linkRecords(tableOf(FIRST), EVERY, { judgements: [] }))
  const given = { known, judgements: [], model: 'kept' } as const
  expect(linkNewList(tableOf([SECOND, ...FIRST]), EVERY, given)).toMatchObject({
    reason: 'known-does-not-fit',
    detail: expect.stringContaining('6 rows') as string,
  })
  expect(linkNewList(tableOf(FIRST), EVERY, given)).toMatchObject({ reason: 'no-records' })
})

test.prop([fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }), fc.array(fc.nat(9), { maxLength: 14 })])(
  'every id that is no longer one is told as merged, and every id that is one names its first row',
  (one, other) => {
    const named = (of: readonly number[]) => Int32Array.from(of, (group) => of.indexOf(group))
    const before = named(one)
    const after = named([...other, ...one].slice(0, Math.max(one.length, other.length)))
    const { merged, grown } = clusterChanges(before, after)
    const ids = new Set(before)
    const gone = [...ids].filter((id) => after[id] !== id)
    expect(merged.flatMap((of) => of.gone).sort((a, b) => a - b)).toEqual(gone.sort((a, b) => a - b))
    for (const { kept } of merged) expect(after[kept]).toBe(kept)
    for (const id of grown) expect(after[id]).toBe(id)
  },
)
