import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { countPairs, groupRows } from '../block/group-rows.ts'
import { samplePairs } from '../model/sample-pairs.ts'
import { compareBlocks, type PairWork } from './compare-blocks.ts'
import { sameComparer } from './plain-comparers.ts'
import { OWN_ROOM } from './text-pool.ts'

interface Lists {
  readonly keys: readonly (readonly number[])[]
  readonly clean: readonly boolean[]
  readonly sizes: readonly number[]
}

/** Up to three lists of rows with two keys each, -1 for none. */
const lists: fc.Arbitrary<Lists> = fc
  .record({
    rows: fc.array(fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1, max: 2 })), {
      minLength: 2,
      maxLength: 40,
    }),
    cuts: fc.tuple(fc.nat(), fc.nat()),
    clean: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  })
  .map(({ rows, cuts, clean }) => {
    const [a = 0, b = 0] = cuts.map((cut) => cut % rows.length).sort((x, y) => x - y)
    return { keys: rows, clean, sizes: [a, b - a, rows.length - b] }
  })

function workOf({ keys, clean, sizes }: Lists) {
  const column = (n: number) => Int32Array.from(keys, (row) => row[n] ?? -1)
  const rules = [[column(0)], [column(1)], [column(0), column(1)]].map((of) =>
    groupRows(of, keys.length, OWN_ROOM),
  )
  const tableLists = sizes.map((rows, n) => ({
    code: `L${n}`,
    first: sizes.slice(0, n).reduce((sum, size) => sum + size, 0),
    rows,
    clean: clean[n] ?? false,
  }))
  const work: PairWork = {
    rules,
    lists: tableLists,
    comparers: [
      sameComparer({ kind: 'same', ids: column(0), decidedBy: null }),
      sameComparer({ kind: 'same', ids: column(1), decidedBy: null }),
    ],
  }
  const listOf = (row: number) => tableLists.findLastIndex(({ first, rows }) => row >= first && rows > 0)
  return {
    work,
    tableLists,
    mayMeet: (i: number, j: number) => listOf(i) !== listOf(j) || !tableLists[listOf(i)]?.clean,
  }
}

const equal = (a: number | undefined, b: number | undefined) => a !== undefined && a >= 0 && a === b
const digit = (a = -1, b = -1) => (a < 0 || b < 0 ? 0 : a === b ? 2 : 1)

test.prop([lists])(
  'makes every pair that shares a key, once, by the first rule, with its pattern',
  (given) => {
    const { work, mayMeet } = workOf(given)
    const made = new Map<string, number>()
    for (const [rule, { groups }] of work.rules.entries()) {
      compareBlocks(work, { rule, from: 0, to: groups }, ({ count, left, right, rows, patterns }) => {
        for (let k = 0; k < count; k++) {
          const pair = `${rows[left[k] ?? 0] ?? -1} ${rows[right[k] ?? 0] ?? -1}`
          expect(made.has(pair)).toBe(false)
          made.set(pair, patterns[k] ?? -1)
        }
      })
    }
    const expected = new Map<string, number>()
    for (const [i, a] of given.keys.entries()) {
      for (const [j, b] of given.keys.entries()) {
        if (i < j && mayMeet(i, j) && (equal(a[0], b[0]) || equal(a[1], b[1])))
          expected.set(`${i} ${j}`, digit(a[0], b[0]) * 3 + digit(a[1], b[1]))
      }
    }
    expect(new Map([...made].sort())).toEqual(new Map([...expected].sort()))
  },
)

test.prop([lists])('counts the pairs of a rule before it makes them', (given) => {
  const { work, tableLists } = workOf(given)
  for (const rule of work.rules) {
    let made = 0
    samplePairs(
      work,
      rule,
      () => 1,
      () => (made += 1),
    )
    expect(countPairs(rule.groupOf, rule.groups, tableLists).pairs).toBe(made)
  }
})

test('a block of more rows than are gathered at once is made whole', () => {
  const ids = new Int32Array(5000).fill(7)
  const work: PairWork = {
    rules: [groupRows([], 5000, OWN_ROOM)],
    lists: [{ code: 'L', first: 0, rows: 5000, clean: false }],
    comparers: [sameComparer({ kind: 'same', ids, decidedBy: null })],
  }
  let pairs = 0
  compareBlocks(work, { rule: 0, from: 0, to: 1 }, ({ count }) => (pairs += count))
  expect(pairs).toBe((5000 * 4999) / 2)
})
