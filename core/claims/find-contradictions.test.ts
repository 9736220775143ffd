import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { derivedId, diceFrom } from '@corroborate/base'
import type { OriginLink } from '@corroborate/testimony'
import type { Claim } from './claim.ts'
import type { Contradiction } from './contradiction.ts'
import { findContradictions } from './find-contradictions.ts'
import { lineageOf } from './lineage.ts'
import type { Rate } from './pattern.ts'
import { basis, claim, during, link, pattern, people, source } from './testing/claims.ts'

function found(claims: readonly Claim[], links: readonly OriginLink[] = []): readonly Contradiction[] {
  return findContradictions({ claims, lineage: lineageOf([], links), resolutions: [], places: [] })
}
const abouts = (claims: readonly Claim[], links: readonly OriginLink[] = []) =>
  found(claims, links).map(({ about }) => about)

const sized = (code: string, by: string, min: number, max: number, rest: Partial<Claim> = {}) =>
  claim(code, by, { mode: 'pattern', pattern: pattern({ size: { min, max } }), ...rest })
const document = { basis: basis('document') }

test('one source that prints 50 and says 60 contradicts itself about the most', () => {
  const claims = [sized('C1', 'article', 20, 50, document), sized('C2', 'interview', 20, 60, document)]
  const links = [link('article', 'derived-from', 'report'), link('interview', 'derived-from', 'report')]
  expect(found(claims, links)).toEqual([
    { first: claims[0]?.id, second: claims[1]?.id, about: 'size', sameOrigin: true, resolution: null },
  ])
})

test('two documents of different origins contradict each other about any bound', () => {
  const claims = [sized('C1', 'R1', 20, 50, document), sized('C2', 'R2', 20, 60, document)]
  expect(found(claims)).toMatchObject([{ about: 'size', sameOrigin: false }])
})

test('two memories that overlap do not contradict each other, and two that are apart do', () => {
  expect(abouts([sized('C1', 'W1', 20, 50), sized('C2', 'W2', 30, 60)])).toEqual([])
  expect(abouts([sized('C1', 'W1', 20, 50), sized('C2', 'W2', 50, 60)])).toEqual([])
  expect(abouts([sized('C1', 'W1', 20, 50), sized('C2', 'W2', 51, 60)])).toEqual(['size'])
})

test('a witness who says two things contradicts herself', () => {
  expect(found([sized('C1', 'W1', 20, 50), sized('C2', 'W1', 20, 40)])).toMatchObject([{ sameOrigin: true }])
})

test('two who rehearsed together count as one who says two things, until a person decides', () => {
  const claims = [sized('C1', 'W1', 20, 50), sized('C2', 'W2', 20, 40)]
  expect(abouts(claims, [link('W1', 'joint-interview', 'W2', 'undecided')])).toEqual(['size'])
  expect(abouts(claims, [link('W1', 'joint-interview', 'W2', 'independent')])).toEqual([])
})

test('yes and no contradict each other; not knowing contradicts nobody', () => {
  const yes = claim('C1', 'W1')
  expect(abouts([yes, claim('C2', 'W2', { polarity: 'denied' })])).toEqual(['polarity'])
  expect(abouts([yes, claim('C2', 'W2', { mode: 'negative' })])).toEqual(['polarity'])
  expect(abouts([yes, claim('C2', 'W2', { polarity: 'does-not-know' })])).toEqual([])
  expect(
    abouts([claim('C1', 'W1', { mode: 'negative' }), claim('C2', 'W2', { polarity: 'denied' })]),
  ).toEqual([])
})

test('who says that it was not so says no number', () => {
  expect(
    abouts([
      sized('C1', 'W1', 1, 2, { polarity: 'denied' }),
      sized('C2', 'W2', 8, 9, { polarity: 'denied' }),
    ]),
  ).toEqual([])
})

