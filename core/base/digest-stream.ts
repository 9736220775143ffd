import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** What a file is, whatever it is called: its length and its digests, in lower-case hexadecimal. */
export interface StreamDigests {
  readonly bytes: number
  readonly sha256: string
  /** Null where it was not asked for. */
  readonly sha512: string | null
}

/**
 * The digests of a stream of any length, piece by piece, wherever there is JavaScript: a browser's own digest wants the whole file in
 * memory. Slower than the machine's own, the long one by ten times and more; on a machine, its own are used.
 * @param asked.onBytes told after each piece how many bytes there were so far
 */
export async function digestStream(
  pieces: AsyncIterable<Uint8Array>,
  asked: { readonly sha512: boolean; readonly onBytes: (bytes: number) => void },
): Promise<StreamDigests> {
  const [short, long] = [sha256.create(), asked.sha512 ? sha512.create() : null]
  let bytes = 0
  for await (const piece of pieces) {
    short.update(piece)
    long?.update(piece)
    bytes += piece.length
    asked.onBytes(bytes)
  }
  return { bytes, sha256: bytesToHex(short.digest()), sha512: long && bytesToHex(long.digest()) }
}
