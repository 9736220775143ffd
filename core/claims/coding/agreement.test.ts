import { fc, test } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { describe, expect } from 'vitest'
import { agreementOfCoders, disagreementsIn, kappaOverTurns } from './agreement-of-coders.ts'
import { codingState } from './coding-events.ts'
import type { CodingDeed } from './code-system.ts'
import { codeId, coded, events, made, TEXT } from './testing/events.ts'
import { unitizedAlpha, type Unit } from './unitized-alpha.ts'

const unit = (value: string, start: number, end: number): Unit => ({ value, start, end })
const letters = (values: string) => Array.from(values, (value, at) => unit(value, at, at + 1))
const alpha = (outcome: { readonly ok: boolean }) => ('value' in outcome ? outcome.value : null)

describe('unitized alpha', () => {
  test('agrees with another implementation of the 2016 definitions on its worked example', () => {
    // A public Python implementation after Krippendorff et al. 2016, "Krippendorff's unitized alpha": three coders, 20 long.
    const agreement = valueOf(
      unitizedAlpha({
        length: 20,
        coders: [
          [unit('1', 2, 5), unit('1', 9, 11), unit('2', 12, 20)],
          [unit('1', 2, 5), unit('2', 7, 15)],
          [unit('1', 2, 5), unit('2', 10, 15)],
        ],
      }),
    )
    expect(alpha(agreement.all)).toBeCloseTo(0.474, 3)
    expect(alpha(agreement.where)).toBeCloseTo(0.433, 3)
    expect(alpha(agreement.which.alpha)).toBeCloseTo(0.779, 3)
    expect(agreement.which.coverage).toBeCloseTo(0.3833, 4)
    expect(agreement.each.map((one) => alpha(one.alpha))).toEqual([
      expect.closeTo(0.769, 3),
      expect.closeTo(0.787, 3),
    ])
    expect(agreement.each.map(({ coverage }) => coverage)).toEqual([
      expect.closeTo(0.9545, 4),
      expect.closeTo(0.5952, 4),
    ])
  })

  test.each([
    ['A', '0100000010', '1110010000', 0.095],
    ['B', 'aabbdcccedda', 'babbbccceddd', 0.692],
  ])(
    'of units of one letter is the alpha of coding: Krippendorff 2011, section %s',
    (_, first, second, expected) => {
      const agreement = valueOf(
        unitizedAlpha({ length: first.length, coders: [letters(first), letters(second)] }),
      )
      expect(alpha(agreement.all)).toBeCloseTo(expected, 3)
      expect(alpha(agreement.which.alpha)).toBeCloseTo(expected, 3)
    },
  )

  test('one coder, two values in one place, and units outside are refused', () => {
    expect(unitizedAlpha({ length: 9, coders: [[]] })).toMatchObject({ reason: 'one-coder' })
    const twice = [unit('a', 0, 5), unit('b', 4, 9)]
    expect(unitizedAlpha({ length: 9, coders: [twice, []] })).toMatchObject({ reason: 'overlap' })
    expect(unitizedAlpha({ length: 9, coders: [[unit('a', 0, 10)], []] })).toMatchObject({
      reason: 'out-of-range',
    })
  })

  test('where nobody coded anything there is nothing to agree on', () => {
    const agreement = valueOf(unitizedAlpha({ length: 9, coders: [[], []] }))
    expect(agreement.all).toMatchObject({ reason: 'nothing-to-agree-on' })
    expect(agreement.which.alpha).toMatchObject({ reason: 'nothing-to-agree-on' })
  })

  const units = fc
    .array(
      fc.record({
        gap: fc.nat(5),
        length: fc.integer({ min: 1, max: 8 }),
        value: fc.constantFrom('a', 'b', 'c'),
      }),
      {
        maxLength: 6,
      },
    )
    .map((all) => {
      let end = 0
      return all.map(({ gap, length, value }) => {
        const start = end + gap
        end = start + length
        return unit(value, start, end)
      })
    })

  test.prop([units, fc.integer({ min: 2, max: 4 })])(
    'coders who did the same agree wholly',
    (one, coders) => {
      const agreement = valueOf(
        unitizedAlpha({ length: 80, coders: Array.from({ length: coders }, () => one) }),
      )
      if (agreement.all.ok) expect(agreement.all.value).toBeCloseTo(1, 12)
    },
  )

  test.prop([fc.array(units, { minLength: 2, maxLength: 4 })])(
    'neither the order of coders nor the names of values matter',
    (all) => {
      const renamed = all.map((one) =>
        one.map((each) => ({ ...each, value: { a: 'z', b: 'y', c: 'x' }[each.value] ?? '' })),
      )
      const first = valueOf(unitizedAlpha({ length: 80, coders: all }))
      const other = valueOf(unitizedAlpha({ length: 80, coders: renamed.toReversed() }))
      for (const [a, b] of [
        [first.all, other.all],
        [first.where, other.where],
        [first.which.alpha, other.which.alpha],
      ] as const) {
        expect(a.ok).toBe(b.ok)
        if (a.ok && b.ok) {
          expect(a.value).toBeCloseTo(b.value, 9)
          expect(a.value).toBeLessThanOrEqual(1 + 1e-12)
        }
      }
    },
  )
})

