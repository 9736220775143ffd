import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { ok, valueOf, type Outcome } from '@corroborate/base'
import type { Engine } from '../migrations/dialect.ts'
import { openUnder } from '../open-file.ts'
import { openStore } from '../open-store.ts'
import type { Store, StoreRefusal, Where } from '../store.ts'

/** Makes an empty place for a store; `open` also opens it. What a test leaves open is closed when its file is done. */
export interface Places {
  readonly place: () => Promise<Where>
  readonly open: () => Promise<Store>
}

/** Runs the same tests on both engines, each on stores of its own. */
export function eachEngine(tests: (engine: Engine, open: Places['open'], places: Places) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const)
    describe(engine, () => {
      const places = engine === 'sqlite' ? folders() : databases()
      const opened: Store[] = []
      const open = async () => {
        const store = valueOf(await openAtOnce(await places.place()))
        opened.push(store)
        return store
      }
      afterAll(async () => {
        for (const store of opened) await store.close()
        await places.remove()
      })
      tests(engine, open, { place: places.place, open })
    })
}

/** Any key: what a passphrase costs is paid where the opening of a store is tested, and not by each of hundreds of stores. */
const KEY = '5'.repeat(64)

function openAtOnce(where: Where): Promise<Outcome<Store, StoreRefusal>> {
  return where.kind === 'file' ? openUnder(where.folder, () => Promise.resolve(ok(KEY))) : openStore(where)
}

export function folders() {
  const made: string[] = []
  return {
    place: async (): Promise<Where> => {
      const folder = await mkdtemp(join(tmpdir(), 'corroborate-store-'))
      made.push(folder)
      return { kind: 'file', folder, passphrase: 'invented for a test' }
    },
    remove: async () => {
      for (const folder of made) await rm(folder, { recursive: true, force: true })
    },
  }
}

export function databases() {
  const server = inject('postgres')
  const made: string[] = []
  return {
    place: async (): Promise<Where> => {
      const name = `test_${randomBytes(8).toString('hex')}`
      await ask(server, `create database ${name} owner keeper`)
      made.push(name)
      return {
        kind: 'postgres',
        url: server.replace('//postgres@', '//keeper@').replace('/postgres?', `/${name}?`),
      }
    },
    remove: async () => {
      for (const name of made) await ask(server, `drop database ${name} with (force)`)
    },
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
