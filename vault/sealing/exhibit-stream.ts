import { digestOf } from '@corroborate/base'
import { concatBytes } from '@noble/hashes/utils.js'
import { beginningFor, beginningIn, NONCE } from './age-file.ts'
import { endOfHeader, LONGEST_HEADER } from './age-header.ts'
import { HERE, inRuns, type Hand } from './age-payload.ts'
import type { MemberKeys } from './member-keys.ts'
import type { Recipient } from './sealed-record.ts'

/** A stream being sealed. The digest of its header belongs into a sealed record of the exhibit. */
export interface SealingStream {
  /** Each piece is good until the next is asked for. */
  readonly ciphertext: AsyncIterable<Uint8Array<ArrayBuffer>>
  /**
   * SHA-256 of the age header. age says nothing of who sealed: a server can make a file for a public key. It cannot make one under a file key
   * that it does not know, so whoever finds this header, signed by the author, before the first byte is read, has the author's file.
   */
  readonly header: string
}

/**
 * Seals a recording or an original of any length, some MiB in memory at a time, by these hands: chunks of a payload know nothing of each
 * other. The bytes are the same, however many hands there are.
 */
export async function sealStream(
  plain: Blob,
  recipients: readonly Recipient[],
  hands: readonly Hand[] = [HERE],
): Promise<SealingStream> {
  const { header, nonce, key } = await beginningFor(recipients.map(({ recipient }) => recipient))
  const runs = inRuns(plain, { what: 'seal', key }, hands)
  return { ciphertext: after(concatBytes(header, nonce), runs), header: digestOf(header) }
}

/**
 * Opens such a file, piece by piece; each was authenticated before it is given out and is good until the next is asked for, and the end is
 * marked, so that a cut file fails.
 * Refused before its first byte where the header is not the one the author signed for; the stream fails where any byte was changed.
 */
export async function openStream(
  ciphertext: Blob,
  { header, keys, hands = [HERE] }: OpeningStream,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const begins = new Uint8Array(await ciphertext.slice(0, LONGEST_HEADER + NONCE).arrayBuffer())
  const end = endOfHeader(begins)
  if (end === null) throw new Error('the file is no age file: it has no header')
  if (digestOf(begins.subarray(0, end)) !== header)
    throw new Error('the exhibit is not the one that its author sealed')
  const { key } = await beginningIn(begins.subarray(0, end + NONCE), keys)
  return inRuns(ciphertext.slice(end + NONCE), { what: 'open', key }, hands)
}

interface OpeningStream {
  /** The digest that its author signed. */
  readonly header: string
  readonly keys: Pick<MemberKeys, 'identity'>
  readonly hands?: readonly Hand[]
}

async function* after<Piece>(first: Piece, rest: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  yield first
  yield* rest
}
