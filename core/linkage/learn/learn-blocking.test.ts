import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { groupRows } from '../block/group-rows.ts'
import { keyColumn } from '../block/key-column.ts'
import { OWN_ROOM } from '../compare/text-pool.ts'
import type { RecordTable } from '../record-table.ts'
import type { BlockingKey, BlockingRule } from '../settings.ts'
import { tableBuilder } from '../table/build-table.ts'
import { learnBlocking, uncoveredBy } from './learn-blocking.ts'

/** Invented people, all of them. */
function tableOf(rows: readonly (readonly (string | null)[])[]): RecordTable {
  const builder = tableBuilder(['given', 'family', 'town'].map((field) => ({ field, kind: 'text' })))
  builder.startList({ code: 'A', clean: false })
  builder.append(rows)
  return builder.table()
}

const KEYS: readonly BlockingKey[] = ['given', 'family', 'town'].map((field) => ({ field, by: 'value' }))

const ROWS = [
  ['salma', 'haddad', 'x'],
  ['salma', 'hadad', 'x'],
  ['omar', 'khoury', 'x'],
  ['omar', 'khoury', 'y'],
  ['salma', 'saab', 'x'],
  ['omar', 'saab', 'y'],
  ['hani', 'rahhal', null],
  ['hany', 'rahal', 'y'],
] as const

const fieldsOf = ({ keys }: BlockingRule) => keys.map(({ field }) => field).join('+')

test('takes what covers most for each pair it makes, and lists what no rule covers', () => {
  const same = [
    [0, 1],
    [2, 3],
    [6, 7],
  ] as const
  const { rules, pairs, uncovered } = valueOf(
    learnBlocking(tableOf(ROWS), { keys: KEYS, same, mostPairs: 100 }),
  )
  // Given and family name make the second pair alone; given name and town make three pairs for the first.
  expect(rules.map(({ rule, ...of }) => [fieldsOf(rule), of.pairs, of.covers])).toEqual([
    ['given+family', 1, 1],
    ['given+town', 4, 1],
  ])
  expect(pairs).toBe(5)
  expect(uncovered).toEqual([[6, 7]])
})

test('stays within the budget', () => {
  const same = [
    [0, 1],
    [2, 3],
  ] as const
  const { rules, uncovered } = valueOf(learnBlocking(tableOf(ROWS), { keys: KEYS, same, mostPairs: 2 }))
  expect(rules.map(({ rule }) => fieldsOf(rule))).toEqual(['given+family'])
  expect(uncovered).toEqual([[0, 1]])
})

test('learns nothing from nothing, and reads no field that is not there', () => {
  const table = tableOf(ROWS)
  expect(learnBlocking(table, { keys: KEYS, same: [], mostPairs: 9 })).toMatchObject({ reason: 'no-pairs' })
  const keys = [{ field: 'village', by: 'value' as const }]
  expect(learnBlocking(table, { keys, same: [[0, 1]], mostPairs: 9 })).toMatchObject({
    reason: 'unknown-field',
    detail: expect.stringContaining('village') as string,
  })
})

const cell = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 5 })
const place = fc.nat(11)
const pair = fc
  .tuple(place, place)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)])

test.prop([
  fc.array(fc.tuple(cell, cell, cell), { minLength: 12, maxLength: 12 }),
  fc.uniqueArray(pair, { minLength: 1, maxLength: 6, selector: String }),
  fc.nat(80),
])(
  'the rules make every given pair but those listed, and no more pairs than they may',
  (rows, same, most) => {
    const table = tableOf(rows)
    const { rules, pairs, uncovered } = valueOf(learnBlocking(table, { keys: KEYS, same, mostPairs: most }))
    expect(pairs).toBeLessThanOrEqual(most)
    const groups = rules.map(({ rule }) => {
      const keys = rule.keys.map((key) => {
        const column = table.columns.get(key.field)
        return column ? keyColumn(column, key) : new Int32Array(0)
      })
      return groupRows(keys, table.rows, OWN_ROOM).groupOf
    })
    const isMade = ([a, b]: readonly [number, number]) => groups.some((of) => of[a] === of[b])
    expect(same.filter((one) => !isMade(one))).toEqual(uncovered)
    expect(
      uncoveredBy(
        table,
        rules.map(({ rule }) => rule),
        same,
      ),
    ).toEqual(uncovered)
    expect(rules.reduce((sum, { covers }) => sum + covers, 0)).toBe(same.length - uncovered.length)
  },
)
