import { existsSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { overlapOfCounts, overlaps, relabelled, relabelledMask } from '../testing/overlaps.ts'
import { overlapFrom, referenceTables } from '../testing/reference-tables.ts'
import { existenceOf, existenceOn, type Existence } from './existence.ts'

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const reference = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
const PAIRS = [3, 5, 6]

describe.skipIf(reference === null)('against the reference', () => {
  const table = reference?.get('artificial3')
  const meaning: Record<string, Existence> = {
    'no extended MLE (code 1)': 'no-maximum',
    'ok (code 0)': 'exists',
    'not identifiable (code 2)': 'not-identified',
  }
  check.each(table?.checks ?? [])(
    'artificial3, $model: $expected (SparseMSE, checkident)',
    ({ model, expected }) => {
      if (table === undefined) throw new Error('the reference is not as it was')
      const terms = model.split('+').map((pair) => (pair === 'AB' ? 3 : pair === 'AC' ? 5 : 6))
      expect(existenceOf(overlapFrom(table), [1, 2, 4, ...terms])).toBe(meaning[expected])
    },
  )

  check(
    'every two-way model of uk5, western5 and congenital5 has its estimate, though many lie at minus infinity',
    () => {
      // Rcapture's infoFit warns on 2, 482 and 0 of these 1,024 models: it reads the size of glm's numbers, not the geometry.
      for (const name of ['uk5', 'western5', 'congenital5']) {
        const table = reference?.get(name)
        if (table === undefined) throw new Error('the reference is not as it was')
        const overlap = overlapFrom(table)
        const found = new Set(twoWayModels(5).map((terms) => existenceOf(overlap, terms)))
        expect([...found]).toEqual(['exists'])
      }
    },
  )

  check('all pairs of the Manila and Quezon police tables have none', () => {
    for (const name of ['ph_manila_police', 'ph_quezon_police']) {
      const table = reference?.get(name)
      if (table === undefined) throw new Error('the reference is not as it was')
      expect(existenceOf(overlapFrom(table), twoWayModels(table.lists.length, true)[0] ?? [])).toBe(
        'no-maximum',
      )
    }
  })
})

check(
  'on every set of occupied cells of three lists, every two-way model is decided as a search over all small directions decides it',
  () => {
    for (let occupancy = 1; occupancy < 128; occupancy++) {
      const occupied = [1, 2, 3, 4, 5, 6, 7].filter((mask) => (occupancy >> (mask - 1)) & 1)
      for (let choice = 0; choice < 8; choice++) {
        const terms = [1, 2, 4, ...PAIRS.filter((_, at) => (choice >> at) & 1)]
        expect([occupied, terms, existenceOn(occupied, 8, terms)]).toEqual([
          occupied,
          terms,
          searched(occupied, terms),
        ])
      }
    }
  },
)

test.prop([
  overlaps({ fewest: 2, most: 5, largest: 3 }),
  fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
])('does not depend on the order of the lists', (overlap, draws) => {
  const lists = overlap.lists.length
  let drawn = 0
  const pick = () => draws[drawn++ % draws.length] ?? 0
  const order = overlap.lists.map((_, at) => at).toSorted(() => (pick() % 2) - 0.5)
  const models = twoWayModels(lists)
  const terms = models[pick() % models.length] ?? []
  expect(
    existenceOf(
      relabelled(overlap, order),
      terms.map((term) => relabelledMask(term, order)),
    ),
  ).toBe(existenceOf(overlap, terms))
})

test.prop([overlaps({ fewest: 2, most: 4, largest: 2 }), fc.integer({ min: 1, max: 1000 })])(
  'depends on which cells are occupied, not on how many people are in them',
  (overlap, times) => {
    const more = {
      ...overlap,
      cells: overlap.cells.map(({ mask, count }, at) => ({ mask, count: count * times + at })),
    }
    for (const terms of twoWayModels(overlap.lists.length).slice(0, 16))
      expect(existenceOf(more, terms)).toBe(existenceOf(overlap, terms))
  },
)

check('a table without zeros has an estimate for every model but the saturated one', () => {
  const full = overlapOfCounts(
    4,
    Array.from({ length: 15 }, () => 1),
  )
  for (const terms of twoWayModels(4)) expect(existenceOf(full, terms)).toBe('exists')
  expect(
    existenceOf(
      full,
      Array.from({ length: 15 }, (_, at) => at + 1),
    ),
  ).toBe('not-identified')
})

function twoWayModels(lists: number, onlyFull = false): readonly (readonly number[])[] {
  const singles = Array.from({ length: lists }, (_, at) => 1 << at)
  const pairs = singles.flatMap((a) => singles.filter((b) => b > a).map((b) => a | b))
  if (onlyFull) return [[...singles, ...pairs]]
  return Array.from({ length: 1 << pairs.length }, (_, choice) => [
    ...singles,
    ...pairs.filter((_, at) => (choice >> at) & 1),
  ])
}

/** Another way to the same answer, for three lists: tries every direction with coordinates from -2 to 2. */
function searched(occupied: readonly number[], terms: readonly number[]): Existence {
  const holds = (cell: number, term: number) => (cell & term) === term
  const empty = terms.filter((term) => !occupied.some((cell) => holds(cell, term)))
  const kept = [0, ...terms.filter((term) => !empty.includes(term))]
  const cells = [1, 2, 3, 4, 5, 6, 7].filter((cell) => !empty.some((term) => holds(cell, term)))
  let still = false
  for (let code = 1; code < 5 ** kept.length; code++) {
    let rest = code
    const direction = kept.map(() => {
      const digit = (rest % 5) - 2
      rest = Math.floor(rest / 5)
      return digit
    })
    const signs = { least: 0, most: 0 }
    let allowed = true
    for (const cell of cells) {
      const move = kept.reduce((sum, term, at) => (holds(cell, term) ? sum + (direction[at] ?? 0) : sum), 0)
      if (move < 0 || (move !== 0 && occupied.includes(cell))) {
        allowed = false
        break
      }
      signs.most = Math.max(signs.most, move)
    }
    if (!allowed) continue
    if (signs.most > 0) return 'no-maximum'
    if (direction.some((x) => x !== 0)) still = true
  }
  return still ? 'not-identified' : 'exists'
}
