import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** What a file is, whatever it is called: its length and two digests, in lower-case hexadecimal. */
export interface StreamDigests {
  readonly bytes: number
  readonly sha256: string
  readonly sha512: string
}

/**
 * Both digests of a stream of any length, piece by piece, wherever there is JavaScript: a browser's own digest wants the whole file in
 * memory. Slower than the machine's own; on a machine, that one is used.
 * @param onBytes told after each piece how many bytes there were so far
 */
export async function digestStream(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<StreamDigests> {
  const [short, long] = [sha256.create(), sha512.create()]
  let bytes = 0
  for await (const piece of pieces) {
    short.update(piece)
    long.update(piece)
    bytes += piece.length
    onBytes(bytes)
  }
  return { bytes, sha256: bytesToHex(short.digest()), sha512: bytesToHex(long.digest()) }
}
