import { digestOf } from '@corroborate/base'
import { Decrypter, Encrypter } from 'age-encryption'
import { endOfHeader, isHeaderTooLong } from './age-header.ts'
import type { MemberKeys } from './member-keys.ts'
import type { Recipient } from './sealed-record.ts'

/** A stream being sealed. Its header's digest is known as soon as the first bytes were read, and belongs into a sealed record of the exhibit. */
export interface SealingStream {
  readonly ciphertext: ReadableStream<Uint8Array>
  /**
   * SHA-256 of the age header. age says nothing of who sealed: a server can make a file for a public key. It cannot make one under a file key
   * that it does not know, so whoever finds this header, signed by the author, before the first byte is read, has the author's file.
   */
  readonly header: Promise<string>
}

/** Seals a recording or an original of any length, 64 KiB in memory at a time. */
export async function sealStream(
  plain: ReadableStream<Uint8Array>,
  recipients: readonly Recipient[],
): Promise<SealingStream> {
  const encrypter = new Encrypter()
  for (const { recipient } of recipients) encrypter.addRecipient(recipient)
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // Somebody may give up before the header is asked for.
  promise.catch(() => undefined)
  const told = throughHeader((header) => resolve(digestOf(header)), reject)
  return { ciphertext: (await encrypter.encrypt(plain)).pipeThrough(told), header: promise }
}

/**
 * Opens such a stream, piece by piece; each was authenticated before it is given out, and the end is marked, so that a cut file fails.
 * The stream fails with an error where the header is not the one the author signed for, or any byte was changed.
 */
export async function openStream(
  ciphertext: ReadableStream<Uint8Array>,
  header: string,
  keys: Pick<MemberKeys, 'identity'>,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(keys.identity)
  return decrypter.decrypt(
    ciphertext.pipeThrough(
      throughHeader((found) => {
        if (digestOf(found) !== header) throw new Error('the exhibit is not the one that its author sealed')
      }),
    ),
  )
}

/** Holds back what comes until the header is whole, tells it, and lets all pass. */
function throughHeader(
  tell: (header: Uint8Array) => void,
  fail: (error: Error) => void = () => undefined,
): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array | null = new Uint8Array()
  const giveUp = () => {
    const error = new Error('the stream is no age file: it has no header')
    fail(error)
    throw error
  }
  return new TransformStream({
    transform(chunk, controller) {
      if (held === null) {
        controller.enqueue(chunk)
        return
      }
      const bytes = joinedBytes(held, chunk)
      const end = endOfHeader(bytes)
      if (end === null && isHeaderTooLong(bytes)) giveUp()
      held = end === null ? bytes : null
      if (end === null) return
      tell(bytes.slice(0, end))
      controller.enqueue(bytes)
    },
    flush() {
      if (held !== null) giveUp()
    },
  })
}

function joinedBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}
