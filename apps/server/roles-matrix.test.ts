import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { derivedId, valueOf, type MemberId } from '@corroborate/base'
import { enrolMember, grantRole, MEMBER_ROLES, signWhatChanged } from '@corroborate/casework'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { signingForTest } from '../../casework/testing/packages.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { addressOf, objectsIn, wholeOf, type Objects } from './testing/objects-in.ts'
import { IN_ONE, type Rule } from './testing/routes-in-one.ts'
import { served, type Served } from './testing/served.ts'

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
  'POST /api/account/session/ended': 'member',
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

/** The address of a route that lies in no investigation, about a member whom nobody ever was. */
function houseAddressOf(route: string): string {
  return (route.split(' ')[1] ?? '').replace(':of', derivedId('member', 'nowhere'))
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
