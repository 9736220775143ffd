import { beforeAll, expect, test } from 'vitest'
import { derivedId, type MemberId, type SourceId } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import type { Consent } from '@corroborate/testimony'
import type { Store } from '../store.ts'
import { eachEngine } from '../testing/engines.ts'
import { invented } from '../testing/invented.ts'
import { claimById, claimsById } from './claim.ts'
import {
  claimPage,
  claimRows,
  claimRowsOfFinding,
  claimRowsOfSource,
  claimRowsOfText,
  topicsOf,
  type ClaimPage,
} from './claim-rows.ts'
import {
  contradictions,
  contradictionsOfClaim,
  putResolutions,
  replaceContradictions,
} from './contradiction.ts'
import { findingById, findingRow, findingRows, findingsOfClaim, putStandings } from './finding.ts'
import { insertConsents } from './interview.ts'
import { allInvestigations, countsOf, investigationHead, investigationsOf } from './investigation.ts'
import { giveRole, insertMember, members, membershipsIn, rolesAnywhere, rolesOf, takeRole } from './member.ts'
import { placePath } from './register.ts'
import { reportById, reportCards } from './report.ts'
import { insertOriginLinks, insertSources, sourceById, sourceRow, sourceRows, sources } from './source.ts'
import { passagesById, passagesOf, textById, textsOf } from './text.ts'
import { insertWhole } from './whole.ts'

const whole = invented({ code: 'one', witnesses: 5, passagesEach: 90 })
const other = invented({ code: 'two', witnesses: 2, passagesEach: 10 })
const [first, second, third] = whole.claims
if (!first || !second || !third) throw new Error('the investigation has 450 claims')
const at = whole.id

