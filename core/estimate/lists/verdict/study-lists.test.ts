import { existsSync, readFileSync } from 'node:fs'
import { canonicalJson, jsonOf, LOCALES, valueOf } from '@corroborate/base'
import { describe, expect, test } from 'vitest'
import { cautionInWords } from '../caution-in-words.ts'
import { averageOverGraphs } from '../graphs/average-over-graphs.ts'
import { GRAPH_SETTINGS } from '../graphs/graph-settings.ts'
import { QUICK_SETTINGS, type ListStudy } from '../list-study.ts'
import { overlapOf, type Overlap } from '../overlap.ts'
import { sumOfOverlaps, type DividedOverlap } from '../overlap/strata.ts'
import { overlapFrom, referenceTables } from '../testing/reference-tables.ts'
import { studyLists } from './study-lists.ts'

const LISTS = ['A', 'B', 'C', 'D']
const NORTH = of([60, 50, 20, 40, 15, 12, 6, 55, 14, 11, 6, 12, 5, 4, 2])
const SOUTH = of([30, 45, 12, 25, 9, 8, 4, 40, 10, 9, 5, 8, 4, 3, 1])

function of(counts: readonly number[]): Overlap {
  return valueOf(
    overlapOf(
      LISTS,
      counts.map((count, at) => ({ mask: at + 1, count })),
    ),
  )
}

function undivided(whole: Overlap): DividedOverlap {
  return { whole, strata: [{ name: 'all', overlap: whole }], unplaced: 0, cautions: [] }
}

const PLAIN = {
  people: null,
  seed: 'test',
  completed: [],
  weakened: [],
  settings: QUICK_SETTINGS,
  software: 'test',
}

const asked = (overlaps: readonly [DividedOverlap, ...DividedOverlap[]]) => studyLists({ ...PLAIN, overlaps })

describe('a study of lists', () => {
  const study = asked([undivided(NORTH)])

  test('has every method side by side, each list left out, other priors, and a verdict with its reasons', () => {
    expect(study.methods.map(({ method }) => method)).toEqual(
      expect.arrayContaining([
        'decomposable-graphs',
        'latent-class',
        'log-linear-bic',
        'stepwise',
        'bayesian-threshold',
        'independence',
      ]),
    )
    expect(study.without.map(({ list }) => list)).toEqual(LISTS)
    expect(new Set(study.varied.map(({ method }) => method))).toEqual(
      new Set(['decomposable-graphs', 'latent-class']),
    )
    expect(study.verdict.reasons.length).toBeGreaterThan(0)
    expect(study.assumptions.length).toBeGreaterThan(3)
  })

  test('never says fewer than are observed', () => {
    for (const { answer } of study.methods)
      if (answer.ok) expect(answer.value.interval.min).toBeGreaterThanOrEqual(NORTH.observed)
  })

  test('gives the same bytes for the same counts and seed, and is plain data', () => {
    const again = asked([undivided(NORTH)])
    const text = canonicalJson(jsonOf(study))
    expect(canonicalJson(jsonOf(again))).toBe(text)
    expect(JSON.parse(text)).toEqual(study)
  })

  test('tells how far it is, ending with the whole', () => {
    const shares: number[] = []
    studyLists({ ...PLAIN, overlaps: [undivided(SOUTH)] }, (share) => shares.push(share))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('people in strata', () => {
  const whole = valueOf(sumOfOverlaps(LISTS, [NORTH, SOUTH]))
  const strata = [
    { name: 'north', overlap: NORTH },
    { name: 'south', overlap: SOUTH },
  ]
  const divided = { whole, strata, unplaced: 0, cautions: [] }

  test('are studied each by themselves, and their sum lies between the sums of the ends', () => {
    const study = asked([divided])
    expect(study.strata.map(({ name }) => name)).toEqual(['north', 'south'])
    const ends = (end: 'min' | 'max') =>
      study.strata.reduce((sum, { methods }) => sum + hull(methods)[end], 0)
    const interval = study.verdict.kind === 'cannot-say' ? null : study.verdict.interval
    expect(interval?.min).toBeGreaterThanOrEqual(ends('min') - 2)
    expect(interval?.max).toBeLessThanOrEqual(ends('max') + 2)
    expect(study.undivided).not.toEqual(study.verdict)
  })

  test('whom no row places make the sum a least number', () => {
    const { verdict } = asked([{ ...divided, unplaced: 20 }])
    expect(verdict.kind).toBe('at-least')
  })
})

test('several opinions of who is who are combined, and make no narrower an interval than one', () => {
  const one = asked([undivided(NORTH)])
  const fewer = of([70, 58, 14, 47, 11, 9, 5, 62, 10, 8, 4, 9, 4, 3, 2])
  const overlaps = Array.from({ length: 9 }, (_, at) => undivided(at % 2 === 0 ? fewer : NORTH))
  const several = asked([undivided(NORTH), ...overlaps])
  expect(widthOf(several)).toBeGreaterThan(widthOf(one))
  expect(several.assumptions.map(({ code }) => code)).toContain('lists.links-combined')
})

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
test.skipIf(tables === null)(
  'says something of every public table, and has words in both languages for all that it says',
  { timeout: 120_000 },
  () => {
    const kinds = new Map<string, string>()
    for (const name of ['artificial3', 'hav3', 'western5']) {
      const table = tables?.get(name)
      if (table === undefined) throw new Error(`no table ${name}`)
      const study = asked([undivided(overlapFrom(table))])
      kinds.set(name, study.verdict.kind)
      for (const locale of LOCALES)
        for (const caution of [...study.verdict.reasons, ...study.diagnosis.cautions, ...cautionsIn(study)])
          expect(cautionInWords(locale, caution)).not.toBe(`${caution.code}.`)
    }
    // Eight lists are searched, which nothing smaller is; a whole study of them takes half a minute.
    const eight = tables?.get('neworleans8')
    const searched = eight ? valueOf(averageOverGraphs(overlapFrom(eight), GRAPH_SETTINGS)).cautions : []
    expect(searched.map(({ code }) => code)).toContain('searched-not-exhaustive')
    for (const locale of LOCALES)
      for (const caution of searched) expect(cautionInWords(locale, caution)).not.toBe(`${caution.code}.`)
    expect(kinds.get('artificial3')).toBe('at-least')
  },
)

function cautionsIn({ methods }: ListStudy) {
  return methods.flatMap(({ answer }) => (answer.ok ? answer.value.cautions : []))
}

function hull(methods: ListStudy['strata'][number]['methods']) {
  const ranges = methods.flatMap(({ answer }) => (answer.ok ? [answer.value.interval] : []))
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
  }
}

function widthOf({ verdict }: ListStudy): number {
  if (verdict.kind === 'cannot-say' || verdict.interval === null) throw new Error('no interval')
  return verdict.interval.max - verdict.interval.min
}
