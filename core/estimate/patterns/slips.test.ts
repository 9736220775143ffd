import { valueOf } from '@corroborate/base'
import { test as prop, fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import { couldBeEnteredAs } from './slips.ts'
import {
  CALENDAR,
  claimSaying,
  claimsById,
  every,
  idOf,
  period,
  requestOf,
} from './testing/pattern-claims.ts'

test.each([
  [4440, 4400],
  [4440, 4000],
  [4440, 5000],
  [222, 220],
  [5376, 5400],
])('%i could have been entered as %i: fewer significant digits', (right, entered) => {
  expect(couldBeEnteredAs(right, entered)).toBe(true)
})

test.each([
  [4440, 440],
  [5376, 536],
  [5376, 5736],
  [1234, 1243],
])('%i could have been entered as %i: a digit dropped, or two changed about', (right, entered) => {
  expect(couldBeEnteredAs(right, entered)).toBe(true)
})

test.each([
  [4440, 4440],
  [4440, 4401],
  [4440, 4300],
  [5376, 5673],
  [7, 0],
  [12, -12],
  [12.5, 10],
  [12, Number.NaN],
  [12, Number.POSITIVE_INFINITY],
])('%d is not entered as %d by one of the slips that people make', (right, entered) => {
  expect(couldBeEnteredAs(right, entered)).toBe(false)
})

prop.prop([fc.integer({ min: 10, max: 99_999_999 }), fc.integer({ min: 1, max: 7 })])(
  'every number could have been entered with fewer significant digits, and never as itself',
  (right, zeros) => {
    const entered = Math.floor(right / 10 ** zeros) * 10 ** zeros
    expect(couldBeEnteredAs(right, entered)).toBe(entered !== 0 && entered !== right)
    expect(couldBeEnteredAs(right, right)).toBe(false)
  },
)

/** Two windows of 100 days, once every so many days, with groups of 177 and of 458 people. */
function slipsWhenSaid(
  said: number,
  { every: days = 10, sizes = [177, 458] as readonly [number, number] } = {},
) {
  const claims = claimsById(
    claimSaying('A', {
      window: ['2001-01-01', '2001-04-10'],
      rate: every(days, days),
      size: { min: sizes[0], max: sizes[0] },
    }),
    claimSaying('B', {
      window: ['2002-01-01', '2002-04-11'],
      rate: every(days, days),
      size: { min: sizes[1], max: sizes[1] },
    }),
    claimSaying('said', { quantity: { min: said, max: said } }),
  )
  const request = requestOf(
    [period('P1', ['A', 'A', 'A'], CALENDAR), period('P2', ['B', 'B', 'B'], CALENDAR)],
    { checks: [{ claim: idOf('said'), bound: 'min' }], rounding: { kind: 'down-to', unit: 1000 } },
  )
  return valueOf(estimateFromPatterns(request, claims, { contradictions: [], software: 'test' })).slips
}

test('a figure that agrees is no slip', () => {
  expect(slipsWhenSaid(1770 + 4580)).toEqual([])
})

test('a sub-total with two digits changed about is found', () => {
  expect(slipsWhenSaid(1770 + 4850)).toMatchObject([
    {
      said: 6620,
      computed: 6350,
      explanation: { step: 'P2.subtotal', right: 4580, entered: 4850 },
      changesPublished: false,
    },
  ])
})

test('a rounded group size is found where no sub-total explains the figure', () => {
  expect(slipsWhenSaid(7 * 180 + 7 * 458, { every: 14 })).toMatchObject([
    { explanation: { step: 'P1.size', right: 177, entered: 180 } },
  ])
})

test('a sub-total goes before the lines that it follows from: they would have moved both ends', () => {
  expect(slipsWhenSaid(2000 + 4580)).toMatchObject([
    { explanation: { step: 'P1.subtotal', right: 1770, entered: 2000 } },
  ])
})

test('a figure that two lines would explain is explained by neither', () => {
  expect(slipsWhenSaid(5000 + 4580, { sizes: [458, 458] })).toMatchObject([{ said: 9580, explanation: null }])
})

test('a figure that no single slip gives stays unexplained, and is still shown', () => {
  expect(slipsWhenSaid(3217)).toEqual([
    {
      claim: idOf('said'),
      bound: 'min',
      said: 3217,
      computed: 6350,
      explanation: null,
      changesPublished: true,
    },
  ])
})
