import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { diceFrom, xoshiro128 } from './random.ts'

test("agrees with the authors' own xoshiro128** from the state 1, 2, 3, 4", () => {
  const next = xoshiro128(Uint32Array.of(1, 2, 3, 4))
  expect(Array.from({ length: 10 }, next)).toEqual([
    ...[11520, 0, 5927040, 70819200, 2031721883],
    ...[1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
  ])
})

test('the sequence of a seed is part of what we promise, and does not change', () => {
  const dice = diceFrom(20170207)
  expect(Array.from({ length: 4 }, () => dice.whole(1, 1_000_000))).toMatchInlineSnapshot(`
    [
      897548,
      383040,
      240780,
      246326,
    ]
  `)
})

prop.prop([fc.string()])('the same seed gives the same throws', (seed) => {
  const [a, b] = [diceFrom(seed), diceFrom(seed)]
  expect(Array.from({ length: 20 }, a.next)).toEqual(Array.from({ length: 20 }, b.next))
})

test('neighbouring seeds have nothing in common', () => {
  const firsts = Array.from({ length: 1000 }, (_, seed) => diceFrom(seed).next())
  expect(new Set(firsts).size).toBe(1000)
})

test('throws are spread evenly: chi-squared of 100 bins is below its 99.9 % point', () => {
  const dice = diceFrom('uniform')
  const bins = new Uint32Array(100)
  for (let i = 0; i < 100_000; i++) {
    const bin = Math.floor(dice.next() * 100)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const chi = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  expect(chi).toBeLessThan(148.2)
  expect(chi).toBeGreaterThan(60)
})

test('whole numbers reach both ends and nothing beyond', () => {
  const dice = diceFrom('whole')
  const thrown = Array.from({ length: 1000 }, () => dice.whole(3, 6))
  expect([...new Set(thrown)].sort()).toEqual([3, 4, 5, 6])
})

prop.prop([fc.string(), fc.array(fc.integer())])('a shuffled deck has the same cards', (seed, cards) => {
  const sorted = (deck: readonly number[]) => [...deck].sort((a, b) => a - b)
  expect(sorted(diceFrom(seed).shuffle(cards))).toEqual(sorted(cards))
})

test('every order of three cards is as likely', () => {
  const dice = diceFrom('orders')
  const counts = new Map<string, number>()
  for (let i = 0; i < 6000; i++) {
    const order = dice.shuffle(['a', 'b', 'c']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('a fork does not move when its parent has thrown more', () => {
  const [a, b] = [diceFrom('seed'), diceFrom('seed')]
  b.next()
  expect(a.fork('part').next()).toBe(b.fork('part').next())
  expect(a.fork('part').next()).not.toBe(a.fork('other').next())
})

prop.prop([fc.string(), fc.array(fc.integer(), { minLength: 1 })])(
  'picks one of what there is',
  (seed, items) => {
    const [first = 0, ...rest] = items
    expect(items).toContain(diceFrom(seed).pick([first, ...rest]))
  },
)

test('fills an array with the throws that would have come one by one, and goes on from there', () => {
  const [one, many] = [diceFrom('fill'), diceFrom('fill')]
  const filled = new Float64Array(257)
  many.fill(filled)
  expect([...filled, many.next()]).toEqual(Array.from({ length: 258 }, () => one.next()))
})
