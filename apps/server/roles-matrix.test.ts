import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type InvestigationId, type MemberId } from '@corroborate/base'
import {
  askEstimate,
  askRun,
  enrolMember,
  grantRole,
  MEMBER_ROLES,
  signWhatChanged,
  type MemberRole,
} from '@corroborate/casework'
import { membersOfRun } from '@corroborate/store'
import { codeIn } from '../../casework/testing/coding-trials.ts'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { linkedRun } from '../../casework/testing/linked-runs.ts'
import { signingForTest } from '../../casework/testing/packages.ts'
import { askedBy, keyedMember } from '../../casework/testing/sealed.ts'
import { receivedExhibit } from '../../casework/testing/small-exhibit.ts'
import { smallListRequest } from '../../core/estimate/lists/testing/small-study.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { served, type Served } from './testing/served.ts'

/** Who is answered at an address of an investigation: who reads its content, who may do an act there, or who has one role there. */
type Rule = 'content' | { readonly act: string } | { readonly role: MemberRole }

const IN_ONE: Readonly<Record<string, Rule>> = {
  'GET ': 'content',
  'GET /sources': 'content',
  'GET /sources/:of': 'content',
  'GET /texts/:of': 'content',
  'GET /codes': 'content',
  'GET /codes/:of': 'content',
  'GET /registers': 'content',
  'GET /claims': 'content',
  'GET /claims/:of': 'content',
  'GET /tasks': 'content',
  'GET /packages': 'content',
  'GET /releases': 'content',
  'GET /reports/:of/check': 'content',
  'GET /reports/:of/releases': 'content',
  'GET /findings': 'content',
  'GET /findings/:of': 'content',
  'GET /without': 'content',
  'POST /standing': 'content',
  'GET /estimates': 'content',
  'GET /estimates/:of': 'content',
  'GET /estimates/:of/runs': 'content',
  'GET /runs/:of': 'content',
  'GET /runs/:of/against/:other': 'content',
  'GET /lists': 'content',
  'POST /overlap': 'content',
  'GET /reports/:of': 'content',
  'GET /ledger': 'content',
  'GET /ledger/checkpoint': 'content',
  'GET /ledger/:sequence/proof': 'content',
  'GET /linkage-runs': 'content',
  'GET /linkage-runs/proposed': 'content',
  'GET /linkage-runs/:of': 'content',
  'GET /linkage-runs/:of/queue': 'content',
  'GET /linkage-runs/:of/cluster': 'content',
  'GET /linkage-runs/:of/clusters': 'content',
  'GET /linkage-runs/:of/review': 'content',
  'GET /linkage-runs/:of/explanation': 'content',
  'GET /linkage-runs/:of/pairs/:pair': 'content',
  'GET /lists/:of/rows': 'content',
  'GET /lists/:of/intake': 'content',
  'POST /list-files/preview': 'content',
  'GET /conflicts': 'content',
  'GET /searches': 'content',
  'GET /interviews': 'content',
  'GET /elements': 'content',
  'POST /search': 'content',
  'GET /custodians': 'content',
  'GET /sealed/:of': 'content',
  'GET /exhibits': 'content',
  'GET /exhibits/:of': 'content',
  'GET /openings/:of': { role: 'identity-custodian' },
  'POST /texts': { act: 'text.added' },
  'POST /passages': { act: 'passage.marked' },
  'POST /claims': { act: 'claim.stated' },
  'POST /origins': { act: 'origins.linked' },
  'POST /contradictions': { act: 'contradiction.resolved' },
  'POST /linkages': { act: 'linkage.received' },
  'POST /findings': { act: 'finding.reached' },
  'POST /findings/:of/signature': { act: 'finding.signed' },
  'POST /findings/:of/dismissals': { act: 'contrary.dismissed' },
  'POST /consents/:of/withdrawal': { act: 'consent.withdrawn' },
  'POST /consents/:of/erasure': { act: 'testimony.erased' },
  'POST /reports/:of/publication': { act: 'report.published' },
  'POST /reports/:of/releases': { act: 'release.proposed' },
  'POST /reports/:of/names': { act: 'identities.opened-to-check' },
  'POST /releases/:of/approval': { act: 'release.approved' },
  'POST /tasks/:of/done': { act: 'task.done' },
  'POST /texts/:of/corrections': { act: 'text.corrected' },
  'POST /texts/:of/translations': { act: 'translation.made' },
  'POST /texts/:of/alignment': { act: 'translation.aligned' },
  'POST /texts/:of/translation-state': { act: 'translation.advanced' },
  'GET /texts/:of/translations': 'content',
  'GET /texts/:of/agreement/:code': 'content',
  'POST /texts/:of/recording': { act: 'recording.tied' },
  'POST /passages/:of/placement': { act: 'passage.placed' },
  'POST /texts/:of/unmarked': { act: 'passage.unmarked' },
  'POST /texts/:of/heard': { act: 'words.heard' },
  'POST /texts/:of/codings': { act: 'passage.coded' },
  'POST /texts/:of/codings/undone': { act: 'coding.undone' },
  'POST /texts/:of/codings/opened': { act: 'codings.opened' },
  'POST /codes': { act: 'code.made' },
  'POST /codes/:of/revision': { act: 'code.revised' },
  'POST /codes/:of/merger': { act: 'codes.merged' },
  'POST /codes/:of/split': { act: 'code.split' },
  'POST /claims/:of/review': { act: 'claim.reviewed' },
  'POST /sources': { act: 'source.recorded' },
  'POST /interviews': { act: 'interview.recorded' },
  'POST /consents': { act: 'consent.recorded' },
  'POST /persons': { act: 'person.recorded' },
  'POST /places': { act: 'place.recorded' },
  'POST /units': { act: 'unit.recorded' },
  'POST /estimates': { act: 'estimate.asked' },
  'POST /estimates/:of/revision': { act: 'estimate.revised' },
  'POST /estimates/:of/runs': { act: 'run.asked' },
  'POST /runs/:of/repetition': { act: 'run.repeated' },
  'POST /runs/:of/cancellation': { act: 'run.cancelled' },
  'POST /lists/:of/mapping': { act: 'list.mapped' },
  'POST /linkage-runs': { act: 'linkage-run.asked' },
  'POST /linkage-runs/:of/cancellation': { act: 'linkage-run.cancelled' },
  'POST /linkage-runs/:of/repetition': { act: 'linkage-run.repeated' },
  'POST /linkage-runs/:of/growth': { act: 'linkage-run.grown' },
  'POST /linkage-runs/:of/acceptance': { act: 'linkage-run.accepted' },
  'POST /linkage-runs/:of/clusters': { act: 'cluster.judged' },
  'POST /judgements': { act: 'pair.judged' },
  'POST /judgements/taken-back': { act: 'judgement.taken-back' },
  'POST /list-files': { act: 'list-file.received' },
  'POST /packages': { act: 'package.made' },
  'POST /conflicts/decided': { act: 'conflict.decided' },
  'POST /custodians': { act: 'custodian.named' },
  'POST /sealed': { act: 'identity.sealed' },
  'POST /sealed-names': { act: 'identities.opened-to-protect' },
  'POST /openings': { act: 'identity.opening-asked' },
  'POST /openings/:of/release': { act: 'identity.opening-released' },
  'POST /openings/:of/opened': { act: 'identity.opened' },
  'POST /exhibits': { act: 'exhibit.received' },
  'POST /exhibits/:of/custody': { act: 'custody.recorded' },
  'POST /exhibits/:of/working-copies': { act: 'working-copy.linked' },
  'POST /exhibit-files/:of/opening': { act: 'exhibit.opened' },
  'POST /searches': { act: 'search.saved' },
  'POST /searches/:of/dropped': { act: 'search.dropped' },
  'POST /interviews/plans': { act: 'interview.planned' },
  'POST /elements/crimes': { act: 'crimes.chosen' },
  'POST /elements/incidents': { act: 'incident.named' },
  'POST /elements/ties': { act: 'element.tied' },
  'POST /elements/ties/undone': { act: 'element.untied' },
  'POST /elements/standards': { act: 'standard.chosen' },
  'POST /roles': { act: 'role.granted' },
  'POST /roles/taken': { act: 'role.taken' },
  'GET /members': 'content',
}

