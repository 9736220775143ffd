import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { jaroWinkler } from './jaro-winkler.ts'
import { letterBound, mayReach } from './letter-bound.ts'
import { textPool } from './text-pool.ts'

/** Letters few enough to meet often, two of them in one class of the masks (a and ا differ, A and a do not). */
const texts = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'c', 'd', 'م', 'ح'), minLength: 1, maxLength })

function similarity(a: string, b: string): number {
  return jaroWinkler(textPool([a, b]), 0, 1)
}

/** As Jaro and Winkler wrote it down, letter by letter, the shorter text into the longer. */
function plainly(one: string, other: string): number {
  const [b = '', a = ''] = [one, other].sort((x, y) => x.length - y.length || (x < y ? -1 : 1))
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const [inA, inB] = [a.split('').map(() => false), b.split('').map(() => false)]
  for (let j = 0; j < b.length; j++) {
    const i = a.split('').findIndex((letter, at) => !inA[at] && letter === b[j] && Math.abs(at - j) <= reach)
    if (i >= 0) inA[i] = inB[j] = true
  }
  const [common, again] = [a.split('').filter((_, i) => inA[i]), b.split('').filter((_, j) => inB[j])]
  const c = common.length
  if (c === 0) return 0
  const moved = common.filter((letter, n) => letter !== again[n]).length
  const jaro = (c / a.length + c / b.length + (c - moved / 2) / c) / 3
  let prefix = 0
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix += 1
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro
}

// Winkler 1990, table 1; the same in the documentation of every implementation since.
test.each([
  ['MARTHA', 'MARHTA', 0.961],
  ['DWAYNE', 'DUANE', 0.84],
  ['DIXON', 'DICKSONX', 0.813],
])('%s and %s are as near as Winkler printed it', (a, b, printed) => {
  expect(similarity(a, b)).toBeCloseTo(printed, 3)
})

test.prop([texts(32), texts(32)])('matches letter by letter, 32 places at a time', (a, b) => {
  expect(similarity(a, b)).toBe(plainly(a, b))
})

test.prop([texts(90), texts(90)])('matches longer texts letter by letter', (a, b) => {
  expect(similarity(a, b)).toBe(plainly(a, b))
})

test.prop([texts(90), texts(90)])('is the same both ways, and no text is nearer than to itself', (a, b) => {
  expect(similarity(b, a)).toBe(similarity(a, b))
  expect(similarity(a, a)).toBe(1)
})

test.prop([texts(70), texts(70), fc.constantFrom(0.5, 0.7, 0.85, 0.9)])(
  'never passes over a pair that reaches the level',
  (a, b, level) => {
    const isOpen = mayReach(letterBound(level), textPool([a, b]).marks, 0, 1)
    if (similarity(a, b) >= level) expect(isOpen).toBe(true)
  },
)

test('passes over pairs that cannot reach the level by their letters, or by how they begin', () => {
  const { marks } = textPool(['haddad', 'saleem', 'haddan', 'kaddad'])
  const isOpen = (a: number, b: number) => mayReach(letterBound(0.9), marks, a, b)
  expect([isOpen(0, 1), isOpen(0, 2), isOpen(0, 3)]).toEqual([false, true, false])
})
