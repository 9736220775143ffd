import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { disjoint, lineageOf } from './lineage.ts'
import { independentClaims, originsOfClaim } from './origins-of-claim.ts'
import { isEyewitness, isPrimary } from './basis.ts'
import { basis, claim, link, source, sourceId } from './testing/claims.ts'

const witnesses = (...codes: readonly string[]) => codes.map((code) => source(code))
const origins = (...codes: readonly string[]) => codes.map(sourceId).sort()

test('knowledge at first hand is what was done, seen or heard', () => {
  const kinds = ['took-part', 'saw', 'heard', 'overheard', 'told-by', 'told-by-unnamed'] as const
  const others = ['common-knowledge', 'inferred', 'document', 'expert'] as const
  expect([...kinds, ...others].filter((kind) => isPrimary(basis(kind)))).toEqual([
    'took-part',
    'saw',
    'heard',
  ])
  expect([...kinds, ...others].filter((kind) => isEyewitness(basis(kind)))).toEqual(['took-part', 'saw'])
})

test('who depends on nobody is an origin', () => {
  const lineage = lineageOf(witnesses('W1', 'W2'), [])
  expect(lineage.originsOf(sourceId('W1'))).toEqual(origins('W1'))
  expect(lineage.independent(sourceId('W1'), sourceId('W2'))).toBe(true)
  expect(lineage.independent(sourceId('W1'), sourceId('W1'))).toBe(false)
})

test('dependence is followed however far it goes', () => {
  const chain = [link('article', 'derived-from', 'report'), link('report', 'derived-from', 'W1')]
  const lineage = lineageOf(witnesses('article', 'report', 'W1', 'W2'), [
    ...chain,
    link('post', 'same-recording', 'article'),
  ])
  expect(lineage.originsOf(sourceId('post'))).toEqual(origins('W1'))
  expect(lineage.independent(sourceId('post'), sourceId('W1'))).toBe(false)
  expect(lineage.independent(sourceId('post'), sourceId('W2'))).toBe(true)
})

test('what rests on two goes back to both', () => {
  const lineage = lineageOf(witnesses('R', 'W1', 'W2'), [
    link('R', 'derived-from', 'W1'),
    link('R', 'derived-from', 'W2'),
  ])
  expect(lineage.originsOf(sourceId('R'))).toEqual(origins('W1', 'W2'))
})

test('a circle of dependence is one origin and ends', () => {
  const circle = [link('A', 'told-by', 'B'), link('B', 'told-by', 'C'), link('C', 'told-by', 'A')]
  const lineage = lineageOf(witnesses('A', 'B', 'C', 'D'), [
    ...circle,
    link('D', 'told-by', 'A'),
    link('D', 'told-by', 'D'),
  ])
  const [one] = origins('A', 'B', 'C')
  for (const code of ['A', 'B', 'C', 'D']) expect(lineage.originsOf(sourceId(code))).toEqual([one])
})

test('a chain of ten thousand ends without a deep stack', () => {
  const links = Array.from({ length: 10_000 }, (_, at) => link(`S${at}`, 'derived-from', `S${at + 1}`))
  expect(lineageOf([], links).originsOf(sourceId('S0'))).toEqual(origins('S10000'))
})

test.each([
  ['joint-interview', 'undecided', false],
  ['joint-interview', 'dependent', false],
  ['joint-interview', 'independent', true],
  ['same-household', 'undecided', false],
  ['same-household', 'independent', true],
  ['same-recording', 'dependent', false],
] as const)('%s, %s: independent is %s, both ways', (kind, decision, expected) => {
  const lineage = lineageOf(witnesses('W1', 'W2'), [link('W1', kind, 'W2', decision)])
  expect(lineage.independent(sourceId('W1'), sourceId('W2'))).toBe(expected)
  expect(lineage.independent(sourceId('W2'), sourceId('W1'))).toBe(expected)
  expect(lineage.undecidedLinks).toHaveLength(decision === 'undecided' ? 1 : 0)
})

test('only a person may set dependence aside, and only of a household or a joint interview', () => {
  const lineage = lineageOf(witnesses('W1', 'W2'), [link('W1', 'told-by', 'W2', 'independent')])
  expect(lineage.independent(sourceId('W1'), sourceId('W2'))).toBe(false)
})

test('who reports a source descends from it; who shares its house does not', () => {
  const lineage = lineageOf(witnesses('article', 'report', 'W1', 'W2'), [
    link('article', 'derived-from', 'report'),
    link('report', 'derived-from', 'W1'),
    link('W1', 'same-household', 'W2'),
  ])
  expect(lineage.descends(sourceId('article'), sourceId('report'))).toBe(true)
  expect(lineage.descends(sourceId('article'), sourceId('W1'))).toBe(true)
  expect(lineage.descends(sourceId('report'), sourceId('article'))).toBe(false)
  expect(lineage.descends(sourceId('article'), sourceId('W2'))).toBe(false)
  expect(lineage.descends(sourceId('W2'), sourceId('W2'))).toBe(true)
})

