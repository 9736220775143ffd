import { BLOCK, writeTarHeader } from './tar-header.ts'

/** A file to be written, whose size is known before. */
export interface TarFile {
  readonly name: string
  readonly size: number
  readonly read: () => AsyncIterable<Uint8Array>
}

/** An archive as a stream, of one byte sequence for the same files. Throws when a file has another size than it said. */
export async function* writeTar(files: Iterable<TarFile>): AsyncGenerator<Uint8Array> {
  for (const { name, size, read } of files) {
    yield* writeTarHeader({ name, size })
    let written = 0
    for await (const chunk of read()) {
      written += chunk.length
      if (written > size) break
      yield chunk
    }
    if (written !== size)
      throw new Error(`${name} was to have ${size} bytes, and has another number of them now`)
    const rest = size % BLOCK
    if (rest > 0) yield new Uint8Array(BLOCK - rest)
  }
  yield new Uint8Array(2 * BLOCK)
}
