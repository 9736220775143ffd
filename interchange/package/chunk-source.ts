/** A stream of bytes, read by as many as are wanted. */
export class ChunkSource {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array()
  #read = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** How many bytes were read so far. */
  get at(): number {
    return this.#read
  }

  /** The next bytes, at most so many and one at least; null at the end. They are the stream's own: copy what is kept. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.#held.length === 0) {
      const step = await this.#chunks.next()
      if (step.done === true) return null
      this.#held = step.value
    }
    const taken = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(taken.length)
    this.#read += taken.length
    return taken
  }

  /** Exactly so many bytes in an array of their own; null where the stream ends before. */
  async exactly(length: number): Promise<Uint8Array | null> {
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length;) {
      const part = await this.some(length - filled)
      if (part === null) return null
      bytes.set(part, filled)
      filled += part.length
    }
    return bytes
  }
}