/** Who is answered elsewhere: whoever administers an investigation, every member, or everybody, with what is everybody's. */
const IN_NONE: Readonly<Record<string, 'administrator' | 'member' | 'everybody'>> = {
  'GET /api/members': 'administrator',
  'POST /api/members': 'administrator',
  'POST /api/members/:of/sign-in-link': 'administrator',
  'POST /api/members/:of/sessions/ended': 'administrator',
  'POST /api/members/:of/disabled': 'administrator',
  'POST /api/sign-in-links/released': 'administrator',
  'GET /api/session': 'member',
  'GET /api/keys': 'member',
  'POST /api/keys': 'member',
  'POST /api/safety-numbers': 'member',
  'GET /api/account': 'member',
  'POST /api/account/passkeys/challenge': 'member',
  'POST /api/account/passkeys': 'member',
  'POST /api/account/passkeys/removed': 'member',
  'POST /api/account/passphrase': 'member',
  'POST /api/account/passphrase/removed': 'member',
  'POST /api/account/sessions/ended': 'member',
  'POST /api/packages': 'member',
  'GET /sign-in': 'everybody',
  'POST /sign-in': 'everybody',
  'POST /sign-in/passkey/challenge': 'everybody',
  'POST /sign-in/passkey': 'everybody',
  'POST /sign-in/passphrase/salt': 'everybody',
  'POST /sign-in/passphrase': 'everybody',
  'POST /sign-out': 'everybody',
  'GET /public': 'everybody',
  'GET /public/assets/:path{.+}': 'everybody',
  'GET /public/:investigation/:report/:locale': 'everybody',
  'GET /public/:investigation/:report/:locale/report.pdf': 'everybody',
  'GET /public/:investigation/:report/:locale/report.tlog-proof': 'everybody',
  'GET /public/:investigation/:report/:locale/annex/:file': 'everybody',
  'GET /ledger/*': 'everybody',
  'GET /*': 'everybody',
}

