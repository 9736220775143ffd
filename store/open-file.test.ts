import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import Database from 'libsql'
import { afterAll, expect, test } from 'vitest'
import { valueOf, type MemberId } from '@corroborate/base'
import { insertMember, members } from './queries/member.ts'
import { openStore } from './open-store.ts'
import type { Where } from './store.ts'
import { folders } from './testing/engines.ts'
import { troubleOf } from './trouble.ts'

const made = folders()
afterAll(made.remove)

const somebody = { id: 'somebody' as MemberId, name: 'planted زينب needle', createdAt: '2026-01-01' }

async function madeStore() {
  const where = await made.place()
  if (where.kind !== 'file') throw new Error('a folder was asked for')
  const store = valueOf(await openStore(where))
  await insertMember(store.db, somebody)
  return { where, store }
}

async function closedStore() {
  const { where, store } = await madeStore()
  await store.close()
  return where
}

test('writes through a log that reaches the disk before the answer, and checks references', async () => {
  const { store } = await madeStore()
  const pragma = async (name: string) =>
    Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0] ?? {})[0] as unknown
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
  expect(await pragma('busy_timeout')).toBe(5000)
  expect(await pragma('temp_store')).toBe(2)
  expect(await pragma('secure_delete')).toBe(1)
  await store.close()
})

test('finds everything as it was when it is opened again', async () => {
  const where = await closedStore()
  const again = valueOf(await openStore(where))
  expect(await members(again.db)).toEqual([{ id: 'somebody', name: somebody.name }])
  await again.close()
})

test('leaves no word readable in any file of its folder, open or closed', async () => {
  const { where, store } = await madeStore()
  const files = () => readdirSync(where.folder).map((name) => readFileSync(join(where.folder, name)))
  expect(readdirSync(where.folder)).toContain('store.db-wal')
  for (const when of ['open', 'closed']) {
    expect(files().length, when).toBeGreaterThan(2)
    for (const bytes of files())
      for (const word of ['planted', 'زينب', 'create table']) expect(bytes.includes(word)).toBe(false)
    await store.close()
  }
})

test('keeps its files from other users', async () => {
  const where = await closedStore()
  expect(statSync(join(where.folder, 'store.json')).mode & 0o077).toBe(0)
})

test('tells a wrong passphrase from damage', async () => {
  const where = await closedStore()
  expect(await openStore({ ...where, passphrase: 'not this one' })).toMatchObject({
    ok: false,
    reason: 'wrong-passphrase',
  })
  const again = await openStore(where)
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.close()
})

test.each([
  [
    'a key file that was cut',
    (folder: string) => writeFileSync(join(folder, 'store.json'), '{"format": "corr'),
  ],
  [
    'a key file with another salt',
    (folder: string) => replaceIn(join(folder, 'store.json'), /"salt": "../, '"salt": "zz'),
  ],
  ['a store without its key file', (folder: string) => rmSync(join(folder, 'store.json'))],
  ['a key file without its store', (folder: string) => rmSync(join(folder, 'store.db'))],
  [
    'a store that was written over',
    (folder: string) => writeFileSync(join(folder, 'store.db'), 'x'.repeat(8192)),
  ],
])('calls %s damaged, and says what to do', async (_, spoil) => {
  const where = await closedStore()
  spoil(where.folder)
  const refused = await openStore(where)
  expect(refused).toMatchObject({ ok: false, reason: 'damaged' })
  expect(refused.ok ? '' : refused.detail).toMatch(/backup/)
})

test('does not take a cheaper derivation from a key file', async () => {
  const where = await closedStore()
  replaceIn(join(where.folder, 'store.json'), /"memory": \d+/, '"memory": 8')
  expect(await openStore(where)).toMatchObject({ ok: false, reason: 'damaged' })
})

test('refuses a key file of a later version', async () => {
  const where = await closedStore()
  replaceIn(join(where.folder, 'store.json'), /"version": 1/, '"version": 2')
  expect(await openStore(where)).toMatchObject({ ok: false, reason: 'newer-version' })
})

test('is not opened twice by one process', async () => {
  const { where, store } = await madeStore()
  const second = await openStore(where)
  expect(second).toMatchObject({ ok: false, reason: 'in-use' })
  await store.close()
  const third = valueOf(await openStore(where))
  await third.close()
})

test('is held by another process until that ends, however it ends', async () => {
  const where = await closedStore()
  const holder = await otherProcess(where)
  expect(await openStore(where)).toMatchObject({ ok: false, reason: 'in-use' })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const after = valueOf(await openStore(where))
  expect(await members(after.db)).toHaveLength(2)
  await after.close()
})

test('says that a folder cannot be written', async () => {
  const where = await made.place()
  if (where.kind !== 'file') throw new Error('a folder was asked for')
  const file = join(where.folder, 'a-file')
  appendFileSync(file, '')
  for (const folder of [file, join(file, 'below')])
    expect(await openStore({ ...where, folder })).toMatchObject({ ok: false, reason: 'not-writable' })
})

test('says that the disk is full when it fills up in the midst of a transaction, and keeps what was there', async () => {
  const { where, store } = await madeStore()
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
  await sql`pragma max_page_count = ${sql.lit(pages.rows[0]?.page_count ?? 0)}`.execute(store.db)
  const filling = store.db.transaction().execute(async (within) => {
    await insertMember(within, { ...somebody, id: 'small' as MemberId })
    await insertMember(within, { ...somebody, id: 'large' as MemberId, name: 'x'.repeat(100_000) })
  })
  expect(troubleOf(await filling.catch((error: unknown) => error))).toBe('disk-full')
  expect(await members(store.db)).toHaveLength(1)
  await store.close()
  const again = valueOf(await openStore(where))
  expect(await members(again.db)).toHaveLength(1)
  await again.close()
})

test('knows a full disk by its name in SQLite, PostgreSQL and the operating system', async () => {
  const where = await made.place()
  if (where.kind !== 'file') throw new Error('a folder was asked for')
  const full = new Database(join(where.folder, 'small.db'))
  full.pragma('max_page_count = 2')
  full.exec('create table t (x text)')
  expect(() => full.exec(`insert into t values ('${'x'.repeat(20_000)}')`)).toThrow()
  const thrown = caught(() => full.exec(`insert into t values ('${'x'.repeat(20_000)}')`))
  expect(troubleOf(thrown)).toBe('disk-full')
  expect(troubleOf(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toBe('disk-full')
  expect(troubleOf(Object.assign(new Error('no space'), { code: '53100' }))).toBe('disk-full')
  expect(troubleOf(new Error('something else'))).toBeNull()
  full.close()
})

function replaceIn(path: string, what: RegExp, by: string): void {
  const text = readFileSync(path, 'utf8')
  const replaced = text.replace(what, by)
  expect(replaced).not.toBe(text)
  writeFileSync(path, replaced)
}

function caught(work: () => void): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}

/** Opens the store in a process of its own, writes a second member there, and stays. */
async function otherProcess(where: Where & { kind: 'file' }) {
  const script = `
    import { openStore } from ${JSON.stringify(import.meta.resolve('./open-store.ts'))}
    import { insertMember } from ${JSON.stringify(import.meta.resolve('./queries/member.ts'))}
    const store = await openStore(${JSON.stringify(where)})
    await insertMember(store.value.db, { id: 'second', name: 'second', createdAt: '2026-01-02' })
    console.log('open')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
