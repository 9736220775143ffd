import { beforeAll, expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { Consent, Interview, OriginLink } from '@corroborate/testimony'
import type { Claim } from '@corroborate/claims'
import type { Finding } from '@corroborate/findings'
import { isPatternRequest, type PatternRequest } from '@corroborate/estimate'
import type { Investigation } from '@corroborate/report'
import type { Store } from '../store.ts'
import { eachEngine } from '../testing/engines.ts'
import { invented } from '../testing/invented.ts'
import { updateClaim } from './claim.ts'
import { estimatesOfClaim, updateEstimate } from './estimate.ts'
import { updateFinding } from './finding.ts'
import { updateInterview, withdrawConsent } from './interview.ts'
import { updateInvestigation } from './investigation.ts'
import { updatePerson, updatePlace, updateUnit } from './register.ts'
import { updateReport } from './report.ts'
import { updateOriginLink, updateSource } from './source.ts'
import { updatePassage } from './text.ts'
import { insertWhole, investigationWhole } from './whole.ts'

const elsewhere = derivedId('investigation', 'elsewhere')
const before = withAllKinds(invented({ code: 'before', witnesses: 3, passagesEach: 10 }))

eachEngine((_, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
    await insertWhole(store.db, before)
  })

  /** What the whole is after a change, which is undone. */
  const after = async (change: (within: Store['db']) => Promise<boolean>) => {
    const transaction = await store.db.startTransaction().execute()
    const done = await change(transaction)
    const whole = await investigationWhole(transaction, before.id)
    await transaction.rollback().execute()
    return { done, whole }
  }

  const changes = changesOf(before)

  test.each(changes)('an update of a $kind changes that and nothing else', async ({ update, expected }) => {
    const { done, whole } = await after((within) => update(within, before.id))
    expect(done).toBe(true)
    expect(whole).toEqual(expected)
    expect(whole).not.toEqual(before)
  })

  test.each(changes.filter((one) => one.kind !== 'investigation'))(
    'an update of a $kind finds nothing in another investigation',
    async ({ update }) => {
      const { done, whole } = await after((within) => update(within, elsewhere))
      expect(done).toBe(false)
      expect(whole).toEqual(before)
    },
  )

  test('a consent is withdrawn once', async () => {
    const withdrawn = { consent: before.consents[0]?.id ?? ('' as never), at: '2026-02-02' }
    const { whole } = await after(async (within) => {
      expect(await withdrawConsent(within, before.id, withdrawn)).toBe(true)
      return withdrawConsent(within, before.id, { ...withdrawn, at: '2026-03-03' })
    })
    expect(whole?.consents[0]?.withdrawnAt).toBe('2026-02-02')
  })

  test('an estimate that reads another claim is found by that claim', async () => {
    const [request] = before.estimates.filter(isPatternRequest)
    const claim = before.claims[7]
    if (!request || !claim) throw new Error('one estimate, 30 claims')
    expect(await estimatesOfClaim(store.db, before.id, claim.id)).toEqual([])
    const { done } = await after(async (within) => {
      const periods: PatternRequest['periods'] = [{ ...request.periods[0], size: claim.id }]
      await updateEstimate(within, before.id, { ...request, periods })
      return (await estimatesOfClaim(within, before.id, claim.id)).length === 1
    })
    expect(done).toBe(true)
  })
})

interface Change {
  readonly kind: string
  readonly update: (db: Store['db'], investigation: Investigation['id']) => Promise<boolean>
  readonly expected: Investigation
}

