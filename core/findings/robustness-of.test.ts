import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import type { OriginId } from '@corroborate/base'
import type { Basis, Claim } from '@corroborate/claims'
import type { OriginLink } from '@corroborate/testimony'
import { certify, type Rank } from './certificate.ts'
import type { Item } from './evidence.ts'
import { robustnessOf, SEARCH_BOUND } from './robustness-of.ts'
import { itemsOf } from './standing-of.ts'
import type { Thresholds } from './standing.ts'
import { against, claim, evidence, finding, link, origins, sourceId } from './testing/findings.ts'

const robustness = (claims: readonly Claim[], links: readonly OriginLink[] = [], thresholds?: Thresholds) =>
  robustnessOf(finding(claims), evidence(claims, links, thresholds))

test('what stands on one hangs on one', () => {
  expect(robustness([claim('C1', 'W1')])).toEqual({ kind: 'falls-without', origins: origins('W1') })
})

test('two eyewitnesses fall with either of them, three only with two', () => {
  const [a, b, c] = ['W1', 'W2', 'W3'].map((by) => claim(by, by))
  if (!a || !b || !c) throw new Error('three claims')
  expect(robustness([a, b])).toMatchObject({ origins: { length: 1 } })
  expect(robustness([a, b, c])).toMatchObject({ origins: { length: 2 } })
})

test('the one eyewitness among many who heard is the one it hangs on', () => {
  const heard = ['W1', 'W2', 'W3', 'W4'].map((by) => claim(by, by, 'heard'))
  expect(robustness([...heard, claim('C5', 'W5')])).toEqual({ kind: 'falls-without', origins: origins('W5') })
})

test('secondary information falls when all of it is gone', () => {
  const claims = ['W1', 'W2', 'W3'].map((by) => claim(by, by, 'document'))
  expect(robustness(claims)).toEqual({ kind: 'falls-without', origins: origins('W1', 'W2', 'W3') })
})

test('what is unsupported or contradicted has nothing to lose', () => {
  const [held, contrary] = [claim('C1', 'W1'), claim('C2', 'W2', 'saw', { polarity: 'denied' })]
  expect(robustness([])).toEqual({ kind: 'nothing-to-lose' })
  const open = finding([held], { claimsAgainst: [against(contrary)] })
  expect(robustnessOf(open, evidence([held, contrary]))).toEqual({ kind: 'nothing-to-lose' })
})

test('an attribution hangs on the source whose words it carries', () => {
  const claims = [claim('C1', 'article', 'document'), claim('C2', 'report', 'document')]
  const said = finding(claims, { kind: { kind: 'attribution', to: sourceId('report'), beneath: { en: '' } } })
  expect(robustnessOf(said, evidence(claims, [link('article', 'derived-from', 'report')]))).toEqual({
    kind: 'falls-without',
    origins: origins('report'),
  })
})

test('the answer is counted, however many witnesses there are', () => {
  const claims = Array.from({ length: 30 }, (_, at) => claim(`C${at}`, `W${at}`))
  expect(robustness(claims)).toMatchObject({ kind: 'falls-without', origins: { length: 29 } })
})

test('where claims have several origins the search ends at its bound and says so', () => {
  const claims = Array.from({ length: 20 }, (_, at) => claim(`C${at}`, `W${at}`))
  const report = claim('R', 'report', 'document')
  const links = [link('report', 'derived-from', 'W1'), link('report', 'derived-from', 'W2')]
  expect(robustness([...claims, report], links)).toEqual({ kind: 'more-than', origins: SEARCH_BOUND })
})

test('a report on two witnesses falls only when both are gone', () => {
  const links = [link('report', 'derived-from', 'W1'), link('report', 'derived-from', 'W2')]
  expect(robustness([claim('R', 'report', 'document')], links)).toEqual({
    kind: 'falls-without',
    origins: origins('W1', 'W2'),
  })
})

// Laws, against trying every set of origins.

const WITNESSES = ['W0', 'W1', 'W2', 'W3', 'W4', 'W5']
const KINDS: readonly Basis['kind'][] = ['saw', 'heard', 'document', 'inferred']
const someClaims = fc
  .array(fc.tuple(fc.constantFrom(...WITNESSES, 'report', 'article'), fc.constantFrom(...KINDS)), {
    maxLength: 8,
  })
  .map((all) => all.map(([by, kind], at) => claim(`C${at}`, by, kind)))
const derived = fc.array(
  fc
    .tuple(fc.constantFrom('report', 'article', 'W0'), fc.constantFrom(...WITNESSES))
    .map(([from, to]) => link(from, 'derived-from', to)),
  { maxLength: 4 },
)
const someThresholds = fc.record({
  corroborated: fc.record({ others: fc.integer({ min: 1, max: 2 }) }),
  strong: fc.record({
    primary: fc.integer({ min: 1, max: 3 }),
    eyewitnesses: fc.integer({ min: 0, max: 2 }),
  }),
})

const LADDER: readonly Rank[] = [
  'unsupported',
  'secondary-only',
  'uncorroborated',
  'corroborated',
  'strongly-corroborated',
]

function rankWithout(items: readonly Item[], gone: readonly OriginId[], thresholds: Thresholds): number {
  const left = items
    .map((item) => ({ ...item, origins: item.origins.filter((origin) => !gone.includes(origin)) }))
    .filter((item) => item.origins.length > 0)
  return LADDER.indexOf(certify(left, thresholds).rank)
}

prop.prop([someClaims, derived, someThresholds], { numRuns: 300 })(
  'without the origins it names a finding falls, and without fewer it does not',
  (claims, links, thresholds) => {
    const found = robustness(claims, links, thresholds)
    const items = itemsOf(
      claims.map(({ id }) => id),
      evidence(claims, links, thresholds),
    )
    const before = rankWithout(items, [], thresholds)
    if (found.kind !== 'falls-without') {
      expect(found.kind === 'nothing-to-lose' && before === 0).toBe(true)
      return
    }
    expect(rankWithout(items, found.origins, thresholds)).toBeLessThan(before)
    const all = [...new Set(items.flatMap((item) => item.origins))]
    for (const fewer of subsets(all).filter((some) => some.length < found.origins.length))
      expect(rankWithout(items, fewer, thresholds)).toBeGreaterThanOrEqual(before)
  },
)

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (all, item) => [...all, ...all.map((some) => [...some, item])],
    [[]],
  )
}
