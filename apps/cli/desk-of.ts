import { randomBytes } from 'node:crypto'
import type { Desk } from '@corroborate/casework'
import type { Store } from '@corroborate/store'
import { SOFTWARE } from './software.ts'

/** The desk of somebody at this machine, now. */
export function deskOf(store: Pick<Store, 'db'>, member: Desk['member']): Desk {
  return {
    store,
    member,
    provedAt: Date.now(),
    clock: () => Date.now(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    software: SOFTWARE,
  }
}
