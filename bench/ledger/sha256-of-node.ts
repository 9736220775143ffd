import { hash } from 'node:crypto'
import type { Sha256 } from '@corroborate/ledger'

/** The machine's own SHA-256. */
export const SHA_256_OF_NODE: Sha256 = {
  ofBytes: (bytes) => hash('sha256', bytes, 'buffer'),
  ofText: (text) => hash('sha256', text, 'hex'),
}