const codes: readonly (readonly [string, CodingDeed])[] = [
  ['ana', made('acts', null, true)],
  ['ana', made('beating', 'acts')],
  ['ana', made('hanging', 'acts')],
]
const open: readonly [string, CodingDeed] = ['ana', { kind: 'opened', text: TEXT }]
const twoCoders: readonly (readonly [string, CodingDeed])[] = [
  ['ana', coded('1', 'beating', 10, 20)],
  ['bo', coded('2', 'beating', 12, 20)],
  ['ana', coded('3', 'hanging', 30, 40)],
  ['bo', coded('4', 'beating', 30, 40)],
  ['ana', coded('5', 'hanging', 50, 60)],
]
const stateOf = (...deeds: readonly (readonly [string, CodingDeed])[]) =>
  valueOf(codingState(events(...deeds)))
const compared = { text: TEXT, length: 100, coders: ['ana', 'bo'], code: codeId('acts') }

test('coders are compared on a branch of the code system, over what they coded blind', () => {
  const blind = agreementOfCoders(stateOf(...codes, ...twoCoders), compared)
  const later = agreementOfCoders(
    stateOf(...codes, ...twoCoders, open, ['bo', coded('6', 'hanging', 50, 60)]),
    compared,
  )
  expect(valueOf(later)).toEqual(valueOf(blind))
  // By hand: 44 of 200 apart, 79.79 by chance.
  expect(alpha(valueOf(blind).all)).toBeCloseTo(0.4485, 4)
})

test('kappa over turns asks of each turn whether it was coded so', () => {
  const turns = [0, 10, 30, 50, 70].map((start) => ({ speaker: 'W1', start, end: start + 10 }))
  const kappa = valueOf(
    kappaOverTurns(stateOf(...codes, ...twoCoders), {
      ...{ text: TEXT, coders: ['ana', 'bo'], turns, code: codeId('acts') },
    }),
  )
  expect({ judged: kappa.judged, agreed: kappa.agreed }).toEqual({ judged: 5, agreed: 4 })
  expect(kappa.kappa).toBeCloseTo(0.615, 3)
})

test('disagreements are a list to work through, once the text is opened', () => {
  const of = { text: TEXT, coders: ['ana', 'bo'] }
  expect(disagreementsIn(stateOf(...codes, ...twoCoders), of)).toMatchObject({ reason: 'not-opened' })
  const list = valueOf(disagreementsIn(stateOf(...codes, ...twoCoders, open), of))
  expect(list.map(({ start, end, kind }) => [start, end, kind])).toEqual([
    [10, 12, 'edges'],
    [30, 40, 'codes'],
    [50, 60, 'coded'],
  ])
  const settlement = {
    text: TEXT,
    start: 30,
    end: 40,
    codes: [codeId('hanging')],
    reason: 'the rope is named',
  }
  const settled = stateOf(...codes, ...twoCoders, open, ['bo', { kind: 'settled', settlement }])
  expect(valueOf(disagreementsIn(settled, of)).map(({ start }) => start)).toEqual([10, 50])
})