test('claims of other topics, times or places are not compared', () => {
  const [a, b] = [derivedId('place', 'a'), derivedId('place', 'b')]
  const no = { polarity: 'denied' } as const
  expect(abouts([claim('C1', 'W1', { topic: 'other' }), claim('C2', 'W2', no)])).toEqual([])
  expect(abouts([claim('C1', 'W1', { place: a }), claim('C2', 'W2', { ...no, place: b })])).toEqual([])
  expect(
    abouts([claim('C1', 'W1', { when: during('2011') }), claim('C2', 'W2', { ...no, when: during('2012') })]),
  ).toEqual([])
  expect(
    abouts([
      claim('C1', 'W1', { when: during('2011') }),
      claim('C2', 'W2', { ...no, when: during('../2012') }),
    ]),
  ).toEqual(['polarity'])
})

test("a pattern's own window says when, not the time of the telling", () => {
  const [early, late] = [during('2011-09/2011-12'), during('2012/2015')]
  const claims = [
    sized('C1', 'R', 7, 20, { ...document, pattern: pattern({ size: { min: 7, max: 20 }, window: early }) }),
    sized('C2', 'R', 20, 50, { ...document, pattern: pattern({ size: { min: 20, max: 50 }, window: late }) }),
  ]
  expect(abouts(claims.map((one) => ({ ...one, when: during('2017') })))).toEqual([])
})

const incident = (code: string, by: string, day: string, min: number, max: number) =>
  claim(code, by, { mode: 'incident', when: during(day), quantity: people(min, max, 'occasion') })

test('two incidents are one only when both are of the same one day', () => {
  expect(abouts([incident('C1', 'W1', '2013', 5, 9), incident('C2', 'W2', '2013', 30, 40)])).toEqual([])
  expect(abouts([incident('C1', 'W1', '2013-05-02', 5, 9), incident('C2', 'W2', '2013-05', 30, 40)])).toEqual(
    [],
  )
  expect(
    abouts([incident('C1', 'W1', '2013-05-02', 5, 9), incident('C2', 'W2', '2013-05-02', 30, 40)]),
  ).toEqual(['size'])
})

test('an incident contradicts a pattern only when it lies wholly outside', () => {
  const general = sized('C1', 'W1', 20, 50)
  expect(abouts([general, incident('C2', 'W1', '2013-05-02', 25, 30)])).toEqual([])
  expect(abouts([general, incident('C2', 'W2', '2013-05-02', 70, 80)])).toEqual(['size'])
})

test('numbers in all are compared only over the same time', () => {
  const total = (code: string, by: string, year: string, min: number, max: number) =>
    claim(code, by, { ...document, when: during(year), quantity: people(min, max) })
  expect(
    abouts([total('C1', 'R1', '2011/2015', 5000, 13000), total('C2', 'R2', '2011/2013', 900, 1000)]),
  ).toEqual([])
  expect(
    abouts([total('C1', 'R1', '2011/2015', 5000, 13000), total('C2', 'R2', '2011/2015', 900, 1000)]),
  ).toEqual(['quantity'])
})

test('units that differ are not compared', () => {
  const bodies = { ...people(1, 2), unit: 'bodies' }
  expect(
    abouts([claim('C1', 'W1', { quantity: people(8, 9) }), claim('C2', 'W2', { quantity: bodies })]),
  ).toEqual([])
})

const weekly = (min: number, max: number): Rate => ({ kind: 'times-per', times: { min, max }, per: 'week' })
const rated = (code: string, by: string, rate: Rate, rest: Partial<Claim> = {}) =>
  claim(code, by, { mode: 'pattern', pattern: pattern({ rate }), ...rest })

test.each<[Rate, Rate, boolean]>([
  [weekly(1, 2), weekly(3, 4), true],
  [weekly(1, 2), weekly(2, 3), false],
  [weekly(1, 2), { kind: 'every', days: { min: 10, max: 15 } }, true],
  [weekly(1, 1), { kind: 'every', days: { min: 7, max: 7 } }, false],
  [weekly(1, 1), { kind: 'times-per', times: { min: 4, max: 4 }, per: 'month' }, false],
  [weekly(2, 2), { kind: 'times-per', times: { min: 1, max: 1 }, per: 'month' }, true],
  [weekly(7, 7), { kind: 'times-per', times: { min: 1, max: 1 }, per: 'day' }, false],
  [{ kind: 'every', days: { min: 7, max: 8 } }, { kind: 'every', days: { min: 9, max: 10 } }, true],
])('two who remember the rates %j and %j contradict each other: %s', (a, b, expected) => {
  expect(abouts([rated('C1', 'W1', a), rated('C2', 'W2', b)])).toEqual(expected ? ['rate'] : [])
})

