import { afterAll, expect, inject, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { MIGRATIONS } from './migrate.ts'
import { openStore } from './open-store.ts'
import { databases } from './testing/engines.ts'

const made = databases()
afterAll(made.remove)

test.each([
  ['nobody listens', 'postgres://somebody:secret-word@127.0.0.1:1/store'],
  ['the database does not exist', inject('postgres').replace('/postgres?', '/nowhere?')],
  ['the user does not exist', inject('postgres').replace('postgres@', 'nobody:secret-word@')],
  ['the address is none', 'secret-word'],
])('cannot be reached when %s, and does not tell the password', async (_, url) => {
  const refused = await openStore({ kind: 'postgres', url })
  expect(refused).toMatchObject({ ok: false, reason: 'unreachable' })
  expect(refused.ok ? '' : refused.detail).toContain('DATABASE_URL')
  expect(refused.ok ? '' : refused.detail).not.toContain('secret-word@')
})

test('is opened by many at once, and its tables are made once', async () => {
  const where = await made.place()
  const stores = (await Promise.all([1, 2, 3, 4].map(() => openStore(where)))).map((store) => valueOf(store))
  const [first] = stores
  expect(await first?.db.selectFrom('migration').select('name').execute()).toHaveLength(MIGRATIONS.length)
  for (const store of stores) await store.close()
})
