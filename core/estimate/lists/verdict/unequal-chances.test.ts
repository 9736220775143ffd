import { diceFrom, valueOf, type Dice } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { overlapOf, type Overlap } from '../overlap.ts'
import { unequalChances } from './unequal-chances.ts'

const LISTS = ['A', 'B', 'C', 'D', 'E']

/** So many people, each with a chance of his own, on five lists. */
function drawn(people: number, dice: Dice, chanceOf: (dice: Dice) => number): Overlap {
  const counts = Array.from({ length: 32 }, () => 0)
  for (let person = 0; person < people; person++) {
    const chance = chanceOf(dice)
    const mask = LISTS.reduce((on, _, list) => (dice.next() < chance ? on | (1 << list) : on), 0)
    counts[mask] = (counts[mask] ?? 0) + 1
  }
  counts[0] = 0
  return valueOf(
    overlapOf(
      LISTS,
      counts.map((count, mask) => ({ mask, count })).filter(({ mask }) => mask > 0),
    ),
  )
}

const shareUnequal = (people: number, chanceOf: (dice: Dice) => number) => {
  const found = Array.from({ length: 400 }, (_, at) =>
    unequalChances(drawn(people, diceFrom(`${people}/${at}`), chanceOf)),
  )
  return found.filter((one) => one.kind === 'unequal').length / found.length
}

describe('the test of equal chances', () => {
  test('calls about one table in ten unequal when all are as easy to reach', () => {
    // Binomial with 400 tables: 0.10 ± 4 standard errors of 0.015.
    const share = shareUnequal(2000, () => 0.15)
    expect(share).toBeGreaterThan(0.04)
    expect(share).toBeLessThan(0.16)
  })

  test('sees nearly always that half are seven times as easy to reach', () => {
    expect(shareUnequal(2000, (dice) => (dice.next() < 0.5 ? 0.05 : 0.35))).toBeGreaterThan(0.95)
  })

  test('is the same whatever the order of the lists', () => {
    const overlap = drawn(500, diceFrom('order'), (dice) => 0.1 + 0.2 * dice.next())
    const turned = valueOf(
      overlapOf(
        LISTS.toReversed(),
        overlap.cells.map(({ mask, count }) => ({
          mask: LISTS.reduce((on, _, list) => on | (((mask >> list) & 1) << (4 - list)), 0),
          count,
        })),
      ),
    )
    const [one, other] = [unequalChances(overlap), unequalChances(turned)]
    expect(other.kind).toBe(one.kind)
    if (one.kind !== 'not-testable' && other.kind !== 'not-testable')
      expect(other.deviations).toBeCloseTo(one.deviations, 9)
  })

  test('cannot be made where too few are expected on three lists, or independence has no fit', () => {
    const few = [1, 2, 4, 3].map((mask) => ({ mask, count: 40 }))
    expect(unequalChances(valueOf(overlapOf(['A', 'B', 'C'], few))).kind).toBe('not-testable')
    const none = [1, 2, 4].map((mask) => ({ mask, count: 40 }))
    expect(unequalChances(valueOf(overlapOf(['A', 'B', 'C'], none))).kind).toBe('not-testable')
  })
})
