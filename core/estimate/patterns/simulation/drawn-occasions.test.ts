import { valueOf } from '@corroborate/base'
import type { Rate } from '@corroborate/claims'
import { expect, test } from 'vitest'
import { readPeriods } from '../pattern-arithmetic.ts'
import { claimSaying, claimsById, every, period, weekly } from '../testing/pattern-claims.ts'
import { occasionsDrawn } from './drawn-occasions.ts'

const UNIFORM = { along: 'interval', shape: { kind: 'uniform' } } as const

function mixtureOf(rate: Rate, [first, last]: readonly [string, string], share: number) {
  const claims = claimsById(claimSaying('A', { window: [first, last], rate, size: { min: 1, max: 1 } }))
  const reading = { weeks: 'calendar', rate: 'mixture', share } as const
  const [read] = valueOf(readPeriods([period('P1', ['A', 'A', 'A'], reading)], claims))
  if (read === undefined) throw new Error('no period')
  return valueOf(occasionsDrawn(read, UNIFORM, 'as-reckoned'))
}

/** The chance of each value, by asking at very many places. */
function chancesOf(at: (u: number) => number) {
  const steps = 100_000
  const chances = new Map<number, number>()
  for (let i = 0; i < steps; i++) {
    const value = Math.round(at((i + 0.5) / steps) * 1e6) / 1e6
    chances.set(value, (chances.get(value) ?? 0) + 1 / steps)
  }
  return chances
}

test('three weeks, each once or twice with a quarter of them twice, are every combination by its chance', () => {
  const chances = chancesOf(mixtureOf(weekly(1, 2), ['2001-01-01', '2001-01-21'], 0.25).at)
  const known = new Map([
    [3, 27 / 64],
    [4, 27 / 64],
    [5, 9 / 64],
    [6, 1 / 64],
  ])
  expect([...chances.keys()]).toEqual([...known.keys()])
  for (const [value, chance] of known) expect(chances.get(value)).toBeCloseTo(chance, 4)
})

test('a part of a week at the end is one more chance, and counts by its share', () => {
  const chances = chancesOf(mixtureOf(weekly(1, 2), ['2001-01-01', '2001-01-11'], 0.5).at)
  // 11 days: one week, and 4 ÷ 7 of another.
  expect([...chances.keys()].map((value) => Math.round(value * 7))).toEqual([11, 15, 18, 22])
  for (const chance of chances.values()) expect(chance).toBeCloseTo(0.25, 4)
})

test('intervals of 10 or 20 days fill 40 days with 2, 3 or 4 occasions, by their chances', () => {
  const chances = chancesOf(mixtureOf(every(10, 20), ['2001-01-01', '2001-02-09'], 0.5).at)
  // 4 if all four are short (1/16). 3 or more if at most one of three is long (4/8). 2 or more always.
  expect(chances.get(4)).toBeCloseTo(1 / 16, 4)
  expect(chances.get(3)).toBeCloseTo(4 / 8 - 1 / 16, 4)
  expect(chances.get(2)).toBeCloseTo(4 / 8, 4)
})
