import { expect, test } from 'vitest'
import { nameOfScope } from '@corroborate/interchange'
import { signingForTest } from '../../casework/testing/packages.ts'
import { requestAsked, secondDesk, STOPPED } from '../../casework/testing/release-trials.ts'
import { buildHouse } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type { ReleaseCheckView } from './api.ts'
import { postedJson, served } from './testing/served.ts'

eachEngine((_engine, open) => {
  const opened = open()

  test('what the check stopped goes out after two people, and the tasks of a withdrawal are asked for', async () => {
    const house = await buildHouse(await opened)
    const server = served(house.store)
    const second = await secondDesk(house)
    if (second.member === null || second.member === 'operator') throw new Error('no member')
    const [first, other] = [await server.signIn(house.member), await server.signIn(second.member)]
    const at = `/api/investigations/${house.investigation}`
    const post = async (session: string, path: string, body: unknown) => {
      const answer = await server.ask(at + path, { ...postedJson(body), session })
      return { status: answer.status, body: (await answer.json()) as { value?: unknown; reason?: string } }
    }
    const check = await server.ask(`${at}/reports/${house.report}/check`, { session: first })
    const { content, sealed } = (await check.json()) as ReleaseCheckView
    expect(sealed).toEqual({ names: 0, originals: 0 })
    const proposed = await post(first, `/reports/${house.report}/releases`, {
      content,
      flags: STOPPED,
      reason: 'Her wish.',
    })
    expect(proposed.status).toBe(200)
    expect(await post(first, `/reports/${house.report}/publication`, {})).toMatchObject({
      body: { reason: 'release-needed' },
    })
    const release = String(proposed.body.value)
    const approval = { reason: 'So do I.' }
    expect(await post(first, `/releases/${release}/approval`, approval)).toMatchObject({
      body: { reason: 'by-oneself' },
    })
    expect(await post(other, `/releases/${release}/approval`, approval)).toMatchObject({ status: 200 })
    const read = await server.ask(`${at}/reports/${house.report}/releases`, { session: other })
    expect(await read.json()).toMatchObject([{ id: release, approvedBecause: 'So do I.', flags: STOPPED }])
    expect((await post(first, `/reports/${house.report}/publication`, {})).status).toBe(200)
    const states = await server.ask(`${at}/releases`, { session: other })
    expect(await states.json()).toMatchObject({
      reports: [
        { content, publishedAt: '2026-01-05T12:00:00.000Z', stated: [{ approvedByName: 'R. Reviewer' }] },
      ],
    })
    expect(await (await server.ask(`${at}/tasks`, { session: first })).json()).toEqual([])
    expect(await post(first, `/tasks/${release}/done`, { note: 'x' })).toMatchObject({ status: 404 })
  })

  test('a package for a body outside is checked, let go by two people, and made', async () => {
    const house = await buildHouse(await opened)
    const server = served(house.store, { signing: await signingForTest() })
    const second = await secondDesk(house)
    if (second.member === null || second.member === 'operator') throw new Error('no member')
    const [first, other] = [await server.signIn(house.member), await server.signIn(second.member)]
    const at = `/api/investigations/${house.investigation}`
    const scope = requestAsked(house)
    const place = `${at}/packages/${nameOfScope(scope)}`
    const check = await server.ask(`${place}/check`, { session: other })
    const { content, recipient, stated } = (await check.json()) as ReleaseCheckView
    expect([recipient, stated]).toEqual(['icc', []])
    const proposed = await server.ask(`${place}/releases`, {
      ...postedJson({ content, flags: STOPPED, reason: 'They asked for it.' }),
      session: first,
    })
    const { value } = (await proposed.json()) as { value: string }
    const make = () => server.ask(`${at}/packages`, { ...postedJson({ scope }), session: first })
    const refused = await make()
    expect([refused.status, await refused.json()]).toMatchObject([422, { reason: 'release-needed' }])
    const approval = { ...postedJson({ reason: 'So do I.' }), session: other }
    expect((await server.ask(`${at}/releases/${value}/approval`, approval)).status).toBe(200)
    const made = await make()
    expect([made.status, made.headers.get('content-type')]).toEqual([200, 'application/x-tar'])
    await made.arrayBuffer()
    expect((await server.ask(`${at}/packages/request.icc/check`, { session: first })).status).toBe(404)
  })

  test('what a flag found does not come in with its count', async () => {
    const house = await buildHouse(await opened)
    const server = served(house.store)
    const session = await server.signIn(house.member)
    const flags = STOPPED.map((flag) => ({ ...flag, exact: 'Ali Hasan' }))
    const path = `/api/investigations/${house.investigation}/reports/${house.report}/releases`
    const answer = await server.ask(path, {
      ...postedJson({ content: '0'.repeat(64), flags, reason: 'x' }),
      session,
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain('Ali')
  })
})
