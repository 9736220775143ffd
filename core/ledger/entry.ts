import { canonicalJson } from '@corroborate/base'
import { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'

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
const LEAF = '\u0000'
const SURROGATE_ESCAPED = '\\ud'

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

/**
 * The canonical JSON (RFC 8785) that is hashed: the data of this entry's leaf in the tree. Throws at a lone surrogate.
 * The names are written in their order here and not sorted anew for each of a million entries, and JSON.stringify writes what
 * RFC 8785 does but for lone surrogates, which it escapes: where the text holds such an escape, each field is looked at.
 */
export function leafOf({ sequence, time, actor, act, subject, commitment, previous }: Unhashed): string {
  const fields = { act, actor, commitment, previous, sequence, subject, time }
  const leaf = JSON.stringify(fields)
  return leaf.includes(SURROGATE_ESCAPED) ? canonicalJson(fields) : leaf
}

/** SHA-256(0x00 ‖ canonical JSON), hexadecimal: the hash of the entry, and its RFC 9162 leaf hash. */
export function hashOf(entry: Unhashed, sha256: Sha256 = SHA_256_IN_SCRIPT): string {
  return sha256.ofText(LEAF + leafOf(entry))
}

function isInstant(time: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) && !Number.isNaN(Date.parse(time))
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
