import { expect, test } from 'vitest'
import type { Claim } from '@corroborate/claims'
import type { OriginLink } from '@corroborate/testimony'
import { say, type Key } from '@corroborate/words'
import { explainStanding } from './explain-standing.ts'
import type { Finding } from './finding.ts'
import { against, claim, evidence, finding, link, sourceId } from './testing/findings.ts'

/** The reasons as an English reader sees them. */
function reasons(
  claims: readonly Claim[],
  links: readonly OriginLink[] = [],
  rest: Partial<Finding> = {},
  more: readonly Claim[] = [],
): readonly string[] {
  return explainStanding(finding(claims, rest), evidence([...claims, ...more], links)).map(({ key, args }) =>
    say('en', key as Key, args),
  )
}

test('says who knows at first hand, from how many origins, and what is lacking', () => {
  expect(reasons([claim('C1', 'W1')])).toEqual([
    'One claim at first hand, from one origin.',
    'One eyewitness: W1.',
    'One more independent origin would corroborate it.',
  ])
  expect(reasons([claim('C1', 'W1', 'heard'), claim('C2', 'W2', 'document')])).toEqual([
    'One claim at first hand, from one origin.',
    'It was heard; nobody beneath it saw it.',
    'One secondary claim goes back to one origin.',
    'One more independent claim at first hand would make it strongly corroborated.',
    'For strong corroboration it lacks one eyewitness.',
  ])
})

test('a strong finding lacks nothing', () => {
  expect(reasons([claim('C1', 'W1'), claim('C2', 'W2')])).toEqual([
    '2 claims at first hand, from 2 origins.',
    '2 eyewitnesses: W1, W2.',
  ])
})

test('says what was told and counted once', () => {
  const told = claim('C2', 'W2', 'told-by', { toldBy: ['W1'] })
  expect(reasons([claim('C1', 'W1'), told])).toEqual([
    'One claim at first hand, from one origin.',
    'One eyewitness: W1.',
    'One secondary claim goes back to one origin.',
    'One claim was told by others and counts once with whoever told it: W1.',
    '2 sources go back to one origin: what has one origin counts once.',
    'One more independent origin would corroborate it.',
  ])
})

test('says which pairs a person has still to decide, and only those beneath the finding', () => {
  const links = [
    link('W2', 'joint-interview', 'W1', 'undecided'),
    link('W8', 'same-household', 'W9', 'undecided'),
  ]
  expect(reasons([claim('C1', 'W1'), claim('C2', 'W2')], links)).toContain(
    'One pair of sources is possibly dependent, and counts once until a person has decided: W1 + W2.',
  )
})

test('says who contradicts it, and how many were set aside', () => {
  const [open, answered] = [claim('C7', 'W7', 'saw'), claim('C8', 'W8', 'saw')]
  const claimsAgainst = [against(open), against(answered, { by: 'reviewer', reason: 'another prison' })]
  const said = reasons([claim('C1', 'W1')], [], { claimsAgainst }, [open, answered])
  expect(said).toContain('One contrary claim at first hand stands unanswered: C7.')
  expect(said).toContain('One contrary claim was set aside with a reason.')
})

test('says what was not counted, and why', () => {
  const [known, withdrawn, unsure] = [
    claim('C1', 'W1'),
    claim('C2', 'W2'),
    claim('C3', 'W3', 'saw', { polarity: 'does-not-know' }),
  ]
  const said = explainStanding(finding([known, withdrawn, unsure]), evidence([known, unsure]))
  expect(said.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['standing.reason.set-aside', 'standing.reason.does-not-know']),
  )
})

test('says of an attribution who said it, and weighs the rest apart', () => {
  const kind = { kind: 'attribution', to: sourceId('report'), beneath: { en: '' } } as const
  expect(reasons([claim('C1', 'report', 'document')], [], { kind })).toEqual([
    'report says so, and the document that carries its words is held. Whether it is so is weighed apart.',
    'Nobody beneath it knows at first hand.',
    'One secondary claim goes back to one origin.',
  ])
  expect(reasons([claim('C1', 'W1', 'document')], [], { kind })[0]).toBe(
    'No claim beneath it was said by report, or by a source that reports it.',
  )
  expect(reasons([])).toEqual(['No claim carries it.'])
})

test('an item on two origins does not hide that another voice is lacking', () => {
  const links = [link('report', 'derived-from', 'W1'), link('report', 'derived-from', 'W2')]
  expect(reasons([claim('C1', 'W1'), claim('C2', 'report', 'document')], links).at(-1)).toBe(
    'One more independent origin would corroborate it.',
  )
})

test('every reason can be said in Arabic too', () => {
  const told = claim('C2', 'W2', 'told-by', { toldBy: ['W1'] })
  const all = explainStanding(finding([claim('C1', 'W1'), told]), evidence([claim('C1', 'W1'), told]))
  for (const { key, args } of all) expect(say('ar', key as Key, args)).toMatch(/[\u0621-\u064a]/)
})
