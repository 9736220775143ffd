import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { derivedId, diceFrom } from '@corroborate/base'
import type { Basis, Claim } from '@corroborate/claims'
import type { OriginLink } from '@corroborate/testimony'
import { certify, type Rank } from './certificate.ts'
import type { Evidence } from './evidence.ts'
import { itemsOf, standingOf, standingsOf } from './standing-of.ts'
import { USUAL_THRESHOLDS, type Thresholds } from './standing.ts'
import { against, claim, claimId, evidence, finding, link, origins, sourceId } from './testing/findings.ts'

const standing = (claims: readonly Claim[], links: readonly OriginLink[] = [], thresholds?: Thresholds) =>
  standingOf(finding(claims), evidence(claims, links, thresholds))

test('without a claim a finding is unsupported', () => {
  expect(standing([])).toEqual({ kind: 'unsupported' })
})

test('any number of secondary claims is secondary only', () => {
  const kinds = [
    'overheard',
    'told-by-unnamed',
    'common-knowledge',
    'inferred',
    'document',
    'expert',
  ] as const
  const claims = kinds.map((kind, at) => claim(`C${at}`, `W${at}`, kind))
  expect(standing(claims)).toEqual({
    kind: 'secondary-only',
    origins: origins('W0', 'W1', 'W2', 'W3', 'W4', 'W5'),
  })
})

test('one who saw it alone is uncorroborated, however often she says so', () => {
  expect(standing([claim('C1', 'W1'), claim('C2', 'W1', 'heard')])).toEqual({
    kind: 'uncorroborated',
    origins: origins('W1'),
  })
})

test('one who knows at first hand and one independent other corroborate it', () => {
  expect(standing([claim('C1', 'W1'), claim('C2', 'W2', 'document')]).kind).toBe('corroborated')
})

test('two who heard it corroborate it; that one of them saw it makes it strong', () => {
  expect(standing([claim('C1', 'W1', 'heard'), claim('C2', 'W2', 'heard')]).kind).toBe('corroborated')
  expect(standing([claim('C1', 'W1', 'heard'), claim('C2', 'W2', 'saw')]).kind).toBe('strongly-corroborated')
  expect(standing([claim('C1', 'W1', 'heard'), claim('C2', 'W2', 'took-part')]).kind).toBe(
    'strongly-corroborated',
  )
})

test('who was told counts once with the one who told it', () => {
  const saw = claim('C1', 'W1')
  const told = claim('C2', 'W2', 'told-by', { toldBy: ['W1'] })
  const byWay = claim('C3', 'W3', 'told-by', { toldBy: ['W2', 'W1'] })
  expect(standing([saw, told, byWay])).toEqual({ kind: 'uncorroborated', origins: origins('W1') })
})

test('two who rehearsed together count once until a person has decided', () => {
  const claims = [claim('C1', 'W1'), claim('C2', 'W2')]
  const together = (decision: OriginLink['decision']) => [link('W1', 'joint-interview', 'W2', decision)]
  expect(standing(claims, together('undecided')).kind).toBe('uncorroborated')
  expect(standing(claims, together('dependent')).kind).toBe('uncorroborated')
  expect(standing(claims, together('independent')).kind).toBe('strongly-corroborated')
})

test('a contrary claim at first hand contradicts, until a person sets it aside with a reason', () => {
  const claims = [claim('C1', 'W1'), claim('C2', 'W2')]
  const contrary = claim('C3', 'W3', 'saw', { polarity: 'denied' })
  const known = evidence([...claims, contrary])
  expect(standingOf(finding(claims, { claimsAgainst: [against(contrary)] }), known)).toEqual({
    kind: 'contradicted',
    by: [contrary.id],
    otherwise: { kind: 'strongly-corroborated', origins: origins('W1', 'W2') },
  })
  const answered = against(contrary, { by: 'reviewer', reason: 'she was moved a year earlier' })
  expect(standingOf(finding(claims, { claimsAgainst: [answered] }), known).kind).toBe('strongly-corroborated')
})

test('a contrary claim that is secondary, unknown or knows nothing does not contradict', () => {
  const claims = [claim('C1', 'W1')]
  const heard = claim('C3', 'W3', 'told-by-unnamed', { polarity: 'denied' })
  const unsure = claim('C4', 'W4', 'saw', { polarity: 'does-not-know' })
  const gone = claim('C5', 'W5', 'saw', { polarity: 'denied' })
  const open = finding(claims, { claimsAgainst: [heard, unsure, gone].map((one) => against(one)) })
  expect(standingOf(open, evidence([...claims, heard, unsure])).kind).toBe('uncorroborated')
})

test('who does not know carries nothing', () => {
  expect(standing([claim('C1', 'W1', 'saw', { polarity: 'does-not-know' })])).toEqual({ kind: 'unsupported' })
})

