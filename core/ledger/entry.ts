import { canonicalJson, digestOf } from '@corroborate/base'

/** One line of the ledger: somebody did something to something, with a commitment to what it was. */
export interface Entry {
  /** 1, 2, 3 … without a gap: the sequence of the last entry is the number of entries. */
  readonly sequence: number
  /** UTC to the millisecond: `2026-02-03T04:05:06.789Z`. */
  readonly time: string
  readonly actor: string
  /** The act's name: `claim.stated`. */
  readonly act: string
  /** The id of what was acted on. Never a name: the ledger outlives what is erased. */
  readonly subject: string
  /** `commit(content, salt)`. */
  readonly commitment: string
  /** The hash of the entry before; 64 zeros in the first. */
  readonly previous: string
  readonly hash: string
}

/** An entry before it has its place in the chain. */
export type Draft = Pick<Entry, 'time' | 'actor' | 'act' | 'subject' | 'commitment'>

/** What an entry says beside its own hash: exactly the bytes that are hashed, as canonical JSON. */
export type Unhashed = Omit<Entry, 'hash'>

/** Where a chain stands: enough to append to it. */
export type Head = Pick<Entry, 'sequence' | 'hash'>

export const NO_ENTRY = '0'.repeat(64)
/** RFC 9162, section 2.1.1: a leaf is hashed behind a zero byte, so that no inner node can pass for one. */
const LEAF = 0x00

/**
 * The entry that continues a chain.
 * @param head the last entry, or null when the chain is empty
 * Throws when the time is not UTC to the millisecond or the commitment is no SHA-256: bugs of the caller.
 */
export function appendTo(head: Head | null, draft: Draft): Entry {
  if (!isInstant(draft.time)) throw new Error(`not a UTC time to the millisecond: ${draft.time}`)
  if (!isDigest(draft.commitment)) throw new Error(`not a SHA-256: ${draft.commitment}`)
  const entry: Unhashed = {
    sequence: (head?.sequence ?? 0) + 1,
    time: draft.time,
    actor: draft.actor,
    act: draft.act,
    subject: draft.subject,
    commitment: draft.commitment,
    previous: head?.hash ?? NO_ENTRY,
  }
  return { ...entry, hash: hashOf(entry) }
}

/** The canonical JSON that is hashed: what a Merkle tree will later take as this entry's leaf. */
export function leafOf(entry: Unhashed): string {
  const { sequence, time, actor, act, subject, commitment, previous } = entry
  return canonicalJson({ sequence, time, actor, act, subject, commitment, previous })
}

/** SHA-256(0x00 ‖ canonical JSON): the hash of the entry, and its RFC 9162 leaf hash. */
export function hashOf(entry: Unhashed): string {
  const written = new TextEncoder().encode(leafOf(entry))
  const bytes = new Uint8Array(written.length + 1)
  bytes[0] = LEAF
  bytes.set(written, 1)
  return digestOf(bytes)
}

function isInstant(time: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) && !Number.isNaN(Date.parse(time))
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
