import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, describe, inject } from 'vitest'
import { valueOf } from '@corroborate/base'
import type { Engine } from '../migrations/dialect.ts'
import { openPostgres } from '../open-postgres.ts'
import type { Store, Where } from '../store.ts'
import { openCopy } from './migrated.ts'
import { askPostgres, makeDatabase } from './postgres-server.ts'
import { temporaryFolder } from './temporary.ts'

/** Makes an empty place for a store; `open` opens an empty store of its own. What a test leaves open is closed when its file is done. */
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
        const store = await places.openCopy()
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

export function folders() {
  const made: string[] = []
  const folder = () => {
    const fresh = temporaryFolder()
    made.push(fresh)
    return fresh
  }
  return {
    place: (): Promise<Where> =>
      Promise.resolve({ kind: 'file', folder: folder(), passphrase: 'invented for a test' }),
    openCopy: () => openCopy(inject('migrated'), folder()),
    remove: async () => {
      for (const folder of made) await rm(folder, { recursive: true, force: true })
    },
  }
}

export function databases() {
  const server = inject('postgres')
  const made: string[] = []
  const database = async (template: string) => {
    const name = `test_${randomBytes(8).toString('hex')}`
    made.push(name)
    return makeDatabase(server, name, template)
  }
  return {
    place: async (): Promise<Where> => ({ kind: 'postgres', url: await database('template1') }),
    openCopy: async () => valueOf(await openPostgres({ url: await database(inject('migrated').database) })),
    remove: async () => {
      for (const name of made) await askPostgres(server, `drop database if exists ${name} with (force)`)
    },
  }
}
