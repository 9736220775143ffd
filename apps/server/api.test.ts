import { describe, expect, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import { importInvestigation } from '@corroborate/casework'
import { smallListRequest } from '../../core/estimate/lists/testing/small-study.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { Passage } from '@corroborate/testimony'
import { buildHouse, deskIn, type House } from '../../casework/testing/house.ts'
import { smallInvestigation } from '../../casework/testing/small-investigation.ts'
import type {
  ClaimPage,
  EstimateView,
  FindingView,
  LedgerPage,
  Overview,
  Refused,
  SessionView,
} from './api.ts'
import { postedJson, served } from './testing/served.ts'

/** Every address below /api that names something, in one house. */
function addressesIn(house: House): Readonly<Record<string, string>> {
  const at = `/api/investigations/${house.investigation}`
  return {
    overview: at,
    sources: `${at}/sources`,
    source: `${at}/sources/${house.witness}`,
    text: `${at}/texts/${house.text}`,
    claims: `${at}/claims`,
    claim: `${at}/claims/${house.claim}`,
    findings: `${at}/findings`,
    finding: `${at}/findings/${house.finding}`,
    estimates: `${at}/estimates`,
    lists: `${at}/lists`,
    report: `${at}/reports/${house.report}`,
    ledger: `${at}/ledger`,
  }
}

eachEngine((_engine, open) => {
  const opened = open()
  const settled = opened.then(async (store) => {
    const [house, other] = [await buildHouse(store), await buildHouse(store)]
    const server = served(store)
    return { house, other, server, session: await server.signIn(house.member) }
  })

  test('to somebody who is not signed in, everything below /api is 401', async () => {
    const { house, server } = await settled
    for (const path of ['/api/session', '/api/nowhere', ...Object.values(addressesIn(house))]) {
      const answer = await server.ask(path)
      expect([path, answer.status, await answer.json()]).toEqual([
        path,
        401,
        { reason: 'signed-out', detail: 'Nobody is signed in here.' },
      ])
    }
    expect((await server.ask('/api/session', { session: 'corroborate=forged' })).status).toBe(401)
  })

  test('a member reads their investigation by every address', async () => {
    const { house, server, session } = await settled
    for (const [name, path] of Object.entries(addressesIn(house))) {
      const answer = await server.ask(path, { session })
      expect([name, answer.status]).toEqual([name, 200])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(server.reported).toEqual([])
  })

  test('another’s investigation, one that is nowhere, a foreign id and nonsense get the same bytes', async () => {
    const { house, other, server, session } = await settled
    const at = `/api/investigations/${house.investigation}`
    const nowhere = derivedId('investigation', 'nowhere')
    const paths = [
      '/api/nowhere',
      `/api/investigations/${nowhere}`,
      '/api/investigations/not-an-id',
      ...Object.values(addressesIn(other)),
      `${at}/sources/${other.witness}`,
      `${at}/texts/${other.text}`,
      `${at}/claims/${other.claim}`,
      `${at}/findings/${other.finding}`,
      `${at}/reports/${other.report}`,
      `${at}/estimates/${nowhere}`,
      `${at}/estimates/${nowhere}/runs`,
      `${at}/runs/${nowhere}`,
      `${at}/runs/${nowhere}/against/${nowhere}`,
      `${at}/runs/${nowhere}/against/not-an-id`,
      `${at}/claims?source=not-an-id`,
      `${at}/claims/${house.finding}`,
    ]
    const answers = []
    for (const path of paths) {
      const answer = await server.ask(path, { session })
      answers.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
    }
    expect(new Set(answers)).toHaveLength(1)
    expect(answers[0]).toContain('404')
  })

  test('the session names the member and the investigations that they read, and no other', async () => {
    const { house, server, session } = await settled
    const view = await seen<SessionView>(server.ask('/api/session', { session }))
    expect(view).toMatchObject({
      member: { id: house.member, name: 'A. Researcher' },
      investigations: [{ id: house.investigation, counts: { witnesses: 2, claims: 3, findings: 1 } }],
    })
    expect(view.investigations).toHaveLength(1)
  })

  test('claims are filtered by topic and by source, and their topics are told', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}/claims`
    const page = await seen<ClaimPage>(server.ask(`${at}?topic=led-out&source=${house.second}`, { session }))
    expect(page).toMatchObject({
      claims: [{ id: house.denial, contradicted: true, source: { id: house.second } }],
      ...{ total: 1, topics: ['led-out', 'weekly'], next: null },
    })
  })

  test('a claim shows what contradicts it, and the finding that rests on it', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}/claims/${house.claim}`
    expect(await (await server.ask(at, { session })).json()).toMatchObject({
      contradictions: [
        { contradiction: { about: 'polarity', sameOrigin: false }, first: { id: house.claim } },
      ],
      findings: [{ id: house.finding, standing: { kind: 'uncorroborated' } }],
    })
  })

  test('a finding shows its reasons, its claims by origin, and the ledger who did what', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}`
    const finding = await seen<FindingView>(server.ask(`${at}/findings/${house.finding}`, { session }))
    expect(finding).toMatchObject({
      groups: [{ origins: [{ id: house.witness }], claims: [{ id: house.claim }] }],
      ...{ notCounted: [], against: [] },
    })
    expect(finding.reasons[0]?.key).toMatch(/^standing[.]reason[.]/)
    const ledger = await seen<LedgerPage>(server.ask(`${at}/ledger?after=1`, { session }))
    expect(ledger).toMatchObject({ verified: true, next: null })
    expect(ledger.entries[0]).toMatchObject({ sequence: 2, act: 'source.recorded', actor: 'A. Researcher' })
  })

  test('an estimate comes with its charts in both languages, and a report with its parts and who cites what', async () => {
    const { house, server, session } = await settled
    const whole = smallInvestigation(`shown-${house.member}`)
    valueOf(await importInvestigation(deskIn(house.store, house.member), { whole }))
    const at = `/api/investigations/${whole.id}`
    const [estimate] = await seen<readonly EstimateView[]>(server.ask(`${at}/estimates`, { session }))
    expect(estimate?.answer).toMatchObject({
      ok: true,
      value: { interval: { min: 24 * 4 * 20, max: 24 * 4 * 2 * 50 } },
    })
    expect(estimate?.charts.map((chart) => `${chart.kind} ${chart.locale}`)).toEqual([
      ...['intervals-by-period en', 'pattern-timeline en', 'intervals-by-period ar', 'pattern-timeline ar'],
    ])
    expect(estimate?.citedBy).toMatchObject([{ anchor: 's1' }])
    expect(estimate?.citedBy[0]?.text).toContain('were taken')
    const overview = await seen<Overview>(server.ask(at, { session }))
    expect(overview).toMatchObject({ breaches: [], reports: [{ code: 'report', locale: 'en' }] })
  })

  test('strange addresses are answered, not broken on: a zero character in an address, bad escapes, odd numbers', async () => {
    const { house, server, session } = await settled
    const at = `/api/investigations/${house.investigation}`
    const answers = [
      [`${at}/claims?topic=%00`, 400],
      ['/public/a%00/b/en', 400],
      [`${at}/claims?topic=%zz&after=%ff`, 200],
      [`${at}/ledger?after=-1`, 200],
      [`${at}/ledger?after=1e999`, 200],
      ['/public/%zz/%ff/en', 404],
    ] as const
    for (const [path, status] of answers)
      expect([path, (await server.ask(path, { session })).status]).toEqual([path, status])
    expect(server.reported).toEqual([])
  })

  describe('what is posted', () => {
    test('marks a passage and states a claim on it, each answering what it made', async () => {
      const { house, server, session } = await settled
      const at = `/api/investigations/${house.investigation}`
      const marked = await server.ask(`${at}/passages`, {
        ...postedJson({ code: null, text: house.text, start: 0, end: 20 }),
        session,
      })
      expect(marked.status).toBe(200)
      const { value: passage } = await seen<{ readonly value: Passage }>(marked)
      expect(passage.exact).toBe('I: What did you see?')
      const stated = await server.ask(`${at}/claims`, {
        ...postedJson(claimOn(house, [passage.id])),
        session,
      })
      expect([stated.status, Object.keys(await seen<object>(stated))]).toEqual([200, ['value']])
    })

    test('is 400 with the field when it is not readable', async () => {
      const { house, server, session } = await settled
      const at = `/api/investigations/${house.investigation}/claims`
      const faults = [
        ['{', 'the body is not JSON'],
        ['['.repeat(40), 'the body is nested deeper than 32 brackets'],
        [JSON.stringify({ ...claimOn(house), polarity: 'perhaps' }), 'field “polarity”'],
        [
          JSON.stringify({ ...claimOn(house), when: { edtf: 'last spring', said: null } }),
          'field “when.edtf”',
        ],
        [JSON.stringify({ ...claimOn(house), passages: [] }), 'field “passages'],
        [JSON.stringify({ ...claimOn(house), topic: 'a\0b' }), 'field “topic”'],
        [JSON.stringify({ ...claimOn(house), topic: '\ud800' }), 'field “topic”'],
        [JSON.stringify({ ...claimOn(house), stray: 1 }), 'stray'],
      ] as const
      for (const [body, words] of faults) {
        const answer = await server.ask(at, { method: 'POST', body, session })
        const { reason, detail } = await seen<Refused>(answer)
        expect([answer.status, reason]).toEqual([400, 'unreadable'])
        expect(detail).toContain(words)
      }
    })

    test('is 422 with the domain’s own reason when the domain refuses', async () => {
      const { house, server, session } = await settled
      const at = `/api/investigations/${house.investigation}`
      const refusals = [
        [`${at}/passages`, { code: null, text: house.text, start: 0, end: 9_999 }, 'out-of-range'],
        [`${at}/claims`, { ...claimOn(house), source: house.second }, 'words-of-another'],
        [
          `${at}/contradictions`,
          { claims: [house.claim, house.pattern], prefers: null, reason: 'x' },
          'no-contradiction',
        ],
        [
          `${at}/origins`,
          { from: house.witness, to: house.witness, kind: 'told-by', decision: 'dependent', reason: null },
          'itself',
        ],
      ] as const
      for (const [path, body, reason] of refusals) {
        const answer = await server.ask(path, { ...postedJson(body), session })
        expect([answer.status, (await seen<Refused>(answer)).reason]).toEqual([422, reason])
      }
    })

    test('in another’s investigation, and about another’s things, is 404 with the bytes of nothing', async () => {
      const { house, other, server, session } = await settled
      const at = `/api/investigations/${house.investigation}`
      const nothing = await (await server.ask('/api/nowhere', { session })).text()
      const signature = { standardOfProof: 'reasonable-grounds', reasons: { en: 'x' } }
      const posts = [
        [`/api/investigations/${other.investigation}/claims`, claimOn(other)],
        [`${at}/claims`, claimOn(house, [other.passage])],
        [`${at}/findings/${other.finding}/signature`, signature],
        [`${at}/findings/not-an-id/signature`, signature],
        [`${at}/consents/${other.consent}/withdrawal`, { reason: '' }],
        [`${at}/reports/${other.report}/publication`, {}],
        [`/api/investigations/${other.investigation}/estimates`, { code: null, asked: LISTS_ASKED }],
        [`/api/investigations/${other.investigation}/overlap`, OVERLAP_ASKED],
        [`${at}/estimates/${other.claim}/revision`, { asked: LISTS_ASKED }],
        [`${at}/estimates/${other.claim}/runs`, {}],
        [`${at}/runs/${other.claim}/repetition`, {}],
        [`${at}/runs/${other.claim}/cancellation`, {}],
      ] as const
      for (const [path, body] of posts) {
        const answer = await server.ask(path, { ...postedJson(body), session })
        expect([path, answer.status, await answer.text()]).toEqual([path, 404, nothing])
      }
    })

    test('signs a finding, resolves a contradiction and withdraws a consent', async () => {
      const { server, other } = await settled
      const house = await buildHouse(other.store)
      const session = await server.signIn(house.member)
      const at = `/api/investigations/${house.investigation}`
      const post = (path: string, body: unknown) =>
        seen<object>(server.ask(`${at}${path}`, { ...postedJson(body), session }))
      await post(`/findings/${house.finding}/signature`, {
        ...{ standardOfProof: 'reasonable-grounds', reasons: { en: 'Seen.' } },
      })
      expect(await (await server.ask(`${at}/findings/${house.finding}`, { session })).json()).toMatchObject({
        row: { signer: 'A. Researcher', standardOfProof: 'reasonable-grounds' },
      })
      const reason = 'W2 was elsewhere.'
      await post('/contradictions', { claims: [house.claim, house.denial], prefers: house.claim, reason })
      expect(await (await server.ask(at, { session })).json()).toMatchObject({
        contradictions: [{ contradiction: { resolution: { reason, by: 'A. Researcher' } } }],
      })
      expect(await post(`/consents/${house.consent}/withdrawal`, { reason: '' })).toMatchObject({
        value: { fallen: [{ finding: house.finding, reopened: true, after: { kind: 'unsupported' } }] },
      })
      expect(await (await server.ask(`${at}/findings/${house.finding}`, { session })).json()).toMatchObject({
        row: { signer: null, standing: { kind: 'unsupported' } },
        ...{ groups: [], notCounted: [{ id: house.claim }] },
      })
    })
  })
})

const { overlap, seed, question, unit, rounding, assumptions } = smallListRequest()
const LISTS_ASKED = { overlap, seed, question, unit, rounding, assumptions }
const OVERLAP_ASKED = { overlap, seed }

function claimOn(house: House, passages: readonly string[] = [house.passage]) {
  return {
    ...{ code: null, source: house.witness, passages, mode: 'incident', topic: 'led-out', roles: [] },
    ...{ proposition: { en: 'Men were led out.' }, when: { edtf: '2013-05', said: null }, place: null },
    ...{ quantity: null, pattern: null, basis: { kind: 'saw', chain: [], vantage: null } },
    ...{ certainty: 'certain', polarity: 'affirmed' },
  }
}

/** What an answer holds, as the desk takes it to be. */
async function seen<View>(answer: Response | Promise<Response>): Promise<View> {
  return (await (await answer).json()) as View
}