test('an origin is called by the code of its source, or by its id when there is none', () => {
  const lineage = lineageOf(witnesses('W1'), [])
  expect(lineage.codeOf(sourceId('W1'))).toBe('W1')
  expect(lineage.codeOf(sourceId('W9'))).toBe(sourceId('W9'))
})

test('a witness is an origin of what she saw and not of what she was told', () => {
  const lineage = lineageOf(witnesses('W1', 'W2', 'W3'), [link('W1', 'told-by', 'W2')])
  const saw = claim('C1', 'W1')
  const told = claim('C2', 'W1', { basis: basis('told-by', 'W2') })
  const byWay = claim('C3', 'W3', { basis: basis('told-by', 'W1', 'W2') })
  expect(originsOfClaim(saw, lineage)).toEqual(origins('W1'))
  expect(originsOfClaim(told, lineage)).toEqual(origins('W2'))
  expect(originsOfClaim(byWay, lineage)).toEqual(origins('W2'))
  expect(independentClaims(saw, told, lineage)).toBe(true)
  expect(independentClaims(told, byWay, lineage)).toBe(false)
})

test('what came through somebody who may have been told is held to depend on both', () => {
  const lineage = lineageOf(witnesses('W1', 'W2', 'W3'), [link('W2', 'told-by', 'W3')])
  const told = claim('C1', 'W1', { basis: basis('told-by', 'W2') })
  expect(originsOfClaim(told, lineage)).toEqual(origins('W2', 'W3'))
})

test('an unnamed informant leaves the speaker as the origin', () => {
  const lineage = lineageOf(witnesses('W1'), [])
  expect(originsOfClaim(claim('C1', 'W1', { basis: basis('told-by-unnamed') }), lineage)).toEqual(
    origins('W1'),
  )
})

test('a document that was copied goes back to what it copies, whatever it says of itself', () => {
  const lineage = lineageOf(witnesses('copy', 'report'), [link('copy', 'derived-from', 'report')])
  for (const kind of ['saw', 'document'] as const)
    expect(originsOfClaim(claim('C1', 'copy', { basis: basis(kind) }), lineage)).toEqual(origins('report'))
})

const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const codes = fc.constantFrom(...CODES)
const links = fc.array(
  fc
    .tuple(
      codes,
      fc.constantFrom('told-by', 'derived-from', 'same-recording', 'same-household', 'joint-interview'),
      codes,
      fc.constantFrom('dependent', 'independent', 'undecided'),
    )
    .map(([from, kind, to, decision]) => link(from, kind, to, decision)),
  { maxLength: 14 },
)

prop.prop([links, codes, codes])('who is linked as dependent is never independent', (given, a, b) => {
  const lineage = lineageOf(witnesses(...CODES), [...given, link(a, 'derived-from', b)])
  expect(lineage.independent(sourceId(a), sourceId(b))).toBe(false)
})

prop.prop([links, codes])('everybody has an origin, and an origin is its own', (given, code) => {
  const lineage = lineageOf(witnesses(...CODES), given)
  const found = lineage.originsOf(sourceId(code))
  expect(found.length).toBeGreaterThan(0)
  for (const origin of found)
    expect(lineage.originsOf(origin as string as ReturnType<typeof sourceId>)).toEqual([origin])
})

prop.prop([links, fc.nat(), codes, codes])(
  'the order of sources and links changes nothing',
  (given, seed, a, b) => {
    const turned = [...given.slice(seed % 14), ...given.slice(0, seed % 14)].reverse()
    const [one, other] = [
      lineageOf(witnesses(...CODES), given),
      lineageOf(witnesses(...CODES).reverse(), turned),
    ]
    expect(other.originsOf(sourceId(a))).toEqual(one.originsOf(sourceId(a)))
    expect(other.hearsayOriginsOf(sourceId(a))).toEqual(one.hearsayOriginsOf(sourceId(a)))
    expect(other.independent(sourceId(a), sourceId(b))).toBe(one.independent(sourceId(a), sourceId(b)))
  },
)

prop.prop([links, codes, codes])(
  'a further dependence never makes two independent who were not',
  (given, a, b) => {
    fc.pre(!given.some(({ kind }) => kind === 'told-by' || kind === 'derived-from'))
    const before = lineageOf(witnesses(...CODES), given)
    const after = lineageOf(witnesses(...CODES), [...given, link('C', 'same-recording', 'D')])
    if (!before.independent(sourceId(a), sourceId(b)))
      expect(after.independent(sourceId(a), sourceId(b))).toBe(false)
  },
)

test('having none in common is mutual', () => {
  const [a, b] = [lineageOf([], []).originsOf(sourceId('A')), lineageOf([], []).originsOf(sourceId('B'))]
  expect([disjoint(a, b), disjoint(b, a), disjoint(a, a), disjoint([], a)]).toEqual([true, true, false, true])
})