test('a claim that may no longer be used is not counted, and the finding falls', () => {
  const [kept, withdrawn] = [claim('C1', 'W1'), claim('C2', 'W2')]
  const both = finding([kept, withdrawn])
  expect(standingOf(both, evidence([kept, withdrawn])).kind).toBe('strongly-corroborated')
  expect(standingOf(both, evidence([kept])).kind).toBe('uncorroborated')
})

const attributed = (claims: readonly Claim[]) =>
  finding(claims, { kind: { kind: 'attribution', to: sourceId('report'), beneath: { en: 'It was so.' } } })
const reported = [link('article', 'derived-from', 'report')]

test('what a document says is attributed to it, and what it says is secondary from one origin', () => {
  const claims = [claim('C1', 'report', 'document'), claim('C2', 'article', 'document')]
  expect(standingOf(attributed(claims), evidence(claims, reported))).toEqual({
    kind: 'attributed',
    beneath: { kind: 'secondary-only', origins: origins('report') },
  })
})

test('a source that reports another carries what that one said; one that does not, does not', () => {
  const [article, stranger] = [claim('C1', 'article', 'document'), claim('C2', 'W1', 'document')]
  const teller = claim('C3', 'W1', 'told-by', { toldBy: ['report'] })
  expect(standingOf(attributed([article]), evidence([article], reported)).kind).toBe('attributed')
  expect(standingOf(attributed([teller]), evidence([teller])).kind).toBe('attributed')
  expect(standingOf(attributed([stranger]), evidence([stranger], reported))).toEqual({ kind: 'unsupported' })
  expect(standingOf(attributed([]), evidence([]))).toEqual({ kind: 'unsupported' })
})

test('a contrary account weighs on what was said and not on that it was said', () => {
  const [said, contrary] = [
    claim('C1', 'report', 'document'),
    claim('C2', 'W1', 'saw', { polarity: 'denied' }),
  ]
  const open = { ...attributed([said]), claimsAgainst: [against(contrary)] }
  expect(standingOf(open, evidence([said, contrary]))).toMatchObject({
    kind: 'attributed',
    beneath: { kind: 'contradicted', otherwise: { kind: 'secondary-only' } },
  })
})

test('an item that rests on two witnesses bears out neither of them', () => {
  const both = [link('report', 'derived-from', 'W1'), link('report', 'derived-from', 'W2')]
  const report = claim('C3', 'report', 'document')
  expect(standing([claim('C1', 'W1'), report], both)).toEqual({
    kind: 'uncorroborated',
    origins: origins('W1', 'W2'),
  })
  expect(standing([claim('C1', 'W3'), report], both).kind).toBe('corroborated')
})

test("thresholds are the investigation's own", () => {
  const strict: Thresholds = { corroborated: { others: 2 }, strong: { primary: 3, eyewitnesses: 2 } }
  const claims = ['W1', 'W2', 'W3'].map((by, at) => claim(`C${at}`, by, at < 2 ? 'saw' : 'heard'))
  expect(standing(claims.slice(0, 2), [], strict).kind).toBe('uncorroborated')
  expect(standing(claims, [], strict).kind).toBe('strongly-corroborated')
  expect(standing(claims, [], { ...strict, strong: { primary: 3, eyewitnesses: 3 } }).kind).toBe(
    'corroborated',
  )
})

test('all standings at once are the standings one by one', () => {
  const claims = [claim('C1', 'W1'), claim('C2', 'W2')]
  const [strong, none] = [finding(claims), finding([], { id: derivedId('finding', 'F2') })]
  const known = evidence(claims)
  expect([...standingsOf([strong, none], known)]).toEqual([
    [strong.id, standingOf(strong, known)],
    [none.id, { kind: 'unsupported' }],
  ])
})

// Laws, on any mixture of witnesses, bases and dependences.

const WITNESSES = ['W0', 'W1', 'W2', 'W3', 'W4', 'W5']
const KINDS: readonly Basis['kind'][] = [
  'saw',
  'took-part',
  'heard',
  'told-by',
  'told-by-unnamed',
  'document',
  'inferred',
]
const bodies = fc.array(
  fc.record({
    by: fc.constantFrom(...WITNESSES),
    kind: fc.constantFrom(...KINDS),
    informant: fc.constantFrom(...WITNESSES),
  }),
  { maxLength: 8 },
)
const claimsOf = (body: readonly { by: string; kind: Basis['kind']; informant: string }[], name = 'C') =>
  body.map(({ by, kind, informant }, at) =>
    claim(`${name}${at}`, by, kind, { toldBy: kind === 'told-by' ? [informant] : [] }),
  )
