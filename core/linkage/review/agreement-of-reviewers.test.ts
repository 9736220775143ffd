import { expect, test } from 'vitest'
import { diceFrom, valueOf } from '@corroborate/base'
import type { Judgement, Verdict } from '../scored.ts'
import { agreementOfReviewers, VERDICTS } from './agreement-of-reviewers.ts'

/** 200 patients, shares of three diagnoses by two psychiatrists: Fleiss, Cohen and Everitt 1969, table 1. */
const PUBLISHED = [
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
]

function judged(table: readonly (readonly number[])[]): readonly Judgement[] {
  let row = 0
  return table.flatMap((counts, i) =>
    counts.flatMap((count, j) =>
      Array.from({ length: count }).flatMap(() => {
        row += 1
        const word = (by: string, at: number): Judgement => ({
          ...{ left: { list: 'A', row }, right: { list: 'B', row }, by, why: null },
          ...{ verdict: VERDICTS[at] ?? ('unsure' satisfies Verdict), at: '2030-01-01T00:00:00.000Z' },
        })
        return [word('first', i), word('second', j)]
      }),
    ),
  )
}

const of = (table: readonly (readonly number[])[]) => agreementOfReviewers(judged(table), ['first', 'second'])

test('kappa is that of the published table', () => {
  const { kappa, pairs, agreed, table } = valueOf(of(PUBLISHED))
  expect(kappa).toBeCloseTo(0.429, 3)
  expect({ pairs, agreed, table }).toEqual({ pairs: 200, agreed: 140, table: PUBLISHED })
})

test('its interval is as wide as kappa scatters when the pairs are drawn again', () => {
  const dice = diceFrom('kappa')
  const cells = PUBLISHED.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)),
  )
  const kappas = Array.from({ length: 1_500 }, () => {
    const table = PUBLISHED.map((row) => row.map(() => 0))
    cells.forEach(() => {
      const [i, j] = cells[dice.whole(0, cells.length - 1)] ?? [0, 0]
      const row = table[i] ?? []
      row[j] = (row[j] ?? 0) + 1
    })
    return kappaOf(table)
  })
  const mean = kappas.reduce((sum, one) => sum + one, 0) / kappas.length
  const scatter = Math.sqrt(kappas.reduce((sum, one) => sum + (one - mean) ** 2, 0) / kappas.length)
  const [low, high] = valueOf(of(PUBLISHED)).interval
  // The scatter of 1,500 repetitions is itself known to about 2 %; large-sample against 200 pairs allows as much again.
  expect((high - low) / 4 / scatter).toBeGreaterThan(0.94)
  expect((high - low) / 4 / scatter).toBeLessThan(1.06)
})

function kappaOf(table: readonly (readonly number[])[]): number {
  const n = table.flat().reduce((sum, count) => sum + count, 0)
  const observed = table.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / n
  const expected = table.reduce((sum, row, i) => {
    const column = table.reduce((total, other) => total + (other[i] ?? 0), 0)
    return sum + (row.reduce((total, count) => total + count, 0) * column) / (n * n)
  }, 0)
  return (observed - expected) / (1 - expected)
}

test('nothing in common, or nothing to agree on, is said and not a number', () => {
  expect(of([[0]])).toMatchObject({ reason: 'nothing-in-common' })
  expect(of([[5, 0, 0]])).toMatchObject({ reason: 'nothing-to-agree-on' })
})
