import { digestOf } from '@corroborate/base'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Decrypter, Encrypter } from 'age-encryption'
import { endOfHeader, isHeaderTooLong } from './age-header.ts'
import { sealedPayload, sealRun, type Hand } from './age-payload.ts'
import type { MemberKeys } from './member-keys.ts'
import type { Recipient } from './sealed-record.ts'

/** A stream being sealed. The digest of its header belongs into a sealed record of the exhibit. */
export interface SealingStream {
  readonly ciphertext: ReadableStream<Uint8Array>
  /**
   * SHA-256 of the age header. age says nothing of who sealed: a server can make a file for a public key. It cannot make one under a file key
   * that it does not know, so whoever finds this header, signed by the author, before the first byte is read, has the author's file.
   */
  readonly header: string
}

/** Bytes of chance that a payload begins with. */
const NONCE = 16
const HERE: Hand = (run) => Promise.resolve(sealRun(run))

/**
 * Seals a recording or an original of any length, some MiB in memory at a time. The header, with its key exchange, is made by
 * `age-encryption`, the payload by these hands: chunks know nothing of each other. The bytes are the same, however many hands there are.
 */
export async function sealStream(
  plain: ReadableStream<Uint8Array>,
  recipients: readonly Recipient[],
  hands: readonly Hand[] = [HERE],
): Promise<SealingStream> {
  const { header, fileKey } = await headerFor(recipients)
  const nonce = randomBytes(NONCE)
  const key = hkdf(sha256, fileKey, nonce, utf8ToBytes('payload'), 32)
  const beginning = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => controller.enqueue(concatBytes(header, nonce)),
  })
  return {
    ciphertext: sealedPayload(plain, key, hands).pipeThrough(beginning),
    header: digestOf(header),
  }
}

/** A header, and the key of its file. The library tells that key to recipients alone: the last one listens, and adds no line. */
async function headerFor(recipients: readonly Recipient[]) {
  const encrypter = new Encrypter()
  for (const { recipient } of recipients) encrypter.addRecipient(recipient)
  const { promise: fileKey, resolve } = Promise.withResolvers<Uint8Array>()
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      resolve(key)
      return []
    },
  })
  const file = await encrypter.encrypt(new Uint8Array())
  return { header: file.slice(0, endOfHeader(file) ?? 0), fileKey: await fileKey }
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
function throughHeader(tell: (header: Uint8Array) => void): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array | null = new Uint8Array()
  const giveUp = () => {
    throw new Error('the stream is no age file: it has no header')
  }
  return new TransformStream({
    transform(chunk, controller) {
      if (held === null) {
        controller.enqueue(chunk)
        return
      }
      const bytes = concatBytes(held, chunk)
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
