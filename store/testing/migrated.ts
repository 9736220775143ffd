import { cp } from 'node:fs/promises'
import { ok, valueOf } from '@corroborate/base'
import { openUnder } from '../open-file.ts'
import { openPostgres } from '../open-postgres.ts'
import type { Store } from '../store.ts'
import { temporaryFolder } from './temporary.ts'

/** An empty store of each engine that has taken every step of the tables: tests work on copies, since the steps cost more than most tests do. */
export interface Migrated {
  readonly folder: string
  readonly database: string
}

/** Any key: what a passphrase costs is paid where the opening of a store is tested, and not by each of hundreds of stores. */
const KEY = '5'.repeat(64)

/** @param urlOf the address of a database of this name, made for it */
export async function makeMigrated(urlOf: (name: string) => Promise<string>): Promise<Migrated> {
  const folder = temporaryFolder()
  const database = 'migrated'
  const stores = [await openUnderKey(folder), valueOf(await openPostgres({ url: await urlOf(database) }))]
  for (const store of stores) await store.close()
  return { folder, database }
}

/** A store in this empty folder, as the migrated one is. */
export async function openCopy({ folder: from }: Migrated, folder: string): Promise<Store> {
  await cp(from, folder, { recursive: true })
  return openUnderKey(folder)
}

async function openUnderKey(folder: string): Promise<Store> {
  return valueOf(await openUnder(folder, () => Promise.resolve(ok(KEY))))
}
