import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { blocksOf } from './age-blocks.ts'

/** Bytes of text in one chunk of age's stream, and what its tag adds. */
const CHUNK = 64 * 1024
const TAG = 16
const NONCE = 16
/** A header to one recipient has some 200 bytes; nothing that we wrote has more. */
const LONGEST_HEADER = 4096

/** What lies there is not what we wrote: changed, cut, or encrypted to another key. */
export class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten'
}

/**
 * Encrypts a stream to an age recipient, as `age -r` does. The header, with its key exchange, is made by `age-encryption`; the
 * payload by the machine's own ChaCha20-Poly1305, which is some thirty times as fast as one in JavaScript.
 * @see C2SP age.md, "Payload"
 */
export function ageSealed(
  bytes: AsyncIterable<Uint8Array>,
  { recipient, identity }: { readonly recipient: string; readonly identity: string },
): AsyncGenerator<Uint8Array> {
  return sealedTo(bytes, { recipients: [recipient], identity })
}

/**
 * Encrypts a stream to a recipient whose secret half is elsewhere. The payload is encrypted here, which takes the file's key: it is read out
 * of the header by a second recipient, whose secret is made for this one stream and forgotten with it.
 */
export async function* ageSealedTo(
  bytes: AsyncIterable<Uint8Array>,
  recipient: string,
): AsyncGenerator<Uint8Array> {
  const identity = await generateX25519Identity()
  yield* sealedTo(bytes, { recipients: [recipient, await identityToRecipient(identity)], identity })
}

/** A key that opens what is encrypted to it, as `age-keygen` makes one. */
export async function makeRecoveryKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Whether this text can be a recipient. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

async function* sealedTo(
  bytes: AsyncIterable<Uint8Array>,
  { recipients, identity }: { readonly recipients: readonly string[]; readonly identity: string },
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const header = headerIn(await encrypter.encrypt(new Uint8Array(0)))
  if (header === null) throw new Error('age made a file without a header')
  const nonce = randomBytes(NONCE)
  yield Buffer.concat([header, nonce])
  const key = payloadKey(await fileKeyOf(header, identity), nonce)
  let counter = 0
  for await (const { block, last } of blocksOf(bytes, CHUNK)) {
    const cipher = createCipheriv('chacha20-poly1305', key, nonceOf(counter++, last), { authTagLength: TAG })
    yield cipher.update(block)
    // A stream cipher has nothing left to give: this ends the tag alone.
    cipher.final()
    yield cipher.getAuthTag()
  }
}

/**
 * Decrypts what `ageSealed` wrote. Every piece that comes out is as it went in: a changed, cut, lengthened or reordered stream throws
 * `NotAsWritten` before anything of the changed place is given out.
 */
export async function* ageOpened(
  bytes: AsyncIterable<Uint8Array>,
  identity: string,
): AsyncGenerator<Uint8Array> {
  const stream = bytes[Symbol.asyncIterator]()
  try {
    yield* openedFrom(stream, identity)
  } finally {
    // Also where the header alone was read: whoever gives the bytes has a file open.
    await stream.return?.()
  }
}

async function* openedFrom(stream: AsyncIterator<Uint8Array>, identity: string): AsyncGenerator<Uint8Array> {
  const { header, nonce, rest } = await beginningOf(stream)
  const key = payloadKey(await fileKeyOf(header, identity), nonce)
  let counter = 0
  for await (const { block, last } of blocksOf(rest, CHUNK + TAG)) {
    // Only an empty file ends with an empty chunk: another one was cut at the edge of a chunk and its end made up.
    if (block.length < TAG || (last && block.length === TAG && counter > 0)) throw changed()
    yield openedChunk(key, block, nonceOf(counter++, last))
  }
}

function openedChunk(key: Uint8Array, chunk: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG })
  cipher.setAuthTag(chunk.subarray(chunk.length - TAG))
  try {
    const opened = cipher.update(chunk.subarray(0, chunk.length - TAG))
    cipher.final()
    return opened
  } catch {
    throw changed()
  }
}

function changed(): NotAsWritten {
  return new NotAsWritten('a file of the store is no longer what was written there')
}

async function fileKeyOf(header: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decryptHeader(header)
  } catch {
    throw changed()
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
}

/** Eleven bytes of counter, big-endian, and one that says whether this is the last chunk. */
function nonceOf(counter: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

async function beginningOf(stream: AsyncIterator<Uint8Array>) {
  let seen = Buffer.alloc(0)
  for (;;) {
    const header = headerIn(seen)
    if (header !== null && seen.length >= header.length + NONCE) {
      const end = header.length + NONCE
      return { header, nonce: seen.subarray(header.length, end), rest: after(seen.subarray(end), stream) }
    }
    const next = await stream.next()
    if (next.done === true || seen.length > LONGEST_HEADER) throw changed()
    seen = Buffer.concat([seen, next.value])
  }
}

/** The header with the line of its MAC, or null while that has not come. */
function headerIn(file: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, LONGEST_HEADER))
  const mac = bytes.indexOf('\n--- ')
  const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1)
  return end < 0 ? null : bytes.subarray(0, end + 1)
}

async function* after(first: Uint8Array, stream: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* { [Symbol.asyncIterator]: () => stream }
}