const someClaims = bodies.map((body) => claimsOf(body))
const someLinks = fc.array(
  fc
    .tuple(
      fc.constantFrom(...WITNESSES),
      fc.constantFrom('told-by', 'derived-from', 'same-recording', 'joint-interview'),
      fc.constantFrom(...WITNESSES),
      fc.constantFrom('dependent', 'independent', 'undecided'),
    )
    .map(([from, kind, to, decision]) => link(from, kind, to, decision)),
  { maxLength: 5 },
)
const someThresholds = fc.record({
  corroborated: fc.record({ others: fc.integer({ min: 1, max: 3 }) }),
  strong: fc.record({
    primary: fc.integer({ min: 1, max: 4 }),
    eyewitnesses: fc.integer({ min: 0, max: 3 }),
  }),
})
const LADDER: readonly string[] = [
  'unsupported',
  'secondary-only',
  'uncorroborated',
  'corroborated',
  'strongly-corroborated',
]
const height = (claims: readonly Claim[], links: readonly OriginLink[], thresholds?: Thresholds) =>
  LADDER.indexOf(standing(claims, links, thresholds).kind)

prop.prop([someClaims, someLinks, someThresholds, bodies])(
  'further claims never lower a standing',
  (claims, links, thresholds, more) => {
    const all = [...claims, ...claimsOf(more, 'D')]
    expect(height(all, links, thresholds)).toBeGreaterThanOrEqual(height(claims, links, thresholds))
  },
)

prop.prop([someClaims, someLinks])(
  'an independent claim at first hand lifts what is not yet corroborated',
  (claims, links) => {
    const before = height(claims, links)
    const after = height([...claims, claim('new', 'W20')], links)
    expect(after).toBeGreaterThanOrEqual(Math.min(before + 1, LADDER.length - 1) * (before < 3 ? 1 : 0))
    if (before > 0) expect(after).toBeGreaterThanOrEqual(LADDER.indexOf('corroborated'))
  },
)

prop.prop([someClaims.filter((claims) => claims.length > 0), someLinks, someThresholds, fc.nat()])(
  'saying again what one origin has said lifts nothing',
  (claims, links, thresholds, which) => {
    const said = claims[which % claims.length]
    if (!said) throw new Error('one of the claims')
    const again = { ...said, id: claimId('again'), code: 'again' }
    expect(height([...claims, again], links, thresholds)).toBe(height(claims, links, thresholds))
  },
)

prop.prop([someClaims, someLinks, fc.nat()])(
  'the order of the claims changes nothing',
  (claims, links, seed) => {
    const known = evidence(claims, links)
    const turned = diceFrom(seed).shuffle(claims)
    expect(standingOf(finding(turned), known)).toEqual(standingOf(finding(claims), known))
  },
)

prop.prop([someClaims, someLinks])(
  'two who may depend on each other never weigh more than two who may not',
  (claims, links) => {
    const joined = [...links, link('W1', 'joint-interview', 'W2', 'undecided')]
    const mayNot = links.filter(({ kind }) => kind === 'joint-interview')
    expect(height(claims, [...mayNot, ...joined.slice(-1)])).toBeLessThanOrEqual(height(claims, mayNot))
  },
)

/** The rule as it is written, by trying every choice of independent claims: slow, and plainly right. */
function byTryingEverything(
  known: Evidence,
  claims: readonly Claim[],
  { corroborated, strong }: Thresholds,
): Rank {
  const items = itemsOf(
    claims.map(({ id }) => id),
    known,
  )
  const independent = subsets(items).filter((some) => {
    const all = some.flatMap((item) => item.origins)
    return new Set(all).size === all.length
  })
  const atLeast = (some: typeof items, level: number) => some.filter((item) => item.level >= level).length
  if (items.length === 0) return 'unsupported'
  if (atLeast(items, 1) === 0) return 'secondary-only'
  if (!independent.some((some) => atLeast(some, 1) >= 1 && some.length >= 1 + corroborated.others))
    return 'uncorroborated'
  const isStrong = independent.some(
    (some) =>
      atLeast(some, 1) >= Math.max(strong.primary, strong.eyewitnesses) &&
      atLeast(some, 2) >= strong.eyewitnesses,
  )
  return isStrong ? 'strongly-corroborated' : 'corroborated'
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (all, item) => [...all, ...all.map((some) => [...some, item])],
    [[]],
  )
}

prop.prop([someClaims, someLinks, someThresholds], { numRuns: 400 })(
  'agrees with trying every choice of independent claims',
  (claims, links, thresholds) => {
    const known = evidence(claims, links, thresholds)
    const expected = byTryingEverything(known, claims, thresholds)
    expect(standing(claims, links, thresholds).kind).toBe(expected)
    const items = itemsOf(
      claims.map(({ id }) => id),
      known,
    )
    expect(certify(items, thresholds).rank).toBe(expected)
  },
)

test('the usual thresholds are those of the design', () => {
  expect(USUAL_THRESHOLDS).toEqual({ corroborated: { others: 1 }, strong: { primary: 2, eyewitnesses: 1 } })
})
