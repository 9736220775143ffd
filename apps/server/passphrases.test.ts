import { beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, type Desk } from '@corroborate/casework'
import { deskIn, buildHouse, NOON, type House } from '../../casework/testing/house.ts'
import { codeIn, passphraseAsked } from '../../casework/testing/sign-in-trials.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { totpCode, totpStepAt } from '../../vault/totp.ts'
import { postedJson, served, type Served } from './testing/served.ts'

/** All of an answer by which two could be told apart. */
async function wholeOf(answer: Response): Promise<string> {
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()])
}

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  let next = 0
  beforeAll(async () => {
    house = await buildHouse(await opened)
  })

  /** A member of their own for a test, who signs in by a passphrase; and their device at a moment of the test. */
  async function speaker() {
    const name = `amal-${++next}`
    const member = valueOf(await enrolMember(house.operator, { name }))
    const server = served(house.store)
    const session = await server.signIn(member)
    let now = NOON
    const desk = (): Desk => deskIn(house.store, member, () => now)
    const asked = passphraseAsked(desk(), name)
    const set = await server.ask('/api/account/passphrase', { ...postedJson(asked), session })
    expect(await set.json()).toEqual({ value: null })
    const { verifier } = asked
    const turn = (milliseconds: number) => {
      now += milliseconds
      server.turn(milliseconds)
    }
    return { server, session, member, desk, turn, typed: { name, verifier } }
  }

  function shown({ ask }: Served, typed: object): Promise<Response> {
    return ask('/sign-in/passphrase', postedJson(typed))
  }

  test('a passphrase and the code of a device let somebody in, whatever letters the name was typed in', async () => {
    const { server, member, desk, typed } = await speaker()
    const answer = await shown(server, {
      ...typed,
      name: ` ${typed.name.toUpperCase()}`,
      code: codeIn(desk(), 0),
    })
    expect([answer.status, await answer.json()]).toEqual([200, { value: member }])
    const session = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const account: unknown = await (await server.ask('/api/account', { session })).json()
    expect(account).toMatchObject({ passphrase: { name: typed.name } })
  })

  test('neither the verifier nor the code is kept as it came', async () => {
    const { typed } = await speaker()
    const kept = JSON.stringify([
      await house.store.db.selectFrom('passphrase').select(['verifier_hash', 'salt']).execute(),
      await house.store.db.selectFrom('ledger_content').select('content').execute(),
    ])
    expect(kept).not.toContain(typed.verifier)
  })

  test('a wrong passphrase, a wrong code, and a name that nobody has get one answer, byte for byte', async () => {
    const { server, desk, typed } = await speaker()
    const code = codeIn(desk(), 0)
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = [
      { ...typed, code: wrong },
      { ...typed, verifier: '00'.repeat(32), code },
      { ...typed, name: 'nobody', code },
    ]
    const answers: string[] = []
    for (const one of tries) answers.push(await wholeOf(await shown(server, one)))
    expect(new Set(answers)).toHaveLength(1)
    expect(answers[0]).toMatch(/^\[401,/)
  })

  test('a code is taken once, and none before it after it', async () => {
    const { server, desk, typed } = await speaker()
    const code = codeIn(desk(), 0)
    expect((await shown(server, { ...typed, code: codeIn(desk(), -1) })).status).toBe(401)
    expect((await shown(server, { ...typed, code })).status).toBe(200)
    expect((await shown(server, { ...typed, code })).status).toBe(401)
  })

  test('of two who come with one code at once, one enters', async () => {
    const { server, desk, typed } = await speaker()
    const both = [1, 2].map(() => shown(server, { ...typed, code: codeIn(desk(), 0) }))
    const statuses = (await Promise.all(both)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })

  test('a name has its salt for good, be it somebody’s or nobody’s, and both look alike', async () => {
    const { server, typed } = await speaker()
    const saltOf = async (name: string) => {
      const answer = await server.ask('/sign-in/passphrase/salt', postedJson({ name }))
      return ((await answer.json()) as { value: string }).value
    }
    const [known, nobody] = [await saltOf(typed.name), await saltOf('nobody')]
    expect([await saltOf(typed.name.toUpperCase()), await saltOf(' Nobody ')]).toEqual([known, nobody])
    expect(await saltOf('somebody else')).not.toBe(nobody)
    for (const salt of [known, nobody]) expect(salt).toMatch(/^[0-9a-f]{32}$/)
  })

  test('a thousand guesses come to a wait of a minute each, for a known name and an unknown one alike; and then its owner comes in', async () => {
    const { server, desk, turn, typed } = await speaker()
    const statuses: number[] = []
    const guess = async (name: string, code: string) => {
      const { status } = await shown(server, { name, verifier: '00'.repeat(32), code })
      statuses.push(status)
      return status
    }
    for (let guessed = 0; guessed < 1_000; guessed++) {
      const code = String(guessed).padStart(6, '0')
      expect(await guess(typed.name, code)).toBe(await guess('nobody at all', code))
    }
    // Three are free; the fourth is heard, and makes the first wait.
    expect(statuses.filter((status) => status === 401)).toHaveLength(8)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1_992)
    turn(60_000)
    expect((await shown(server, { ...typed, code: codeIn(desk(), 0) })).status).toBe(200)
    expect((await shown(server, { ...typed, code: codeIn(desk(), 1) })).status).toBe(200)
  })

  test('the waits double up to a minute, and to wait is not to try', async () => {
    const { server, turn, typed } = await speaker()
    const guess = () => shown(server, { ...typed, verifier: '00'.repeat(32), code: '123456' })
    for (let free = 0; free < 3; free++) expect((await guess()).status).toBe(401)
    for (const seconds of [0, 1, 2, 4, 8, 16, 32, 60, 60]) {
      if (seconds > 0) {
        turn(seconds * 1_000 - 1)
        expect((await guess()).status).toBe(429)
        turn(1)
      }
      expect((await guess()).status).toBe(401)
    }
  })

  test('a second passphrase in the place of a first ends it, and the device that belonged to it', async () => {
    const { server, session, desk, turn, typed } = await speaker()
    const second = { verifier: '5e'.repeat(32), totpSecret: '7b'.repeat(20) }
    const codeOf = (steps: number) =>
      totpCode(Buffer.from(second.totpSecret, 'hex'), totpStepAt(desk().clock()) + steps)
    const asked = { ...passphraseAsked(desk(), typed.name), ...second, code: codeOf(-1) }
    expect((await server.ask('/api/account/passphrase', { ...postedJson(asked), session })).status).toBe(200)
    for (const one of [
      { ...typed, code: codeIn(desk(), 0) },
      { ...typed, code: codeOf(0) },
      { ...typed, verifier: second.verifier, code: codeIn(desk(), 0) },
    ])
      expect((await shown(server, one)).status).toBe(401)
    turn(60_000)
    expect((await shown(server, { ...typed, verifier: second.verifier, code: codeOf(0) })).status).toBe(200)
  })

  test('a cost below the program’s, a code of no device and a name of somebody else are refused, each by its reason', async () => {
    const { server, session, desk, typed } = await speaker()
    const other = await speaker()
    const asked = passphraseAsked(desk(), typed.name)
    for (const [changed, reason] of [
      [{ kdf: { ...asked.kdf, memory: 1_024 } }, 'cost-not-ours'],
      [{ kdf: { ...asked.kdf, passes: 1 } }, 'cost-not-ours'],
      [{ code: '000000' }, 'code-not-good'],
      [{ name: other.typed.name }, 'name-taken'],
    ] as const) {
      const body = postedJson({ ...asked, ...changed })
      expect(await (await server.ask('/api/account/passphrase', { ...body, session })).json()).toMatchObject({
        reason,
      })
    }
    expect((await shown(server, { ...typed, code: codeIn(desk(), 0) })).status).toBe(200)
  })
})
