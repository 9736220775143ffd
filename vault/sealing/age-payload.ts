import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

/** Bytes of text in one chunk of age's stream, and what its tag adds. */
const CHUNK = 64 * 1024
const TAG = 16
/** What is sealed at one time: sixteen chunks, 1 MiB. */
const RUN = 16 * CHUNK

/** A run of chunks of an age payload. It is sealed without the others: its key and the number of its first chunk are all that it takes. */
export interface Run {
  readonly key: Uint8Array
  readonly first: number
  /** The text; alone in its buffer, which may be given away. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Whether the payload ends with it. */
  readonly last: boolean
}

/** Whatever seals runs: this thread, or a thread beside it. */
export type Hand = (run: Run) => Promise<Uint8Array>

/** Seals a run, chunk by chunk. No text at all is one empty chunk. @see C2SP age.md, "Payload" */
export function sealRun({ key, first, bytes, last }: Run): Uint8Array<ArrayBuffer> {
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK))
  const sealed = new Uint8Array(bytes.length + chunks * TAG)
  for (let i = 0; i < chunks; i++) {
    const text = bytes.subarray(i * CHUNK, (i + 1) * CHUNK)
    const at = i * (CHUNK + TAG)
    const nonce = nonceOf(first + i, last && i === chunks - 1)
    chacha20poly1305(key, nonce).encrypt(text, sealed.subarray(at, at + text.length + TAG))
  }
  return sealed
}

/**
 * A payload, sealed by so many hands at once and given out in order. As many runs are under way as there are hands, and as many wait for
 * them: whoever reads slowly makes the hands wait, and memory does not grow with the length.
 */
export function sealedPayload(
  plain: ReadableStream<Uint8Array>,
  key: Uint8Array,
  hands: readonly Hand[],
): ReadableStream<Uint8Array> {
  const runs = runsOf(plain, key)
  const underWay: Promise<Uint8Array>[] = []
  let given = 0
  let ended = false
  const give = async () => {
    const next = await runs.next()
    ended = next.done === true
    const hand = hands[given % hands.length]
    if (next.done === true || !hand) return
    const sealed = hand(next.value)
    // Its turn may never come: the stream fails with the first that fails.
    sealed.catch(() => undefined)
    underWay.push(sealed)
    given += 1
  }
  return new ReadableStream({
    async pull(controller) {
      while (!ended && underWay.length < 2 * hands.length) await give()
      const sealed = await underWay.shift()
      if (sealed) controller.enqueue(sealed)
      else controller.close()
    },
    async cancel() {
      await runs.return(undefined)
    },
  })
}

/** The text in runs of one size, of which only the last may be shorter; given out when it is known whether more follows. */
async function* runsOf(plain: ReadableStream<Uint8Array>, key: Uint8Array): AsyncGenerator<Run, undefined> {
  const reader = plain.getReader()
  let bytes = new Uint8Array(RUN)
  let [length, first] = [0, 0]
  try {
    for (;;) {
      const { done, value = new Uint8Array() } = await reader.read()
      for (let at = 0; at < value.length;) {
        if (length === RUN) {
          yield { key, first, bytes, last: false }
          ;[bytes, length, first] = [new Uint8Array(RUN), 0, first + RUN / CHUNK]
        }
        const more = value.subarray(at, at + RUN - length)
        bytes.set(more, length)
        length += more.length
        at += more.length
      }
      if (!done) continue
      yield { key, first, bytes: bytes.slice(0, length), last: true }
      return
    }
  } finally {
    await reader.cancel()
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
