import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { ranked } from './rank.ts'

interface Counted {
  readonly counts: readonly number[]
  readonly words: number
}

/** The documents, by their places in the list, the best first. */
function ordered(found: readonly Counted[]): readonly number[] {
  const counts = (found[0]?.counts ?? []).map((_, at) =>
    Uint16Array.from(found, (one) => one.counts[at] ?? 0),
  )
  const words = Int32Array.from(found, (one) => one.words)
  return [...ranked({ size: found.length, counts, words }, 1_000)]
}

test('what stands often counts for a little more, in a short document for more than in a long one', () => {
  const [long, short, often] = [
    { counts: [1], words: 400 },
    { counts: [1], words: 40 },
    { counts: [3], words: 40 },
  ]
  expect(ordered([long, short, often])).toEqual([2, 1, 0])
})

test('what is rare counts for more', () => {
  const frequent = Array.from({ length: 20 }, () => ({ counts: [1, 0], words: 40 }))
  expect(ordered([...frequent, { counts: [0, 1], words: 40 }])[0]).toBe(20)
})

test.prop([fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 100 })), { maxLength: 50 })])(
  'all are there, and equals keep their order',
  (all) => {
    const order = ordered(all.map(([count, words]) => ({ counts: [count], words })))
    expect([...order].sort((a, b) => a - b)).toEqual([...all.keys()])
    const same = order.filter((at) => all[at]?.[0] === all[0]?.[0] && all[at]?.[1] === all[0]?.[1])
    expect(same).toEqual([...same].sort((a, b) => a - b))
  },
)