test('one source may say one rate in two forms', () => {
  const claims = [
    rated('C1', 'R', weekly(1, 2), document),
    rated('C2', 'R', { kind: 'every', days: { min: 4, max: 7 } }, document),
  ]
  expect(abouts(claims)).toEqual([])
})

test('one pair may differ about several things', () => {
  const both = (code: string, size: number, times: number) =>
    sized(code, 'R', size, size, {
      pattern: pattern({ size: { min: size, max: size }, rate: weekly(times, times) }),
    })
  expect(abouts([both('C1', 20, 1), both('C2', 30, 2)])).toEqual(['size', 'rate'])
})

test('what a person decided stands with the pair, whichever was named first', () => {
  const claims = [sized('C1', 'R', 20, 50), sized('C2', 'R', 20, 60)]
  const [a, b] = claims.map(({ id }) => id)
  if (!a || !b) throw new Error('two claims')
  const resolution = { claims: [b, a], prefers: a, by: 'reviewer', reason: 'print was checked' } as const
  const all = findContradictions({
    claims,
    lineage: lineageOf([], []),
    resolutions: [resolution],
    places: [],
  })
  expect(all).toMatchObject([{ resolution }])
})

const anyClaims = fc.array(
  fc
    .tuple(
      fc.constantFrom('W1', 'W2', 'W3', 'R1'),
      fc.constantFrom('t1', 't2'),
      fc.nat({ max: 5 }),
      fc.nat({ max: 5 }),
      fc.constantFrom('affirmed', 'denied', 'does-not-know'),
      fc.constantFrom('2011', '2012', '2011/2012', '..'),
    )
    .map(([by, topic, min, more, polarity, when]) => ({ by, topic, min, more, polarity, when })),
  { maxLength: 12 },
)
const built = anyClaims.map((all) =>
  all.map(({ by, topic, min, more, polarity, when }, at) =>
    sized(`C${at}`, by, min, min + more, { topic, polarity, when: when === '..' ? null : during(when) }),
  ),
)

prop.prop([built, fc.nat()])('the order of the claims changes nothing', (claims, seed) => {
  expect(found(diceFrom(seed).shuffle(claims))).toEqual(found(claims))
})

prop.prop([built])('no claim contradicts itself, and no pair is listed twice about one thing', (claims) => {
  const all = found(claims)
  expect(all.every(({ first, second }) => first !== second)).toBe(true)
  const keys = all.map(({ first, second, about }) => [first, second].sort().join() + about)
  expect(new Set(keys).size).toBe(keys.length)
})

test('500 claims of witnesses who remember differently give a list that a person can read', () => {
  const dice = diceFrom('training')
  const claims = Array.from({ length: 500 }, (_, at) => {
    const [min, max] = [dice.whole(15, 30), dice.whole(40, 60)]
    const year = String(dice.whole(2011, 2015))
    return sized(`C${String(at).padStart(3, '0')}`, `W${at % 84}`, min, max, {
      topic: `topic-${at % 12}`,
      when: during(year),
    })
  })
  const liar = sized('C999', 'W99', 200, 300, { topic: 'topic-1' })
  const [without, withLiar] = [found(claims), found([...claims, liar])]
  // Only a witness against herself; with the liar, only the liar against the others of that topic.
  expect(without.every(({ sameOrigin }) => sameOrigin)).toBe(true)
  expect(without.length).toBeLessThan(500)
  expect(withLiar.length - without.length).toBe(claims.filter(({ topic }) => topic === 'topic-1').length)
})

test('sources that are not registered are their own origins', () => {
  expect(lineageOf([source('W1')], []).originsOf(source('W2').id)).toEqual([source('W2').id])
})
