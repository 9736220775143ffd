import { fc, test } from '@fast-check/vitest'
import { expect, test as check } from 'vitest'
import { closureOf, generatorsOf, modelsOf, nameOfModel, orderOf } from './hierarchy.ts'

// OEIS A006126 less the model of all lists (8, 113, 6893), as the R package Rcapture 1.4-4 counts them; 2^(lists choose 2) to order 2.
check.each([
  [2, 2, 1],
  [3, 3, 8],
  [4, 4, 113],
  [5, 5, 6893],
  [3, 2, 8],
  [4, 2, 64],
  [5, 2, 1024],
])('%d lists to order %d have %d models, each once and hierarchical', (lists, order, count) => {
  const models = modelsOf(lists, order)
  expect(models).toHaveLength(count)
  expect(new Set(models.map((terms) => nameOfModel(lists, terms))).size).toBe(count)
  for (const terms of models) {
    expect(terms).toEqual(closureOf(lists, generatorsOf(terms)))
    expect(Math.max(...terms.map(orderOf))).toBeLessThanOrEqual(order)
  }
})

check('a model has the name that the literature gives it', () => {
  expect(nameOfModel(4, closureOf(4, [0b0111, 0b1001, 0b1100]))).toBe('[123,14,34]')
  expect(nameOfModel(4, closureOf(4, [0b0011, 0b0110, 0b1101]))).toBe('[134,12,23]')
  expect(nameOfModel(3, closureOf(3, []))).toBe('[1,2,3]')
  expect(nameOfModel(10, closureOf(3, [1 | (1 << 9)]))).toBe('[1.10,2,3]')
})

test.prop([fc.integer({ min: 2, max: 8 }), fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 5 })])(
  'the shortest name says the whole model',
  (lists, masks) => {
    const terms = closureOf(
      lists,
      masks.map((mask) => mask & ((1 << lists) - 1)).filter((mask) => mask > 0),
    )
    expect(closureOf(lists, generatorsOf(terms))).toEqual(terms)
  },
)
