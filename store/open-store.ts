import type { Outcome } from '@corroborate/base'
import { openFile } from './open-file.ts'
import { openPostgres } from './open-postgres.ts'
import type { Store, StoreRefusal, Where } from './store.ts'

/** Opens a store, makes it when there is none, and brings its tables to the shape that this program knows. */
export function openStore(where: Where): Promise<Outcome<Store, StoreRefusal>> {
  return where.kind === 'file' ? openFile(where) : openPostgres(where)
}
