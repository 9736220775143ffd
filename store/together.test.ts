import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { derivedId, ok, refuse, type MemberId } from '@corroborate/base'
import { insertMember, members } from './queries/member.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'
import { eachEngine } from './testing/engines.ts'
import { together } from './together.ts'

eachEngine((engine, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await store.db.deleteFrom('member').execute()
  })

  const add = (db: Db, name: string) =>
    insertMember(db, { id: derivedId('member', name) satisfies MemberId, name, createdAt: '2026-01-01' })
  const names = async (db: Db = store.db) => (await members(db)).map((member) => member.name).sort()

  test('what was done is kept', async () => {
    const done = await together(store.db, async (within) => {
      await add(within, 'a')
      await add(within, 'b')
      return ok('done')
    })
    expect(done).toEqual({ ok: true, value: 'done' })
    expect(await names()).toEqual(['a', 'b'])
  })

  test('what was refused is undone, and the refusal comes back', async () => {
    const refused = await together(store.db, async (within) => {
      await add(within, 'a')
      return refuse('not-so', 'it is not so')
    })
    expect(refused).toEqual({ ok: false, reason: 'not-so', detail: 'it is not so' })
    expect(await names()).toEqual([])
  })

  test('what threw is undone, and the store can be written again', async () => {
    const thrown = together(store.db, async (within) => {
      await add(within, 'a')
      await add(within, 'a')
      return ok(null)
    })
    await expect(thrown).rejects.toThrow(/unique/i)
    await add(store.db, 'b')
    expect(await names()).toEqual(['b'])
  })

  test('what breaks only at the end, at the commit, is undone too', async () => {
    const strayed = together(store.db, async (within) => {
      await add(within, 'a')
      const head = { code: 'x', title: '{}', notice: '{}', nature: 'own', thresholds: '{}' }
      const investigation = derivedId('investigation', 'x')
      await within
        .insertInto('investigation')
        .values({ id: investigation, ...head } as never)
        .execute()
      await within
        .insertInto('place')
        .values({
          investigation,
          ordinal: 1,
          id: 'p',
          code: 'p',
          name: '{}',
          kind: 'room',
          within: 'q',
          aliases: '[]',
        } as never)
        .execute()
      return ok(null)
    })
    await expect(strayed).rejects.toThrow(/foreign key/i)
    expect(await names()).toEqual([])
    expect(await store.db.selectFrom('investigation').selectAll().execute()).toEqual([])
  })

  test.each(['refuses', 'throws'])('a part that %s is undone alone, and the rest goes on', async (how) => {
    await together(store.db, async (within) => {
      await add(within, 'before')
      const part = together(within, async (inner) => {
        await add(inner, 'part')
        if (how === 'throws') await sql`select * from nowhere`.execute(inner)
        return refuse('not-so', 'it is not so')
      })
      await (how === 'throws' ? expect(part).rejects.toThrow('nowhere') : part)
      const kept = await together(within, async (inner) => {
        await add(inner, 'other part')
        return ok(null)
      })
      expect(kept.ok).toBe(true)
      await add(within, 'after')
      return ok(null)
    })
    expect(await names()).toEqual(['after', 'before', 'other part'])
  })

  test('a part that was kept is undone with the whole', async () => {
    await together(store.db, async (within) => {
      await together(within, async (inner) => {
        await add(inner, 'part')
        return ok(null)
      })
      return refuse('not-so', 'it is not so')
    })
    expect(await names()).toEqual([])
  })

  test.runIf(engine === 'sqlite')('a full disk in the midst of a part is told as a full disk', async () => {
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
    await sql`pragma max_page_count = ${sql.lit(pages.rows[0]?.page_count ?? 0)}`.execute(store.db)
    const filling = together(store.db, async (within) =>
      together(within, async (inner) => {
        await add(inner, 'x'.repeat(200_000))
        return ok(null)
      }),
    )
    await expect(filling).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    expect(await names()).toEqual([])
  })
})
