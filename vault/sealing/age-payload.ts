import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { fillFrom } from './fill-from.ts'

/** Bytes of text in one chunk of age's stream, and what its tag adds. */
const CHUNK = 64 * 1024
const TAG = 16
/** Chunks in one run: 1 MiB of text. */
const IN_RUN = 16
/** Bytes of a run that is sealed. */
const SPACE = IN_RUN * (CHUNK + TAG)

/** Where chunks stand in an age payload: under which key, from which number on, and whether the payload ends with them. */
export interface ChunkPlace {
  readonly key: Uint8Array
  readonly first: number
  readonly last: boolean
}

/** A run of chunks to be sealed or opened. It is done without the others. */
export interface Run extends ChunkPlace {
  readonly what: 'seal' | 'open'
  /** Their buffer is given away, and comes back with what was made of them: it is made in their place. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Whatever does runs: this thread, or a thread beside it. */
export type Hand = (run: Run) => Promise<Uint8Array<ArrayBuffer>>

export const HERE: Hand = (run) => Promise.resolve().then(() => doRun(run))

/** Does a run in its own buffer. Throws where a chunk that is opened is not the one that was sealed in this place. */
export function doRun({ what, bytes, ...place }: Run): Uint8Array<ArrayBuffer> {
  return (what === 'seal' ? sealChunks : openChunks)(bytes, place, bytes.buffer)
}

/** Seals a text, chunk by chunk. No text at all is one empty chunk. @see C2SP age.md, "Payload" */
export function sealChunks(
  text: Uint8Array,
  { key, first, last }: ChunkPlace,
  into = new ArrayBuffer(text.length + chunksIn(text, CHUNK) * TAG),
): Uint8Array<ArrayBuffer> {
  const chunks = chunksIn(text, CHUNK)
  for (let i = 0; i < chunks; i++) {
    const chunk = text.subarray(i * CHUNK, (i + 1) * CHUNK)
    const nonce = nonceOf(first + i, last && i === chunks - 1)
    const sealed = new Uint8Array(into, i * (CHUNK + TAG), chunk.length + TAG)
    chacha20poly1305(key, nonce).encrypt(chunk, sealed)
  }
  return new Uint8Array(into, 0, text.length + chunks * TAG)
}

/** Opens them again. Throws where anything was changed, moved or cut, or the end was made up. */
export function openChunks(
  sealed: Uint8Array,
  { key, first, last }: ChunkPlace,
  into = new ArrayBuffer(sealed.length),
): Uint8Array<ArrayBuffer> {
  const chunks = chunksIn(sealed, CHUNK + TAG)
  for (let i = 0; i < chunks; i++) {
    const chunk = sealed.subarray(i * (CHUNK + TAG), (i + 1) * (CHUNK + TAG))
    // Only an empty payload ends with an empty chunk: another one was cut at the edge of a chunk.
    if (chunk.length < TAG || (chunk.length === TAG && first + i > 0)) throw new Error('the payload was cut')
    const nonce = nonceOf(first + i, last && i === chunks - 1)
    const text = new Uint8Array(into, i * CHUNK, chunk.length - TAG)
    chacha20poly1305(key, nonce).decrypt(chunk, text)
  }
  return new Uint8Array(into, 0, sealed.length - chunks * TAG)
}

function chunksIn({ length }: Uint8Array, size: number): number {
  return Math.max(1, Math.ceil(length / size))
}

/**
 * A payload, sealed or opened by so many hands at once and given out in order. As many runs are under way as there are hands, and as many wait
 * for them: whoever reads slowly makes the hands wait, and memory does not grow with the length. What is given out is good until the next is
 * asked for: its buffer is used again.
 */
export async function* inRuns(
  from: Blob,
  { what, key }: Pick<Run, 'what' | 'key'>,
  hands: readonly Hand[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const sealing = what === 'seal'
  const size = IN_RUN * (sealing ? CHUNK : CHUNK + TAG)
  const runs = Math.max(1, Math.ceil(from.size / size))
  const reading = fillFrom(from)
  const underWay: Promise<Uint8Array<ArrayBuffer>>[] = []
  const free = hands.flatMap(() => [new ArrayBuffer(SPACE), new ArrayBuffer(SPACE)])
  try {
    for (let given = 0; given < runs || underWay.length > 0;) {
      const buffer = given < runs ? free.pop() : undefined
      const hand = hands[given % hands.length]
      if (buffer && hand) {
        const length = Math.min(size, from.size - given * size)
        // What is sealed grows by its tags: it begins so far behind that none of it is written over before it was read.
        const bytes = await reading.fill(new Uint8Array(buffer, sealing ? IN_RUN * TAG : 0, length))
        const done = hand({ what, key, first: given * IN_RUN, last: given === runs - 1, bytes })
        // Its turn may never come: whoever reads is told of the first that fails.
        done.catch(() => undefined)
        underWay.push(done)
        given += 1
        continue
      }
      const done = await underWay.shift()
      if (!done) throw new Error('there is no hand')
      yield done
      free.push(done.buffer)
    }
  } finally {
    await reading.end()
  }
}

/** Eleven bytes of counter, big-endian, and one that says whether this is the last chunk. */
function nonceOf(counter: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  view.setUint32(3, Math.floor(counter / 2 ** 32))
  view.setUint32(7, counter % 2 ** 32)
  view.setUint8(11, last ? 1 : 0)
  return nonce
}
