import { fc, test } from '@fast-check/vitest'
import { derivedId, valueOf, type CodeId } from '@corroborate/base'
import type { Code } from '@corroborate/testimony'
import { describe, expect } from 'vitest'
import {
  agreementOfCoders,
  disagreementsIn,
  kappaOverTurns,
  type CodedStretch,
  type CodedText,
} from './agreement-of-coders.ts'
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

/** Invented codes, named by a word. */
const codeId = (name: string): CodeId => derivedId('code', name)
const code = (name: string, within: string | null = null): Code => ({
  ...{ id: codeId(name), code: name, name: { en: name }, within: within === null ? null : codeId(within) },
  ...{ key: null, memo: null, mergedInto: null },
})
const codes = new Map(
  [code('acts'), code('beating', 'acts'), code('hanging', 'acts')].map((one) => [one.id, one]),
)
const coded = (coder: string, name: string, start: number, end: number, at = '2030-01-01'): CodedStretch => ({
  ...{ coder, code: codeId(name), start, end, at },
})
const twoCoders = [
  coded('ana', 'beating', 10, 20),
  coded('bo', 'beating', 12, 20),
  coded('ana', 'hanging', 30, 40),
  coded('bo', 'beating', 30, 40),
  coded('ana', 'hanging', 50, 60),
]
const blindly: CodedText = { length: 100, codes, codings: twoCoders, openedAt: null }
const opened: CodedText = { ...blindly, openedAt: '2030-01-02' }
const coders = ['ana', 'bo'] as const

test('coders are compared on a branch of the code system, over what they coded blind', () => {
  const compared = { coders, code: codeId('acts') }
  const blind = agreementOfCoders(blindly, compared)
  const codings = [...twoCoders, coded('bo', 'hanging', 50, 60, '2030-01-03')]
  expect(valueOf(agreementOfCoders({ ...opened, codings }, compared))).toEqual(valueOf(blind))
  // By hand: 44 of 200 apart, 79.79 by chance.
  expect(alpha(valueOf(blind).all)).toBeCloseTo(0.4485, 4)
})

test('what was merged counts as what it was merged into', () => {
  const merged = new Map(codes).set(codeId('hanging'), {
    ...code('hanging', 'acts'),
    mergedInto: codeId('beating'),
  })
  const found = valueOf(disagreementsIn({ ...opened, codes: merged }, coders))
  expect(found.map(({ start }) => start)).toEqual([10, 50])
})

test('kappa over turns asks of each turn whether it was coded so', () => {
  const turns = [0, 10, 30, 50, 70].map((start) => ({ speaker: 'W1', start, end: start + 10 }))
  const kappa = valueOf(kappaOverTurns(blindly, { coders, turns, code: codeId('acts') }))
  expect({ judged: kappa.judged, agreed: kappa.agreed }).toEqual({ judged: 5, agreed: 4 })
  expect(kappa.kappa).toBeCloseTo(0.615, 3)
})

test('disagreements are a list to work through, once the text is opened', () => {
  expect(disagreementsIn(blindly, coders)).toMatchObject({ reason: 'not-opened' })
  const list = valueOf(disagreementsIn(opened, coders))
  expect(list.map(({ start, end, kind }) => [start, end, kind])).toEqual([
    [10, 12, 'edges'],
    [30, 40, 'codes'],
    [50, 60, 'coded'],
  ])
})
