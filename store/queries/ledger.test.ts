import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { derivedId, type Json } from '@corroborate/base'
import { appendTo, commit, verifyChain } from '@corroborate/ledger'
import type { Store } from '../store.ts'
import type { Chain } from '../ledger-tables.ts'
import { eachEngine } from '../testing/engines.ts'
import {
  chainOf,
  chains,
  contentsOf,
  eraseContent,
  holdHead,
  insertEntry,
  ledgerHead,
  ledgerPage,
} from './ledger.ts'

eachEngine((engine, open) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })

  const newChain = (): Chain => derivedId('investigation', randomBytes(8).toString('hex'))

  /** As an act does it: head held, entry written, together. */
  const write = (chain: Chain, content: Json) =>
    store.db.transaction().execute(async (within) => {
      const salt = randomBytes(32)
      const entry = appendTo(await holdHead(within, chain), {
        time: '2026-01-01T00:00:00.000Z',
        actor: 'a member',
        act: 'thing.done',
        subject: 'a thing ش',
        commitment: commit(content, salt),
      })
      await insertEntry(within, chain, { entry, content, salt })
      return entry
    })

  const verified = (chain: Chain) => verifyChain(chainOf(store.db, chain), contentsOf(store.db, chain))

  test('gives back a chain that verifies, with its contents', async () => {
    const chain = newChain()
    expect(await ledgerHead(store.db, chain)).toBeNull()
    for (const said of ['one', 'اثنان', '"three"']) await write(chain, { said, count: 1.5, none: null })
    const head = await ledgerHead(store.db, chain)
    expect(head?.sequence).toBe(3)
    expect(await verified(chain)).toEqual({ ok: true, value: { head, count: 3, contents: 3, clockBack: [] } })
    expect(await chains(store.db)).toContain(chain)
  })

  test('acts of one moment become entries one behind the other', async () => {
    const chain = newChain()
    await Promise.all(Array.from({ length: 12 }, (_, i) => write(chain, i)))
    expect(await verified(chain)).toMatchObject({ ok: true, value: { count: 12, contents: 12 } })
  })

  test('chains do not mix', async () => {
    const [one, other] = [newChain(), newChain()]
    await write(one, 1)
    await write(other, 2)
    await write(one, 3)
    expect(await verified(one)).toMatchObject({ ok: true, value: { count: 2 } })
    expect(await verified(other)).toMatchObject({ ok: true, value: { count: 1 } })
  })

  test('an erased content is gone with its salt, once, and the chain still verifies', async () => {
    const chain = newChain()
    for (const said of ['stays', 'goes']) await write(chain, { said })
    expect(await eraseContent(store.db, chain, 2)).toBe(true)
    expect(await eraseContent(store.db, chain, 2)).toBe(false)
    expect(await verified(chain)).toMatchObject({ ok: true, value: { count: 2, contents: 1 } })
  })

  test('an entry whose act was undone was never there', async () => {
    const chain = newChain()
    const first = await write(chain, 1)
    const undone = store.db.transaction().execute(async (within) => {
      const content = 2
      const salt = randomBytes(32)
      const entry = appendTo(await holdHead(within, chain), { ...first, commitment: commit(content, salt) })
      await insertEntry(within, chain, { entry, content, salt })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    expect(await ledgerHead(store.db, chain)).toEqual({ sequence: 1, hash: first.hash })
  })

  const change = (what: string, chain: Chain) =>
    sql`${sql.raw(what)} where chain = ${chain} and sequence = 1`.execute(store.db)

  test.each([
    `update ledger_entry set actor = 'somebody else'`,
    `update ledger_entry set hash = hash`,
    `delete from ledger_entry`,
    `update ledger_content set content = '"something else"'`,
  ])('the database itself refuses: %s', async (what) => {
    const chain = newChain()
    await write(chain, 'first')
    await expect(change(what, chain)).rejects.toThrow(/append-only/)
    expect(await verified(chain)).toMatchObject({ ok: true, value: { count: 1, contents: 1 } })
  })

  test('an entry cannot be written over by writing it again, in any of the ways there are', async () => {
    const chain = newChain()
    const entry = await write(chain, 'first')
    const forged = { ...entry, actor: 'somebody else' }
    const written = { entry: forged, content: 'forged', salt: randomBytes(32) }
    await expect(insertEntry(store.db, chain, written)).rejects.toThrow(/append-only|duplicate key/)
    const upsert = store.db
      .insertInto('ledger_entry')
      .values({ chain, ...forged })
      .onConflict((conflict) =>
        conflict.columns(['chain', 'sequence']).doUpdateSet({ actor: 'somebody else' }),
      )
    await expect(upsert.execute()).rejects.toThrow(/append-only/)
    if (engine === 'sqlite') {
      const replace = store.db.replaceInto('ledger_entry').values({ chain, ...forged })
      await expect(replace.execute()).rejects.toThrow(/append-only/)
    }
    expect(await verified(chain)).toMatchObject({ ok: true })
  })

  test('tables of the ledger are not emptied whole either', async () => {
    await write(newChain(), 'something')
    const empty = engine === 'sqlite' ? 'delete from ledger_entry' : 'truncate ledger_entry cascade'
    await expect(sql.raw(empty).execute(store.db)).rejects.toThrow(/append-only/)
  })

  test('is read in pages, from the first entry on', async () => {
    const chain = newChain()
    await store.db.transaction().execute(async (within) => {
      let head = await holdHead(within, chain)
      for (let i = 0; i < 401; i++) {
        const salt = randomBytes(32)
        const draft = { time: '2026-01-01T00:00:00.000Z', actor: 'a', act: 'b', subject: String(i) }
        const entry = appendTo(head, { ...draft, commitment: commit(i, salt) })
        await insertEntry(within, chain, { entry, content: i, salt })
        head = entry
      }
    })
    const seen: number[] = []
    for (let after: number | null = 0; after !== null;) {
      const page = await ledgerPage(store.db, chain, { after })
      expect(page.total).toBe(401)
      seen.push(...page.entries.map((entry) => entry.sequence))
      after = page.next
    }
    expect(seen).toEqual(Array.from({ length: 401 }, (_, i) => i + 1))
    expect(await ledgerPage(store.db, newChain(), { after: 0 })).toEqual({
      entries: [],
      total: 0,
      next: null,
    })
    expect(await verified(chain)).toMatchObject({ ok: true, value: { count: 401, contents: 401 } })
  })
})
