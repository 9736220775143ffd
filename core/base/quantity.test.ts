import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { commonOf, hullOf, productOf, rangeOf, sameRange, sumOf, type Range } from './quantity.ts'

const ranges = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([a, b]): Range => ({ min: Math.min(a, b), max: Math.max(a, b) }))

test('a range starts at its smaller end and has two finite ends', () => {
  expect(rangeOf(20, 50)).toEqual({ ok: true, value: { min: 20, max: 50 } })
  expect(rangeOf(50, 20)).toMatchObject({ ok: false, reason: 'upside-down' })
  expect(rangeOf(20, Infinity)).toMatchObject({ ok: false, reason: 'not-a-number' })
  expect(rangeOf(Number.NaN, 20)).toMatchObject({ ok: false, reason: 'not-a-number' })
})

prop.prop([fc.array(ranges), ranges, fc.double({ min: 0, max: 1, noNaN: true })])(
  'a sum holds the sum of any number of each',
  (all, last, share) => {
    const inside = ({ min, max }: Range) => min + Math.floor((max - min) * share)
    const total = [...all, last].reduce((sum, range) => sum + inside(range), 0)
    const sum = sumOf([...all, last])
    expect(sum.min <= total && total <= sum.max).toBe(true)
  },
)

prop.prop([ranges, ranges])('a product holds the products of the ends', (a, b) => {
  const product = productOf(a, b)
  for (const x of [a.min, a.max])
    for (const y of [b.min, b.max]) expect(x * y >= product.min && x * y <= product.max).toBe(true)
})

prop.prop([fc.array(ranges, { minLength: 1 })])(
  'what all share lies in each, and each in their hull',
  (all) => {
    const [hull, common] = [hullOf(all), commonOf(all)]
    for (const range of all) {
      expect(hull !== null && hull.min <= range.min && hull.max >= range.max).toBe(true)
      if (common) expect(common.min >= range.min && common.max <= range.max).toBe(true)
    }
  },
)

test('nothing has no hull, and what is apart shares nothing', () => {
  expect(hullOf([])).toBeNull()
  expect(commonOf([])).toBeNull()
  expect(
    commonOf([
      { min: 1, max: 2 },
      { min: 3, max: 4 },
    ]),
  ).toBeNull()
  expect(
    commonOf([
      { min: 1, max: 3 },
      { min: 3, max: 4 },
    ]),
  ).toEqual({ min: 3, max: 3 })
})

test('two ranges are the same when both their ends are', () => {
  expect(sameRange({ min: 20, max: 50 }, { min: 20, max: 50 })).toBe(true)
  expect(sameRange({ min: 20, max: 50 }, { min: 20, max: 60 })).toBe(false)
})
