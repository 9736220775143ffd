import { beforeAll, expect, test } from 'vitest'
import { valueOf, type MemberId } from '@corroborate/base'
import { enrolMember, grantRole, takeRole } from '@corroborate/casework'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { postedJson, postedToken, served } from './testing/served.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

interface Waiting {
  readonly link: string
  readonly name: string
  readonly released: number
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
    const at = (path: string) => `/api/investigations/${house.investigation}/${path}`
    const first = await administrator('One')
    // With one administrator nobody is waited for.
    const bySecond = await signIn(first)
    const second = await administrator('Two')
    const own = await link(first)
    const token = await link(house.member)
    expect((await ask('/sign-in', postedToken(token))).status).toBe(401)

    const waiting = (await (await ask(at('sign-in-links'), { session: bySecond })).json()) as Waiting[]
    const of = (name: string) => waiting.find((one) => one.name === name)?.link ?? ''
    const letGo = async (session: string, hash: string) => {
      const answer = await ask(at('sign-in-links/released'), { ...postedJson({ link: hash }), session })
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
