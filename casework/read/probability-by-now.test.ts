import { expect, test } from 'vitest'
import { probabilityOf } from '@corroborate/linkage'
import { probabilityByNow } from './probability-by-now.ts'

/** An invented run that says too much: pairs of 4 bits are one person in one of four. */
const weights = Float64Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 4 : -4))
const words = Array.from({ length: 120 }, (_, place) => ({
  ...{ place, by: 'a' },
  verdict: place % 8 === 0 ? 'same' : 'different',
}))

test('what people decided is worth more than what the model says', () => {
  expect(probabilityByNow(weights, words)(4)).toBeLessThan(0.5)
  expect(probabilityByNow(weights, words.slice(0, 20))).toBe(probabilityOf)
})

test('words taken back, doubts and disagreements decide nothing', () => {
  const others = words.map(({ place, verdict }) => ({
    ...{ place, by: 'b' },
    verdict: verdict === 'same' ? 'different' : 'same',
  }))
  expect(probabilityByNow(weights, [...words, ...others])).toBe(probabilityOf)
  const taken = words.map((word) => ({ ...word, verdict: 'taken-back' }))
  expect(probabilityByNow(weights, [...words, ...taken])).toBe(probabilityOf)
  const doubts = words.map((word) => ({ ...word, by: 'b', verdict: 'unsure' }))
  expect(probabilityByNow(weights, [...words, ...doubts])(4)).toBeLessThan(0.5)
})
