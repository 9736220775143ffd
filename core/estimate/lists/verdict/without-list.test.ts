import { test, fc } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { expect } from 'vitest'
import { overlapOf, sizeOfList } from '../overlap.ts'
import { withoutList } from './without-list.ts'

const LISTS = ['A', 'B', 'C', 'D']
const tables = fc.array(fc.nat(50), { minLength: 15, maxLength: 15 }).map((counts) =>
  valueOf(
    overlapOf(
      LISTS,
      counts.map((count, at) => ({ mask: at + 1, count: count + 1 })),
    ),
  ),
)

test.prop([tables, fc.constantFrom(...LISTS)])(
  'a table without a list keeps every other list as long as it was, and loses the people of that list alone',
  (overlap, list) => {
    const rest = valueOf(withoutList(overlap, list))
    expect(rest.lists).toEqual(LISTS.filter((other) => other !== list))
    for (const [at, other] of rest.lists.entries())
      expect(sizeOfList(rest, at)).toBe(sizeOfList(overlap, LISTS.indexOf(other)))
    const alone = overlap.cells.find((cell) => cell.mask === 1 << LISTS.indexOf(list))?.count ?? 0
    expect(rest.observed).toBe(overlap.observed - alone)
  },
)
