import { beforeAll, expect, test } from 'vitest'
import { valueOf, type MemberId } from '@corroborate/base'
import { enrolMember, grantRole, takeRole } from '@corroborate/casework'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { postedJson, postedToken, served } from './testing/served.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

interface Seen {
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly waysIn: readonly string[]
    readonly cameInOn: string | null
    readonly endedOn: string | null
    readonly sessions: number
    readonly canBeSentLink: boolean
    readonly roles: readonly object[]
  }[]
  readonly investigations: readonly object[]
  readonly links: readonly { readonly link: string; readonly name: string; readonly stand: string }[]
}

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await opened)
  })

  async function administrator(name: string): Promise<MemberId> {
    const member = valueOf(await enrolMember(house.operator, { name }))
    valueOf(
      await grantRole(house.operator, { investigation: house.investigation, member, role: 'administrator' }),
    )
    return member
  }

  test('once there are two administrators, a link lets nobody in before two of them have let it go, and neither for themselves', async () => {
    const { ask, link, signIn, turn } = served(house.store)
    const first = await administrator('One')
    // With one administrator nobody is waited for.
    const bySecond = await signIn(first)
    const second = await administrator('Two')
    const own = await link(first)
    const token = await link(house.member)
    expect((await ask('/sign-in', postedToken(token))).status).toBe(401)

    const { links: waiting } = (await (await ask('/api/members', { session: bySecond })).json()) as Seen
    const of = (name: string) => waiting.find((one) => one.name === name)?.link ?? ''
    const letGo = async (session: string, hash: string) => {
      const answer = await ask('/api/sign-in-links/released', { ...postedJson({ link: hash }), session })
      return (await answer.json()) as object
    }
    expect(JSON.stringify(waiting)).not.toContain(token)
    expect(await letGo(bySecond, of('One'))).toMatchObject({ reason: 'for-oneself' })
    expect(await letGo(bySecond, of('A. Researcher'))).toEqual({ value: null })
    expect(await letGo(bySecond, of('A. Researcher'))).toMatchObject({ reason: 'released-before' })
    expect((await ask('/sign-in', postedToken(token))).status).toBe(401)

    // The second comes in while the first is no administrator: a link to them waits for nobody then.
    const { investigation, operator } = house
    valueOf(await takeRole(operator, { investigation, member: first, role: 'administrator' }))
    const other = await signIn(second)
    expect(await letGo(other, of('A. Researcher'))).toEqual({ value: null })
    turn(20 * MINUTE)
    const entered = await ask('/sign-in', postedToken(token))
    expect(entered.status).toBe(303)
    expect((await ask('/sign-in', postedToken(own))).status).toBe(401)
    expect((await ask('/sign-in', postedToken(token))).status).toBe(401)
    valueOf(await takeRole(operator, { investigation, member: second, role: 'administrator' }))
  })

  /** An administrator who is signed in, with what they ask and do. */
  async function administering(name: string, server = served(house.store)) {
    const member = await administrator(name)
    const session = await server.signIn(member)
    return {
      ...{ member, session, server },
      sees: async () => (await (await server.ask('/api/members', { session })).json()) as Seen,
      does: async (path: string, body: object = {}) =>
        (await (await server.ask(`/api/${path}`, { ...postedJson(body), session })).json()) as {
          readonly value?: unknown
          readonly reason?: string
        },
    }
  }

  async function noMore(member: MemberId): Promise<void> {
    const { investigation, operator } = house
    valueOf(await takeRole(operator, { investigation, member, role: 'administrator' }))
  }

  test('two administrators, over HTTP alone: one enrols somebody and makes their link, the other lets it go; in; out of every browser; ended', async () => {
    const one = await administering('A. Keeper')
    expect(await one.does('members', { name: '  ' })).toMatchObject({ reason: 'unreadable' })
    const enrolled = (await one.does('members', { name: 'N. Newcomer' })).value
    const of = (seen: Seen) => seen.members.find(({ id }) => id === enrolled)
    expect(of(await one.sees())).toMatchObject({
      ...{ name: 'N. Newcomer', waysIn: [], cameInOn: null, endedOn: null, sessions: 0 },
      ...{ canBeSentLink: false, roles: [] },
    })
    // Alone, whoever administers could come in as somebody who reads.
    const asksLink = (member: unknown) => one.does(`members/${String(member)}/sign-in-link`)
    expect(await asksLink(enrolled)).toMatchObject({ reason: 'nobody-to-let-go' })

    // While a second one is made, the first is none: a link to the second waits for nobody then.
    await noMore(one.member)
    const other = await administering('B. Keeper', one.server)
    valueOf(
      await grantRole(house.operator, {
        ...{ investigation: house.investigation, member: one.member, role: 'administrator' },
      }),
    )
    expect(await asksLink(one.member)).toMatchObject({ reason: 'for-oneself' })
    expect(await asksLink(other.member)).toMatchObject({ reason: 'nobody-to-let-go' })
    const { token } = (await asksLink(enrolled)).value as { readonly token: string }
    expect((await one.server.ask('/sign-in', postedToken(token))).status).toBe(401)
    const [mine] = (await one.sees()).links.filter(({ name }) => name === 'N. Newcomer')
    const [theirs] = (await other.sees()).links.filter(({ name }) => name === 'N. Newcomer')
    expect([mine?.stand, theirs?.stand]).toEqual(['released-by-me', 'mine-to-release'])
    expect(JSON.stringify(await other.sees())).not.toContain(token)
    expect(await one.does('sign-in-links/released', { link: mine?.link })).toMatchObject({
      reason: 'released-before',
    })
    expect(await other.does('sign-in-links/released', { link: theirs?.link })).toEqual({ value: null })

    const entered = await one.server.ask('/sign-in', postedToken(token))
    const session = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(of(await one.sees())).toMatchObject({ sessions: 1, cameInOn: '2026-01-05' })
    const stands = async () => (await one.server.ask('/api/session', { session })).status
    expect(await stands()).toBe(200)
    expect(await one.does(`members/${String(enrolled)}/sessions/ended`)).toEqual({ value: null })
    expect(await stands()).toBe(401)

    expect(await one.does(`members/${one.member}/disabled`)).toMatchObject({ reason: 'oneself' })
    expect(await one.does(`members/${String(enrolled)}/disabled`)).toEqual({ value: null })
    expect(of(await one.sees())).toMatchObject({ endedOn: '2026-01-05', sessions: 0 })
    expect(await one.does(`members/${String(enrolled)}/disabled`)).toMatchObject({ reason: 'not-found' })
    await noMore(one.member)
    await noMore(other.member)
  })

  test('an administrator sees who is what where they administer, and that there are other investigations nowhere', async () => {
    const elsewhere = await buildHouse(house.store)
    const { sees, member } = await administering('C. Keeper')
    const seen = await sees()
    expect(seen.investigations).toEqual([
      { id: house.investigation, code: expect.any(String) as string, title: { en: 'The mill' } },
    ])
    const rolesOf = (id: string) => seen.members.find((one) => one.id === id)?.roles
    expect(rolesOf(house.member)).toContainEqual({
      ...{ investigation: house.investigation, role: 'researcher', endsAt: null },
    })
    expect(rolesOf(elsewhere.member)).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(elsewhere.investigation)
    await noMore(member)
  })

  test('who reads in an investigation sees who is of it and as what, and of the house only whether they keep its members', async () => {
    const { ask, signIn } = served(house.store)
    const session = await signIn(house.member)
    const team = (await (
      await ask(`/api/investigations/${house.investigation}/members`, { session })
    ).json()) as {
      readonly members: readonly object[]
    }
    expect(team.members).toContainEqual({
      ...{ id: house.member, name: 'A. Researcher' },
      roles: ['legal-adviser', 'publisher', 'researcher', 'reviewer', 'statistician'].map((role) => ({
        ...{ role, endsAt: null },
      })),
    })
    expect(await (await ask('/api/session', { session })).json()).toMatchObject({ administers: false })
    const keeper = await administering('D. Keeper')
    const theirs: unknown = await (await ask('/api/session', { session: keeper.session })).json()
    expect(theirs).toMatchObject({ administers: true, investigations: [] })
    await noMore(keeper.member)
  })

  test('nobody makes a link, ends sessions or ends a membership who showed long ago that it is they', async () => {
    const { does, server, member } = await administering('E. Keeper')
    server.turn(11 * MINUTE)
    for (const what of ['sign-in-link', 'sessions/ended', 'disabled'])
      expect(await does(`members/${house.strangerId}/${what}`), what).toMatchObject({
        reason: 'proof-not-fresh',
      })
    await noMore(member)
  })

  test('a role that has an end is gone with it, at the next request; a monitor has one always', async () => {
    const { ask, signIn, turn } = served(house.store)
    const { investigation, operator, strangerId: member } = house
    const endsAt = new Date(operator.clock() + MINUTE).toISOString()
    expect(await grantRole(operator, { investigation, member, role: 'monitor' })).toMatchObject({
      reason: 'no-end',
    })
    valueOf(await grantRole(operator, { investigation, member, role: 'reviewer', endsAt }))
    const session = await signIn(member)
    const read = async () => (await ask(`/api/investigations/${investigation}/findings`, { session })).status
    expect(await read()).toBe(200)
    turn(MINUTE)
    expect(await read()).toBe(404)
    const seen = (await (await ask('/api/session', { session })).json()) as { investigations: object[] }
    expect(seen.investigations).toEqual([])
  })

  test('a role is given and taken over HTTP by an administrator, and by nobody whose proof is old', async () => {
    const { ask, signIn, turn } = served(house.store)
    const { investigation, operator } = house
    const session = await signIn(await administrator('Three'))
    const member = valueOf(await enrolMember(operator, { name: 'New' }))
    const give = async () => {
      const body = postedJson({
        member,
        role: 'monitor',
        endsAt: new Date(operator.clock() + DAY).toISOString(),
      })
      return (await (
        await ask(`/api/investigations/${investigation}/roles`, { ...body, session })
      ).json()) as object
    }
    expect(await give()).toEqual({ value: null })
    turn(11 * MINUTE)
    expect(await give()).toMatchObject({ reason: 'proof-not-fresh' })
  })
})
