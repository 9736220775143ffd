import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { chainLevel, compareChains, NO_CHAIN } from './compare-chains.ts'
import { compareNames } from './compare-names.ts'
import { compareParts, NEAR_FROM, PART_LEVELS, partLevel } from './compare-parts.ts'
import { knownNamesFrom, withNames } from './known-names.ts'
import { nameTable, partTable } from './name-table.ts'
import { scanForReversedLamAlef } from './repair-lam-alef.ts'
import { USUAL_NAMES } from './usual-names.ts'

const partsCompared = (a: string, b: string, known = USUAL_NAMES) => {
  const { features, columns } = partTable([[a], [b]], known)
  return compareParts(features, columns[0]?.[0] ?? -1, columns[1]?.[0] ?? -1)
}

test.each([
  ['أحمد', 'احمد', 'same'],
  ['المصري', 'مصري', 'same'],
  ['داود', 'داوود', 'same-known-name'],
  ['محمد', 'Mohammed', 'same-known-name'],
  ['Muhammad', 'Mohamed', 'same-known-name'],
  ['عثمان', 'Osman', 'same-known-name'],
  ['القذافي', 'Gaddafi', 'same-known-name'],
  ['ذو الفقار', 'Zulfiqar', 'same-known-name'],
  ['كشكش', 'كشكاش', 'same-skeleton'],
  ['نورستاني', 'Nooristani', 'same-skeleton'],
  ['المقيد', 'Almuqaid', 'same-skeleton'],
  ['دردساوي', 'دردسوني', 'near'],
  ['حسن', 'حسين', 'known-different'],
  ['احمد', 'حمد', 'known-different'],
  ['سمير', 'سميرة', 'known-different'],
  ['شنبر', 'شنبرة', 'known-different'],
  ['سمير', 'Samira', 'known-different'],
  ['سامي', 'Samia', 'known-different'],
  ['هبة الله', 'Hebatallah', 'same-skeleton'],
  ['أبو العلاء', 'Aboul Ala', 'same-skeleton'],
  ['ثامر', 'تامر', 'known-different'],
  ['عبد الرحمن', 'عبد الرحيم', 'known-different'],
  ['Abdul Aziz', 'Abdul Hamid', 'else'],
  ['أبو أحمد', 'أم أحمد', 'known-different'],
  ['Omar', 'Amr', 'known-different'],
  ['محمد', 'Ivan', 'else'],
  ['Иван', 'Иван', 'same'],
])('%s and %s: %s', (a, b, level) => {
  expect(partsCompared(a, b).level).toBe(level)
})

test('who knows no names tells near names apart by nothing', () => {
  expect(partsCompared('حسن', 'حسين', knownNamesFrom('')).level).toBe('same-skeleton')
})

test('names are added by who knows them', () => {
  expect(partsCompared('جوان', 'Juan').level).toBe('same-skeleton')
  expect(partsCompared('جوان', 'Ciwan', withNames(USUAL_NAMES, 'جوان ciwan juan')).level).toBe(
    'same-known-name',
  )
})

test.each([
  ['محمد بن سلمان آل سعود', 'Mohammed bin Salman Al Saud', 'same-known-name'],
  ['محمد سلمان', 'محمد بن سلمان', 'same'],
  ['محمد أحمد حسن', 'أحمد محمد حسن', 'other-order'],
  ['محمد علي سالم حسن', 'محمد علي حسن', 'part-missing'],
  ['محمد علي حسن', 'علي حسن', 'some-parts'],
  ['محمد علي حسن', 'محمد علي المصري', 'some-parts'],
  ['حسن علي المصري', 'حسين علي المصري', 'known-different'],
  ['محمد', '', 'else'],
])('%s and %s: %s', (a, b, level) => {
  expect(compareNames(a, b, USUAL_NAMES).level).toBe(level)
})

test('what was done to both names and which parts met is told', () => {
  const { left, parts } = compareNames('عبد هللا المصرى', 'Abdullah al-Masry', USUAL_NAMES)
  expect(left).toMatchObject({ parts: [{ repaired: true }, {}], steps: ['alef-maqsura'] })
  expect(parts).toMatchObject([
    { left: 0, right: 0 },
    { left: 1, right: 1 },
  ])
})