/** One change of every kind: the last of its list, so that a missing `where` would show on the others. */
function changesOf(whole: Investigation): readonly Change[] {
  const words = { ar: 'كلمات أخرى' }
  const change = <Item>(
    kind: string,
    list: keyof Investigation,
    made: { item: Item; update: (db: Store['db'], id: Investigation['id'], item: Item) => Promise<boolean> },
  ): Change => {
    const items = whole[list] as readonly Item[]
    return {
      kind,
      update: (db, id) => made.update(db, id, made.item),
      expected: { ...whole, [list]: items.with(-1, made.item) },
    }
  }
  const last = <Item>(items: readonly Item[]): Item => items.at(-1) ?? ('' as never)
  const head = { ...whole, title: words, thresholds: { ...whole.thresholds, corroborated: { others: 7 } } }
  const claim: Claim = {
    ...last(whole.claims),
    proposition: words,
    passages: [last(whole.passages).id, whole.passages[0]?.id ?? ('' as never)],
  }
  const finding: Finding = {
    ...last(whole.findings),
    claimsFor: [claim.id],
    claimsAgainst: [
      { claim: whole.claims[0]?.id ?? ('' as never), dismissed: { by: 'a reviewer', reason: 'why' } },
    ],
    signer: 'a legal adviser',
    standardOfProof: 'reasonable-grounds',
    reasons: words,
  }
  return [
    { kind: 'investigation', update: (db) => updateInvestigation(db, head), expected: head },
    change('source', 'sources', { item: { ...last(whole.sources), title: words }, update: updateSource }),
    change<OriginLink>('link', 'originLinks', {
      item: { ...last(whole.originLinks), decision: 'independent', reason: 'they never met' },
      update: updateOriginLink,
    }),
    change<Interview>('interview', 'interviews', {
      item: { ...last(whole.interviews), remote: true, distress: 'a break' },
      update: updateInterview,
    }),
    change('place', 'places', { item: { ...last(whole.places), aliases: ['other'] }, update: updatePlace }),
    change('person', 'persons', { item: { ...last(whole.persons), name: words }, update: updatePerson }),
    change('unit', 'units', { item: { ...last(whole.units), name: words }, update: updateUnit }),
    change('passage', 'passages', {
      item: { ...last(whole.passages), start: 1, end: 2, exact: 'e' },
      update: updatePassage,
    }),
    change('claim', 'claims', { item: claim, update: updateClaim }),
    change('finding', 'findings', { item: finding, update: updateFinding }),
    change('estimate', 'estimates', {
      item: { ...last(whole.estimates), question: words },
      update: updateEstimate,
    }),
    change('report', 'reports', { item: { ...last(whole.reports), title: 'other' }, update: updateReport }),
  ]
}

function withAllKinds(whole: Investigation): Investigation {
  const [w0, , w2] = whole.sources.map((source) => source.id)
  const [c0, c1] = whole.claims.map((claim) => claim.id)
  if (!w0 || !w2 || !c0 || !c1) throw new Error('three witnesses, 30 claims')
  const reading = { weeks: 'calendar', rate: 'ends' } as const
  const link = { decision: 'undecided', reason: null } as const
  const interviewWith = (witness: typeof w0): Interview => ({
    id: derivedId('interview', witness),
    code: `I-${witness}`,
    witness,
    date: '2026-01-01',
    place: { en: 'A country' },
    remote: false,
    interviewer: 'an interviewer',
    interpreter: null,
    languages: ['ar'],
    others: [],
    priorAccounts: [],
    distress: null,
    referralOffered: false,
  })
  const consent: Consent = {
    id: derivedId('consent', w0),
    witness: w0,
    version: 1,
    allows: [],
    conceal: [],
    explainedBy: 'an interviewer',
    language: 'ar',
    givenAt: '2026-01-01',
    withdrawnAt: null,
  }
  return {
    ...whole,
    originLinks: [
      { ...link, from: w0, to: w2, kind: 'same-household' },
      { ...link, from: w2, to: w0, kind: 'same-household' },
      { ...link, from: w0, to: w2, kind: 'joint-interview' },
    ],
    interviews: [interviewWith(w0), interviewWith(w2)],
    consents: [consent],
    persons: ['p', 'q'].map((code) => ({
      id: derivedId('person', code),
      code,
      name: { en: code },
      part: 'official' as const,
    })),
    units: ['u', 'v'].map((code) => ({
      id: derivedId('unit', code),
      code,
      name: { en: code },
      active: null,
    })),
    estimates: ['e', 'f'].map((code) => ({
      id: derivedId('estimate', code),
      code,
      question: { en: 'How many?' },
      unit: { en: 'people' },
      periods: [{ code: 'all', window: c0, rate: c0, size: c1, reading }],
      rounding: { kind: 'none' as const },
      assumptions: [{ code: 'closed', words: { en: 'Nobody else was there.' } }],
      alternatives: [],
      checks: [],
    })),
  }
}
