import { afterAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, issueSignInLink } from '@corroborate/casework'
import { openStore, type Where } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { serve, type ServeAsked } from './serve.ts'

const places = folders()
afterAll(() => places.remove())

const asked = (where: Where, more: Partial<ServeAsked> = {}): ServeAsked => ({
  ...{ where, port: 0, host: '127.0.0.1', origin: null, deskFolder: '/nowhere' },
  ...{ software: 'Corroborate (test)', report: () => expect.unreachable() },
  ...more,
})

test('it opens a store, listens, and lets somebody in by a link; closed, it lets go of port and store', async () => {
  const where = await places.place()
  const serving = valueOf(await serve(asked(where)))
  const member = valueOf(await enrolMember(serving.deskOf('operator'), { name: 'A. Member' }))
  const { token } = valueOf(await issueSignInLink(serving.deskOf('operator'), { member }))
  const entered = await fetch(`${serving.address}/sign-in`, {
    ...{ method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' },
  })
  expect(entered.status).toBe(303)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const session = await fetch(`${serving.address}/api/session`, { headers: { cookie } })
  expect(await session.json()).toMatchObject({ member: { name: 'A. Member' }, investigations: [] })
  await serving.close()
  await expect(fetch(serving.address)).rejects.toThrow()
  await valueOf(await openStore(where)).close()
})

test('a port that is taken is said, and nothing is left open', async () => {
  const first = valueOf(await serve(asked(await places.place())))
  const where = await places.place()
  const second = await serve(asked(where, { port: Number(new URL(first.address).port) }))
  expect(second).toMatchObject({ ok: false, reason: 'port-taken' })
  expect(second.ok ? '' : second.detail).toContain('--port')
  await valueOf(await openStore(where)).close()
  await first.close()
})

test('a store that another process serves is not opened twice', async () => {
  const where = await places.place()
  const first = valueOf(await serve(asked(where)))
  expect(await serve(asked(where))).toMatchObject({ ok: false, reason: 'in-use' })
  await first.close()
})

test('it does not listen to other machines without TLS before it, nor on an address that is not its own', async () => {
  const where = await places.place()
  for (const origin of [null, 'http://desk.example.org', 'nonsense'])
    expect(await serve(asked(where, { host: '0.0.0.0', origin }))).toMatchObject({
      ok: false,
      reason: 'needs-tls',
    })
  const origin = 'https://desk.example.org'
  expect(await serve(asked(where, { host: '192.0.2.1', origin }))).toMatchObject({
    ok: false,
    reason: 'host-unknown',
  })
})

test('asked by the system to stop, it stops as if it had been closed', async () => {
  const serving = valueOf(await serve(asked(await places.place())))
  process.emit('SIGTERM')
  await serving.closed
  await expect(fetch(serving.address)).rejects.toThrow()
})
