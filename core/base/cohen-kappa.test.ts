import { valueOf } from './outcome.ts'
import { expect, test } from 'vitest'
import { cohenKappa } from './cohen-kappa.ts'

test('kappa is that of the published table', () => {
  // 200 patients, shares of three diagnoses by two psychiatrists: Fleiss, Cohen and Everitt 1969, table 1.
  const table = [
    [106, 10, 4],
    [22, 28, 10],
    [2, 12, 6],
  ]
  const { kappa, judged, agreed } = valueOf(cohenKappa(table))
  expect(kappa).toBeCloseTo(0.429, 3)
  expect({ judged, agreed }).toEqual({ judged: 200, agreed: 140 })
})

test('an empty table and one word for everything are refused', () => {
  expect(cohenKappa([[0]])).toMatchObject({ reason: 'nothing-in-common' })
  expect(
    cohenKappa([
      [5, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: 'nothing-to-agree-on' })
})
