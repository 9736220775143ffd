import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { shapeOfCluster } from './shape-of-cluster.ts'

test('two records of two lists warn of nothing', () => {
  expect(shapeOfCluster(2, { joined: [[0, 1]], lists: 2 })).toEqual({
    ...{ records: 2, possible: 1, joined: 1, bridges: [], warnings: [] },
  })
})

test('one pair that holds two triangles together is a bridge', () => {
  const joined = [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [3, 5],
  ] as const
  const shape = shapeOfCluster(6, { joined, lists: 6 })
  expect(shape.bridges).toEqual([[2, 3]])
  expect(shape.warnings).toEqual(['bridge', 'sparse'])
})

test('a triangle on two lists has one of them twice', () => {
  const joined = [
    [0, 1],
    [1, 2],
    [0, 2],
  ] as const
  expect(shapeOfCluster(3, { joined, lists: 2 }).warnings).toEqual(['more-than-lists'])
})

test('eight records are called large', () => {
  const all = Array.from({ length: 8 }, (_, i) => Array.from({ length: i }, (_, j) => [j, i] as const)).flat()
  expect(shapeOfCluster(8, { joined: all, lists: 8 }).warnings).toEqual(['large'])
})

/** Whether two records reach each other by these lines. */
function reach(lines: readonly (readonly [number, number])[], from: number, to: number): boolean {
  const reached = new Set([from])
  for (const at of reached)
    for (const [a, b] of lines) {
      if (a === at) reached.add(b)
      if (b === at) reached.add(a)
    }
  return reached.has(to)
}

const records = 7
const line = fc.tuple(fc.nat(records - 1), fc.nat(records - 1)).filter(([a, b]) => a < b)

test.prop([fc.uniqueArray(line, { selector: ([a, b]) => `${a} ${b}`, maxLength: 15 })])(
  'a line is a bridge exactly when its ends part without it',
  (joined) => {
    const { bridges } = shapeOfCluster(records, { joined, lists: records })
    const wanted = joined.filter(
      (one) =>
        !reach(
          joined.filter((other) => other !== one),
          one[0],
          one[1],
        ),
    )
    expect(new Set(bridges)).toEqual(new Set(wanted))
  },
)
