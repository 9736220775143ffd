import type { Engine } from './migrations/dialect.ts'
import type { Db } from './tables.ts'

/** Where a store is: an encrypted file in a folder of its own, or a PostgreSQL database. */
export type Where =
  | { readonly kind: 'file'; readonly folder: string; readonly passphrase: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface Store {
  readonly db: Db
  readonly engine: Engine
  /** Lets go of every connection, of the file and of its lock. */
  readonly close: () => Promise<void>
}

/** Why a store does not open. Each comes with a sentence that says what to do. */
export type StoreRefusal =
  | 'wrong-passphrase'
  | 'newer-version'
  | 'damaged'
  | 'disk-full'
  | 'not-writable'
  | 'in-use'
  | 'unreachable'
  | 'unconfined'
