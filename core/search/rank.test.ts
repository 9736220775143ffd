import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { ranked } from './rank.ts'

const one = (document: string, counts: readonly number[], words: number) => ({ document, counts, words })

test('what stands often counts for a little more, in a short document for more than in a long one', () => {
  const found = [one('long', [1], 400), one('short', [1], 40), one('often', [3], 40)]
  expect(ranked(found, 1_000)).toEqual(['often', 'short', 'long'])
})

test('what is rare counts for more', () => {
  const frequent = Array.from({ length: 20 }, (_, at) => one(`frequent ${at}`, [1, 0], 40))
  expect(ranked([...frequent, one('rare', [0, 1], 40)], 1_000)[0]).toBe('rare')
})

test.prop([fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 100 })), { maxLength: 50 })])(
  'all are there, and equals keep their order',
  (all) => {
    const order = ranked(
      all.map(([count, words], at) => ({ document: at, counts: [count], words })),
      1_000,
    )
    expect([...order].sort((a, b) => a - b)).toEqual([...all.keys()])
    const same = order.filter((at) => all[at]?.[0] === all[0]?.[0] && all[at]?.[1] === all[0]?.[1])
    expect(same).toEqual([...same].sort((a, b) => a - b))
  },
)
