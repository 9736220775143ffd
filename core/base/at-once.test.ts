import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { atOnce } from './at-once.ts'

prop.prop([fc.array(fc.nat({ max: 5 })), fc.integer({ min: 1, max: 9 })])(
  'everything is worked on once, answered in its order, and never more at one time than was said',
  async (turns, most) => {
    let [under, highest] = [0, 0]
    const seen: number[] = []
    const made = await atOnce(most, [...turns.entries()], async ([at, waits]) => {
      highest = Math.max(highest, ++under)
      for (let turn = 0; turn <= waits; turn++) await Promise.resolve()
      under--
      seen.push(at)
      return at
    })
    expect(made).toEqual(turns.map((_, at) => at))
    expect(seen.toSorted((a, b) => a - b)).toEqual(made)
    expect(highest).toBeLessThanOrEqual(most)
    if (turns.length >= most) expect(highest).toBe(most)
  },
)

test('what fails is said', async () => {
  const work = (item: number) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item))
  await expect(atOnce(2, [1, 2, 3], work)).rejects.toThrow('two')
})