/** The matrix that is printed for people to read: for each act, and for reading, the roles in whose column it says yes. */
function printedMatrix(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync(new URL('../../docs/roles.md', import.meta.url), 'utf8')
  const [head = [], , ...rows] = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return new Map(rows.map((row) => [row[1] ?? '', head.filter((_, at) => row[at] === 'yes')]))
}

const PRINTED = printedMatrix()

function rolesFor(rule: Rule): readonly string[] {
  if (rule === 'content') return PRINTED.get('_read the content_') ?? []
  return 'role' in rule ? [rule.role] : (PRINTED.get(`\`${rule.act}\``) ?? [])
}

/** What stands at an address, in an investigation where there is one of each. */
type Objects = Readonly<Record<string, string>>

async function objectsIn(house: House): Promise<Objects> {
  const { desk, investigation, witness } = house
  const { code } = await codeIn(house)
  const estimate = valueOf(await askEstimate(desk, { investigation, code: null, asked: smallListRequest() }))
  const run = valueOf(await askRun(desk, { investigation, estimate }))
  const linked = await linkedRun(house)
  const [member] = await membersOfRun(house.store.db, linked)
  const { exhibit } = await receivedExhibit(desk, investigation)
  const { opening } = await askedBy(house, () => keyedMember(house, 'researcher'))
  return {
    ...{
      sources: witness,
      sealed: witness,
      texts: house.text,
      passages: house.passage,
      code,
      codes: code,
      claims: house.claim,
    },
    ...{ findings: house.finding, reports: house.report, estimates: estimate, runs: run, other: run },
    ...{
      'linkage-runs': linked.run,
      lists: member?.list ?? '',
      cluster: member?.cluster ?? '',
      exhibits: exhibit,
    },
    ...{ openings: opening, pair: '1', sequence: '1' },
  }
}

const QUERIES: Readonly<Record<string, (objects: Objects) => string>> = {
  'GET /linkage-runs/proposed': ({ lists }) => `?list=${lists}`,
  'GET /linkage-runs/:of/cluster': ({ cluster = '' }) => `?name=${encodeURIComponent(cluster)}`,
  'GET /linkage-runs/:of/explanation': ({ lists }) => `?left=${lists}.1&right=${lists}.2`,
  'GET /linkage-runs/:of/pairs/:pair': () => '?shown=yes',
}

/** The address of a route in an investigation, with what stands there. */
function addressOf(
  route: string,
  at: { readonly investigation: InvestigationId; readonly objects: Objects },
): string {
  const { investigation, objects } = at
  const path = (route.split(' ')[1] ?? '').replace(
    /([^/]+)\/:of/,
    (_, kind: string) => `${kind}/${objects[kind] ?? derivedId('source', 'nowhere')}`,
  )
  const filled = path.replaceAll(/:([a-z]+)/g, (_, name: string) => objects[name] ?? '')
  return `/api/investigations/${investigation}${filled}${QUERIES[route]?.(objects) ?? ''}`
}

/** The address of a route that lies in no investigation, about a member whom nobody ever was. */
function houseAddressOf(route: string): string {
  return (route.split(' ')[1] ?? '').replace(':of', derivedId('member', 'nowhere'))
}

/** All of an answer by which two could be told apart. */
async function wholeOf(answer: Response): Promise<string> {
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()])
}

/** Nothing that can be read: whoever may not ask is told so before it is looked at, and whoever may is told that it is none. */
function askAt(server: Served, route: string, address: string, session: string | null): Promise<Response> {
  return route.startsWith('POST')
    ? server.ask(address, {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
        session,
      })
    : server.ask(address, { session })
}

const ROUTES = Object.entries(IN_ONE)

