import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { piecesAtSilence } from './pieces-at-silence.ts'

const RATE = 20
const sound = fc
  .array(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 900 }), { maxLength: 4 })
  .map((blocks) => blocks.map((block) => Float32Array.from(block, (one) => one / 100)))

test.prop([sound])('pieces of 29 seconds at most make up the whole sound', (blocks) => {
  const all = blocks.flatMap((block) => [...block])
  const pieces = [...piecesAtSilence(blocks, RATE)]
  expect(pieces.flatMap(({ samples }) => [...samples])).toEqual(all)
  let before = 0
  for (const { at, samples } of pieces) {
    expect(at).toBe(before)
    expect(samples.length).toBeLessThanOrEqual(29 * RATE)
    before += samples.length
  }
})

test('it is cut where it is lowest, and a piece without any sound is left out', () => {
  const blocks = [
    new Float32Array(25 * RATE).fill(0.5),
    new Float32Array(RATE).fill(0.01),
    new Float32Array(9 * RATE).fill(0.5),
    new Float32Array(60 * RATE),
  ]
  const pieces = [...piecesAtSilence(blocks, RATE)]
  expect(pieces.map(({ at }) => Math.floor(at / RATE))).toEqual([0, 25])
})
