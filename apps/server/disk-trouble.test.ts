import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { valueOf } from '@corroborate/base'
import { openStore, type Store } from '@corroborate/store'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { folders } from '../../store/testing/engines.ts'
import { postedJson, served, type Served } from './testing/served.ts'

const places = folders()
let store: Store
let house: House
let server: Served
let session: string
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
  server = served(store)
  session = await server.signIn(house.member)
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

const source = { kind: 'document', role: 'report', code: null, title: { en: 'x'.repeat(5_000) } }
const enter = () =>
  server.ask(`/api/investigations/${house.investigation}/sources`, {
    ...postedJson({ ...source, reliability: 'F', credibility: 6 }),
    session,
  })

test.each([
  [
    'full',
    async () => {
      const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
      await sql`pragma max_page_count = ${sql.lit(pages.rows[0]?.page_count ?? 0)}`.execute(store.db)
    },
    'disk-full',
    'The disk of the machine that serves this is full. Nothing of this was written, and nothing that was acknowledged is lost. Whoever keeps the machine has to make room; then do it again.',
  ],
  [
    'read-only',
    () => sql`pragma query_only = on`.execute(store.db),
    'not-writable',
    'The store cannot be written. Nothing of this was written, and nothing that was acknowledged is lost. Whoever keeps the machine has to make it writable; then do it again.',
  ],
])(
  'an act on a disk that is %s is answered with what is to be done, and goes well afterwards',
  async (_, spoil, reason, detail) => {
    await spoil()
    let refused = await enter()
    // What was free within the file is used up first.
    for (let tries = 0; refused.status === 200 && tries < 40; tries++) refused = await enter()
    expect([refused.status, await refused.json()]).toEqual([507, { reason, detail }])
    await sql`pragma max_page_count = 1073741823`.execute(store.db)
    await sql`pragma query_only = off`.execute(store.db)
    expect((await enter()).status).toBe(200)
  },
)