eachEngine((_, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
    await store.db.transaction().execute(async (within) => {
      await insertWhole(within, whole)
      await insertWhole(within, other)
      await putStandings(
        within,
        at,
        new Map(
          whole.findings.map((finding) => [
            finding.id,
            { standing: { kind: 'uncorroborated', origins: [] }, robustness: { kind: 'nothing-to-lose' } },
          ]),
        ),
      )
    })
  })

  test('counts what is in an investigation, and nothing of another', async () => {
    expect(await countsOf(store.db, at)).toEqual({
      sources: 5,
      witnesses: 4,
      interviews: 0,
      texts: 5,
      passages: 450,
      claims: 450,
      findings: 45,
      estimates: 0,
      lists: 0,
    })
    expect(await countsOf(store.db, derivedId('investigation', 'none'))).toBeNull()
  })

  test('a member sees the investigations they have a role in, and only these', async () => {
    const member = 'm' as MemberId
    const now = '2026-01-05T12:00:00.000Z'
    await insertMember(store.db, { id: member, name: 'A member', createdAt: '2026-01-01' })
    expect(await investigationsOf(store.db, { member, now })).toEqual([])
    for (const role of ['reviewer', 'researcher', 'reviewer'])
      await giveRole(store.db, { investigation: at, member, role, endsAt: null })
    const seen = await investigationsOf(store.db, { member, now })
    expect(seen.map((one) => [one.code, one.roles])).toEqual([['one', ['researcher', 'reviewer']]])
    expect(await rolesOf(store.db, at, { member, now })).toEqual(['researcher', 'reviewer'])
    expect(await rolesOf(store.db, other.id, { member, now })).toEqual([])
    const here = { investigation: at, member, name: 'A member', endsAt: null }
    expect(await membershipsIn(store.db, [at], now)).toEqual([
      { ...here, role: 'researcher' },
      { ...here, role: 'reviewer' },
    ])
    expect(await membershipsIn(store.db, [other.id], now)).toEqual([])
    expect(await membershipsIn(store.db, [], now)).toEqual([])
    expect(await rolesAnywhere(store.db, { member, now })).toEqual(['researcher', 'reviewer'])
    expect(await takeRole(store.db, { investigation: at, member, role: 'reviewer' })).toBe(true)
    expect(await takeRole(store.db, { investigation: at, member, role: 'reviewer' })).toBe(false)
    expect(await rolesOf(store.db, at, { member, now })).toEqual(['researcher'])
    expect(await members(store.db)).toHaveLength(1)
    expect((await allInvestigations(store.db)).map((head) => head.code)).toEqual(['one', 'two'])
    expect(await investigationHead(store.db, at)).toMatchObject({ code: 'one', title: whole.title })
  })

  test('all claims come in pages of 200 in the order of their codes, each once', async () => {
    const codes: string[] = []
    const sizes: number[] = []
    let page: ClaimPage | null = await claimPage(store.db, at)
    while (page) {
      expect(page.total).toBe(450)
      sizes.push(page.claims.length)
      codes.push(...page.claims.map((claim) => claim.code))
      page = page.next === null ? null : await claimPage(store.db, at, { after: page.next })
    }
    expect(sizes).toEqual([200, 200, 50])
    expect(codes).toEqual(whole.claims.map((claim) => claim.code))
  })

  test('a page ends exactly where the claims do', async () => {
    const topic = 'group-size'
    const page = await claimPage(store.db, at, { topic })
    expect(page).toMatchObject({ total: 90, next: null })
    expect(page.claims).toHaveLength(90)
    expect(new Set(page.claims.map((claim) => claim.topic))).toEqual(new Set([topic]))
    expect(page.topics).toEqual(['group-size', 'order', 'place', 'weekday', 'window'])
  })

  test('a page can be asked by source and topic together', async () => {
    const page = await claimPage(store.db, at, { source: first.source, topic: 'window', after: 'C000040' })
    expect(page.total).toBe(18)
    expect(page.claims[0]?.code).toBe('C000041')
    expect(await claimPage(store.db, other.id, { source: first.source })).toMatchObject({
      claims: [],
      total: 0,
    })
  })

  test('a claim in a list has its source, its words and where they stand', async () => {
    const [row] = await claimRows(store.db, at, [first.id])
    expect(row).toEqual({
      id: first.id,
      code: 'C000000',
      source: { id: first.source, code: 'W0000', title: whole.sources[0]?.title },
      proposition: first.proposition,
      mode: 'pattern',
      topic: 'group-size',
      basis: 'saw',
      polarity: 'affirmed',
      certainty: 'certain',
      status: 'accepted',
      when: '2013-05',
      quantity: first.quantity,
      passages: [
        {
          id: whole.passages[0]?.id,
          text: whole.texts[0]?.id,
          textTitle: whole.texts[0]?.title,
          language: 'en',
          exact: whole.passages[0]?.exact,
        },
      ],
      contradicted: false,
    })
  })

  test('claims asked by their ids come in the order of their codes, those of others not at all', async () => {
    const ids = [third.id, first.id, ...other.claims.map((claim) => claim.id)]
    expect((await claimRows(store.db, at, ids)).map((row) => row.code)).toEqual(['C000000', 'C000002'])
    expect((await claimsById(store.db, at, ids)).map((claim) => claim.code)).toEqual(['C000000', 'C000002'])
    expect(await claimRows(store.db, at, [])).toEqual([])
  })

  test('a text comes with its passages in order and the claims under each', async () => {
    const text = whole.texts[1]
    if (!text) throw new Error('five texts')
    expect(await textById(store.db, at, text.id)).toEqual(text)
    const passages = await passagesOf(store.db, at, text.id)
    expect(passages).toEqual(whole.passages.filter((passage) => passage.text === text.id))
    const under = await claimRowsOfText(store.db, at, text.id)
    expect(passages.map((passage) => under.get(passage.id)?.map((row) => row.code))).toEqual(
      passages.map((_, i) => [`C${String(90 + i).padStart(6, '0')}`]),
    )
    expect((await textsOf(store.db, at, text.source)).map((ref) => ref.code)).toEqual(['T0001'])
    const [one, two] = passages
    expect(await passagesById(store.db, at, [two?.id ?? '', one?.id ?? ''] as never)).toEqual([one, two])
  })

  test('a source shows what it carries and what is open about it', async () => {
    const [w0, w1, w2, w3] = whole.sources.map((source) => source.id)
    if (!w0 || !w1 || !w2 || !w3) throw new Error('five sources')
    await insertOriginLinks(store.db, at, [
      { from: w0, to: w2, kind: 'same-household', decision: 'undecided', reason: null },
      { from: w2, to: w3, kind: 'joint-interview', decision: 'independent', reason: 'apart' },
    ])
    await insertConsents(store.db, at, [
      consent(w0, 1, '2026-01-02'),
      consent(w0, 2, null),
      consent(w2, 1, '2026-01-02'),
    ])
    const rows = await sourceRows(store.db, at)
    expect(rows.map((row) => [row.source.code, row.claims, row.undecided, row.consent])).toEqual([
      ['W0000', 90, 1, 'given'],
      ['W0001', 90, 0, 'not-needed'],
      ['W0002', 90, 1, 'withdrawn'],
      ['W0003', 90, 0, 'missing'],
      ['W0004', 90, 0, 'missing'],
    ])
    expect(await sourceRow(store.db, at, w2)).toEqual(rows[2])
    expect((await claimRowsOfSource(store.db, at, w2)).map((row) => row.code)).toHaveLength(90)
  })

  test('a finding shows its standing and its claims on both sides', async () => {
    const finding = whole.findings[0]
    if (!finding) throw new Error('45 findings')
    expect(await findingById(store.db, at, finding.id)).toEqual(finding)
    const row = await findingRow(store.db, at, finding.id)
    expect(row).toMatchObject({
      code: 'F0000',
      claimsFor: 9,
      claimsAgainst: 1,
      standing: { kind: 'uncorroborated' },
    })
    const rows = await findingRows(store.db, at)
    expect(rows).toHaveLength(45)
    expect(rows[0]).toEqual(row)
    expect((await claimRowsOfFinding(store.db, at, finding.id)).map((claim) => claim.id)).toEqual(
      whole.claims.slice(0, 10).map((claim) => claim.id),
    )
    expect((await findingsOfClaim(store.db, at, first.id)).map((one) => one.code)).toEqual(['F0000'])
  })

  test('a finding whose standing nobody computed is a bug that shows', async () => {
    await expect(findingRows(store.db, other.id)).rejects.toThrow('F0000 was never computed')
  })

  test('contradictions carry what a person decided, whichever claim was named first', async () => {
    const found: Contradiction[] = [
      { first: first.id, second: second.id, about: 'size', sameOrigin: true, resolution: null },
      { first: second.id, second: third.id, about: 'rate', sameOrigin: false, resolution: null },
    ]
    await replaceContradictions(store.db, at, [...found, ...found].slice(0, 3))
    await replaceContradictions(store.db, at, found)
    expect(await contradictions(store.db, at)).toEqual(found)
    const decided = {
      claims: [second.id, first.id],
      prefers: first.id,
      by: 'a reviewer',
      reason: 'nearer',
    } as const
    await putResolutions(store.db, at, [
      { ...decided, claims: [first.id, second.id], reason: 'a first thought' },
    ])
    await putResolutions(store.db, at, [decided])
    expect(await contradictions(store.db, at)).toEqual([{ ...found[0], resolution: decided }, found[1]])
    expect(await contradictionsOfClaim(store.db, at, third.id)).toEqual([found[1]])
    const marked = await claimPage(store.db, at)
    expect(marked.claims.filter((claim) => claim.contradicted).map((claim) => claim.code)).toEqual([
      'C000000',
      'C000001',
      'C000002',
    ])
  })

  test('a place says where it is, from the country down', async () => {
    const room = whole.places[0]?.id
    if (!room) throw new Error('three places')
    expect((await placePath(store.db, at, room)).map((name) => name.en)).toEqual([
      'country',
      'prison',
      'room',
    ])
    expect(await placePath(store.db, other.id, room)).toEqual([])
  })

  test('reports are listed without their text and read with it', async () => {
    const [card] = await reportCards(store.db, at)
    expect(card).toEqual({
      id: whole.reports[0]?.id,
      code: 'main',
      locale: 'en',
      title: 'An invented report',
      dated: '2026-01-01',
    })
    expect(await reportById(store.db, at, whole.reports[0]?.id ?? ('' as never))).toEqual(whole.reports[0])
  })

  test('nothing of an investigation is found by asking in another', async () => {
    const not = other.id
    expect(await claimById(store.db, not, first.id)).toBeNull()
    expect(await sourceById(store.db, not, first.source)).toBeNull()
    expect(await sourceRow(store.db, not, first.source)).toBeNull()
    expect(await textById(store.db, not, whole.texts[0]?.id ?? ('' as never))).toBeNull()
    expect(await findingById(store.db, not, whole.findings[0]?.id ?? ('' as never))).toBeNull()
    expect(await findingRow(store.db, not, whole.findings[0]?.id ?? ('' as never))).toBeNull()
    expect(await reportById(store.db, not, whole.reports[0]?.id ?? ('' as never))).toBeNull()
    expect(await claimRowsOfText(store.db, not, whole.texts[0]?.id ?? ('' as never))).toEqual(new Map())
  })

  test('an investigation without claims has no topics', async () => {
    expect(await topicsOf(store.db, derivedId('investigation', 'none'))).toEqual([])
  })

  test('text is ordered by its code points on both engines, whatever language the machine speaks', async () => {
    const empty = invented({ code: 'order', witnesses: 0, passagesEach: 0 })
    await insertWhole(store.db, empty)
    const codes = ['Z', 'a', 'B', 'é', '_', 'ب', '10', '9', '𝄞', '\ufffd']
    const like = whole.sources[0]
    if (!like) throw new Error('five sources')
    await insertSources(
      store.db,
      empty.id,
      codes.map((code) => ({ ...like, code, id: derivedId('source', 'order', code) satisfies SourceId })),
    )
    const byCode = (await sourceRows(store.db, empty.id)).map((row) => row.source.code)
    expect(byCode).toEqual(['10', '9', 'B', 'Z', '_', 'a', 'é', 'ب', '\ufffd', '𝄞'])
    expect((await sources(store.db, empty.id)).map((source) => source.code)).toEqual(codes)
  })
})

function consent(witness: SourceId, version: number, withdrawnAt: string | null): Consent {
  return {
    id: derivedId('consent', witness, String(version)),
    witness,
    version,
    allows: [{ purpose: 'analysis', recipient: 'own-team' }],
    conceal: [],
    explainedBy: 'an interviewer',
    language: 'en',
    givenAt: '2026-01-01',
    withdrawnAt,
  }
}