const POOL = [
  'محمد',
  'محمود',
  'حسن',
  'حسين',
  'سمير',
  'سميره',
  'Hassan',
  'hussein',
  'كشكش',
  'كشكاش',
  'المقيد',
  'Almuqaid',
  'ابو احمد',
  'ام احمد',
  'عبد الله',
  'Иван',
  'xyz',
  'omar',
  'amr',
]
const table = partTable([POOL], USUAL_NAMES)
const numbers = fc.integer({ min: 0, max: table.features.parts.length - 1 })

prop.prop([numbers, numbers])(
  'parts compare the same both ways, and nothing is as high as the same',
  (a, b) => {
    const [there, back] = [compareParts(table.features, a, b), compareParts(table.features, b, a)]
    expect(back).toEqual(there)
    expect(PART_LEVELS[partLevel(table.features, a, b)]).toBe(there.level)
    expect(there.level === 'same').toBe(a === b)
    expect(there.similarity >= NEAR_FROM).toBe(
      PART_LEVELS.indexOf(there.level) >= PART_LEVELS.indexOf('near'),
    )
  },
)

const wholeNames = fc.oneof(
  fc.array(fc.constantFrom(...POOL), { maxLength: 5 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary' }),
)

prop.prop([wholeNames, wholeNames])('whole names compare the same both ways', (a, b) => {
  const [there, back] = [compareNames(a, b, USUAL_NAMES), compareNames(b, a, USUAL_NAMES)]
  expect([back.level, back.similarity]).toEqual([there.level, there.similarity])
  expect(there.similarity >= 0 && there.similarity <= 1).toBe(true)
})

const chainsOf = (...names: string[]) => {
  const { features, father, grandfather, family } = nameTable(names, USUAL_NAMES)
  const chain = (at: number) => [father[at] ?? -1, grandfather[at] ?? -1, family[at] ?? -1] as const
  return { features, left: chain(0), right: chain(1) }
}

test.each([
  ['محمد علي سالم المصري', 'خالد علي سالم المصري', 'all-same'],
  ['محمد علي المصري', 'خالد علي المصري', 'all-same'],
  ['محمد علي كشكش المصري', 'محمد علي كشكاش المصري', 'all-near'],
  ['محمد علي سالم المصري', 'محمد علي سالم حداد', 'two-of-three'],
  ['محمد علي سالم المصري', 'محمد سالم المصري', 'one-missing'],
  ['محمد علي سالم المصري', 'محمد سالم علي المصري', 'shifted'],
  ['محمد علي سالم المصري', 'محمد حداد علي سالم', 'shifted'],
  ['محمد علي سالم المصري', 'محمد خليل كريم المصري', 'one'],
  ['محمد المصري', 'خالد المصري', 'one'],
  ['محمد علي سالم المصري', 'محمد خليل كريم حداد', 'none'],
  ['محمد', 'خالد علي المصري', null],
])('the chains of %s and %s: %s', (a, b, level) => {
  const { features, left, right } = chainsOf(a, b)
  expect(compareChains(features, left, right)).toBe(level)
})

const chains = fc.tuple(
  fc.integer({ min: -1, max: POOL.length - 1 }),
  fc.integer({ min: -1, max: POOL.length - 1 }),
  fc.integer({ min: -1, max: POOL.length - 1 }),
)

prop.prop([chains, chains])('chains compare the same both ways; an empty one says nothing', (a, b) => {
  const level = chainLevel(table.features, a, b)
  expect(chainLevel(table.features, b, a)).toBe(level)
  const empty = a.every((name) => name === -1) || b.every((name) => name === -1)
  expect(level === NO_CHAIN).toBe(empty)
})

test('a list that was read from a PDF file with lam and alef turned warns, with examples', () => {
  const scan = scanForReversedLamAlef(['االسطل', 'عبد هللا', 'محمد', 'احالم', 'Ahmed'], USUAL_NAMES)
  expect(scan).toMatchObject({ values: 4, certain: 2, repaired: 3, share: 0.75, warns: true })
  expect(scan.examples[0]).toEqual({ value: 'االسطل', read: 'الاسطل' })
  expect(scanForReversedLamAlef(['محمد', 'سالم'], USUAL_NAMES)).toMatchObject({
    repaired: 0,
    share: 0,
    warns: false,
  })
  expect(scanForReversedLamAlef([], USUAL_NAMES)).toMatchObject({ share: 0, warns: false })
})
