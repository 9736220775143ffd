import type { Outcome } from '@corroborate/base'
import type { Db } from './tables.ts'

/** Where a store is: an encrypted file in a folder of its own, or a PostgreSQL database. */
export type Where =
  | { readonly kind: 'file'; readonly folder: string; readonly passphrase: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface Store {
  readonly db: Db
  readonly engine: 'sqlite' | 'postgres'
  /** Lets go of the file, its lock and every connection. */
  readonly close: () => Promise<void>
}

export type StoreRefusal =
  'wrong-passphrase' | 'newer-version' | 'damaged' | 'disk-full' | 'not-writable' | 'in-use' | 'unreachable'

export type Opened = Outcome<Store, StoreRefusal>
