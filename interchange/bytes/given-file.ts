/** A file as it can be read more than once: from a disk, from the store, from a browser. Nothing is held but the piece that is read. */
export interface GivenFile {
  readonly name: string
  readonly size: number
  /** The bytes from `from` up to, and without, `to`, in pieces of any length. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>
}

const PIECE = 65_536

/** A file that is held in memory. */
export function givenFileOf(name: string, bytes: Uint8Array): GivenFile {
  return {
    name,
    size: bytes.length,
    read: async function* (from, to) {
      for (let at = from; at < to; at += PIECE)
        yield await Promise.resolve(bytes.subarray(at, Math.min(to, at + PIECE)))
    },
  }
}

/** A short stretch of a file, whole. Shorter than asked where the file ends before. */
export async function stretchOf(file: GivenFile, from: number, to: number): Promise<Uint8Array> {
  const end = Math.min(to, file.size)
  const all = new Uint8Array(Math.max(0, end - from))
  let at = 0
  for await (const piece of file.read(from, end)) {
    all.set(piece.subarray(0, all.length - at), at)
    at = Math.min(all.length, at + piece.length)
  }
  return all.subarray(0, at)
}
