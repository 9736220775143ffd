import { randomBytes } from 'node:crypto'
import type { Desk } from '@corroborate/casework'

export const PASSPHRASE = 'of a bench'

/** A desk in the store of the bench. */
export function deskIn(store: Desk['store'], member: Desk['member']): Desk {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
  return { store, member, random, clock: Date.now, provedAt: Date.now(), software: 'corroborate (bench)' }
}