function routesFor(who: 'administrator' | 'member'): readonly string[] {
  return Object.entries(IN_NONE).flatMap(([route, rule]) => (rule === who ? [route] : []))
}

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  let another: House
  let server: Served
  let objects: Objects
  let sessions: ReadonlyMap<string, string>
  beforeAll(async () => {
    const store = await opened
    house = await buildHouse(store)
    another = await buildHouse(store)
    objects = await objectsIn(house)
    const signing = await signingForTest()
    await signWhatChanged({ ...house.desk, signing }, { all: true })
    server = served(store, { signing })
    sessions = await sessionsOfRoles()
  })

  /** For each role somebody who has it alone, somebody who has none, and whoever works in the other investigation. */
  async function sessionsOfRoles(): Promise<ReadonlyMap<string, string>> {
    const who: [string, MemberId][] = [['member', house.strangerId]]
    for (const role of MEMBER_ROLES) {
      const member = valueOf(await enrolMember(house.operator, { name: role }))
      const endsAt = '2026-02-01T00:00:00.000Z'
      valueOf(await grantRole(house.operator, { investigation: house.investigation, member, role, endsAt }))
      who.push([role, member])
    }
    who.push(['another', another.member])
    const signed = await Promise.all(who.map(async ([name, id]) => [name, await server.signIn(id)] as const))
    return new Map(signed)
  }

  test('every address that is answered has its line here, and no other', () => {
    const inOne = Object.keys(IN_ONE).map((route) => route.replace(' ', ' /api/investigations/:id'))
    expect([...inOne, ...Object.keys(IN_NONE)].sort()).toEqual([...server.routes].sort())
  })

  test.each(ROUTES)(
    '%s answers whom the printed matrix names, and nobody else, here and elsewhere',
    async (route, rule) => {
      const admitted = rolesFor(rule)
      const nothing = await wholeOf(
        await server.ask('/api/nothing-is-here', { session: sessions.get('member') ?? null }),
      )
      const elsewhere = derivedId('investigation', 'nowhere')
      const answeredHere: string[] = []
      for (const [role, session] of sessions) {
        for (const investigation of role === 'another' ? [elsewhere] : [elsewhere, another.investigation]) {
          const answer = await askAt(server, route, addressOf(route, { investigation, objects }), session)
          expect(await wholeOf(answer), `${role}, elsewhere`).toBe(nothing)
        }
        const address = addressOf(route, { investigation: house.investigation, objects })
        const answer = await askAt(server, route, address, session)
        if (answer.status === 404) expect(await wholeOf(answer), role).toBe(nothing)
        else answeredHere.push(role)
      }
      expect(answeredHere).toEqual(MEMBER_ROLES.filter((role) => admitted.includes(role)))
      expect(server.reported).toEqual([])
    },
  )

  test('who works in another investigation finds nothing of this one there', async () => {
    const session = sessions.get('another') ?? null
    for (const route of Object.keys(IN_ONE).filter((one) => one.startsWith('GET') && one.includes(':of'))) {
      const answer = await askAt(
        server,
        route,
        addressOf(route, { investigation: another.investigation, objects }),
        session,
      )
      const nothing = ['GET /sealed/:of', 'GET /reports/:of/releases'].includes(route)
      if (!nothing) expect(answer.status, route).toBe(404)
    }
  })

  test('nobody who is not signed in is answered but where everybody is', async () => {
    const address = (route: string) => addressOf(route, { investigation: house.investigation, objects })
    const inOne = ROUTES.map(([route]) => [route, address(route)] as const)
    const inNone = Object.entries(IN_NONE).filter(([, rule]) => rule !== 'everybody')
    for (const [route, at] of [
      ...inOne,
      ...inNone.map(([route]) => [route, houseAddressOf(route)] as const),
    ]) {
      expect((await askAt(server, route, at, null)).status, route).toBe(401)
      expect((await askAt(server, route, at, 'corroborate=never-begun')).status, route).toBe(401)
    }
  })

  test.each(routesFor('administrator'))(
    '%s answers whoever administers an investigation, and to everybody else there is nothing there',
    async (route) => {
      for (const [role, session] of sessions) {
        const answer = await askAt(server, route, houseAddressOf(route), session)
        if (role === 'administrator') expect([200, 400]).toContain(answer.status)
        else
          expect(await wholeOf(answer), role).toBe(
            await wholeOf(await server.ask('/api/nothing-is-here', { session })),
          )
      }
    },
  )

  test('what every member is answered holds for each role, and is refused to none', async () => {
    for (const route of routesFor('member'))
      for (const [role, session] of sessions)
        expect([200, 400], `${route} ${role}`).toContain(
          (await askAt(server, route, route.split(' ')[1] ?? '', session)).status,
        )
  })
})
