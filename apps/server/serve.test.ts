import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, issueSignInLink } from '@corroborate/casework'
import { lastCheckpoint, openStore, type Where } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { serve, type ServeAsked, type Serving } from './serve.ts'

const places = folders()
afterAll(() => places.remove())

const asked = (where: Where, more: Partial<ServeAsked> = {}): ServeAsked => ({
  ...{ where, signing: null, files: null, port: 0, host: '127.0.0.1', origin: null, deskFolder: '/nowhere' },
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

test('what changes is signed while it serves; last week put back is said when it starts, and not signed', async () => {
  const where = await places.place()
  if (where.kind !== 'file') throw new Error('a folder was asked for')
  const signing = { folder: join(where.folder, 'beside.ledger'), passphrase: where.passphrase }
  const signed = { signing }
  const enrolled = async (serving: Serving) =>
    enrolMember(serving.deskOf('operator'), { name: 'A. Member' }).then(valueOf)
  const first = valueOf(await serve(asked(where, signed)))
  await enrolled(first)
  await first.close()
  const lastWeek = await places.place()
  if (lastWeek.kind !== 'file') throw new Error('a folder was asked for')
  for (const name of ['store.db', 'store.json'])
    await copyFile(join(where.folder, name), join(lastWeek.folder, name))

  const second = valueOf(await serve(asked(where, signed)))
  await vi.waitFor(async () => expect((await lastCheckpoint(second.store.db, 'house'))?.size).toBe(1))
  await second.close()
  const third = valueOf(await serve(asked(where, signed)))
  await enrolled(third)
  await third.close()
  const fourth = valueOf(await serve(asked(where, signed)))
  await vi.waitFor(async () => expect((await lastCheckpoint(fourth.store.db, 'house'))?.size).toBe(2))
  await fourth.close()

  const told: unknown[] = []
  const back = await serve(asked({ ...lastWeek }, { ...signed, report: (error) => told.push(error) }))
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(told[0]).toContain('The ledger house ends at entry 1, and 2 were signed on')
  expect(told[0]).toContain('an older copy of the store was put back, or the end was cut off')
  await valueOf(back).close()
})

test('a ledger key without its record of what was signed, or with another passphrase, stops the start and says why', async () => {
  const where = await places.place()
  if (where.kind !== 'file') throw new Error('a folder was asked for')
  const signing = { folder: join(where.folder, 'beside.ledger'), passphrase: where.passphrase }
  await valueOf(await serve(asked(where, { signing }))).close()
  const other = await serve(asked(where, { signing: { ...signing, passphrase: 'another' } }))
  expect(other).toMatchObject({ ok: false, reason: 'signing-passphrase' })
  await rm(join(signing.folder, 'signed.json'))
  const gone = await serve(asked(where, { signing }))
  expect(gone).toMatchObject({ ok: false, reason: 'signing-damaged' })
  expect(gone.ok ? '' : gone.detail).toContain('signs nothing')
  await valueOf(await openStore(where)).close()
})
