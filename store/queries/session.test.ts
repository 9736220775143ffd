import { beforeAll, expect, test } from 'vitest'
import type { MemberId } from '@corroborate/base'
import type { Store } from '../store.ts'
import { eachEngine } from '../testing/engines.ts'
import { insertMember } from './member.ts'
import {
  endSession,
  forgetExpired,
  insertSession,
  insertSignInLink,
  prolongSession,
  sessionByHash,
  useSignInLink,
} from './session.ts'

const [at9, at10, at11, at12] = [9, 10, 11, 12].map((hour) => `2026-01-01T${String(hour)}:00:00.000Z`) as [
  string,
  string,
  string,
  string,
]
const member = 'a-member' as MemberId

eachEngine((_, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
    await insertMember(store.db, { id: member, name: 'A member', createdAt: at9 })
  })

  test('a link lets one in once, whoever comes second and however close behind', async () => {
    await insertSignInLink(store.db, { hash: 'a', member, expiresAt: at11, releases: 0 })
    const asked = [1, 2, 3, 4, 5].map(() => useSignInLink(store.db, { hash: 'a', now: at10 }))
    const entered = (await Promise.all(asked)).filter((who) => who !== null)
    expect(entered).toEqual([member])
    expect(await useSignInLink(store.db, { hash: 'a', now: at10 })).toBeNull()
  })

  test('a link is good until its end and not at it', async () => {
    await insertSignInLink(store.db, { hash: 'b', member, expiresAt: at11, releases: 0 })
    expect(await useSignInLink(store.db, { hash: 'b', now: at11 })).toBeNull()
    expect(await useSignInLink(store.db, { hash: 'b', now: at10 })).toBe(member)
  })

  test('an unknown link lets nobody in', async () => {
    expect(await useSignInLink(store.db, { hash: 'unknown', now: at10 })).toBeNull()
  })

  test('a session says who is signed in until its end, which can be moved', async () => {
    await insertSession(store.db, { hash: 's', member, createdAt: at9, expiresAt: at11 })
    expect(await sessionByHash(store.db, { hash: 's', now: at10 })).toEqual({
      member: { id: member, name: 'A member' },
      createdAt: at9,
      expiresAt: at11,
    })
    expect(await sessionByHash(store.db, { hash: 's', now: at11 })).toBeNull()
    await prolongSession(store.db, { hash: 's', expiresAt: at12 })
    expect(await sessionByHash(store.db, { hash: 's', now: at11 })).toMatchObject({ expiresAt: at12 })
  })

  test('who signs out is out, and cannot sign out twice', async () => {
    await insertSession(store.db, { hash: 'out', member, createdAt: at9, expiresAt: at12 })
    expect(await endSession(store.db, 'out')).toBe(true)
    expect(await endSession(store.db, 'out')).toBe(false)
    expect(await sessionByHash(store.db, { hash: 'out', now: at10 })).toBeNull()
  })

  test('what is over is forgotten, and nothing else', async () => {
    await insertSession(store.db, { hash: 'old', member, createdAt: at9, expiresAt: at10 })
    await insertSession(store.db, { hash: 'new', member, createdAt: at9, expiresAt: at12 })
    await insertSignInLink(store.db, { hash: 'old', member, expiresAt: at10, releases: 0 })
    await insertSignInLink(store.db, { hash: 'new', member, expiresAt: at12, releases: 0 })
    await forgetExpired(store.db, at10)
    const hashes = async (table: 'session' | 'sign_in_link') =>
      (await store.db.selectFrom(table).select('hash').where('hash', 'in', ['old', 'new']).execute()).map(
        (row) => row.hash,
      )
    expect(await hashes('session')).toEqual(['new'])
    expect(await hashes('sign_in_link')).toEqual(['new'])
  })

  test('two sessions cannot have one secret', async () => {
    await insertSession(store.db, { hash: 'twice', member, createdAt: at9, expiresAt: at12 })
    const again = insertSession(store.db, { hash: 'twice', member, createdAt: at9, expiresAt: at12 })
    await expect(again).rejects.toThrow(/unique/i)
  })
})
