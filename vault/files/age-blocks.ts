/**
 * The same bytes in blocks of one size, of which only the last may be shorter. A block is given out when it is known whether more
 * follows. No bytes at all are one empty block.
 */
export async function* blocksOf(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly block: Uint8Array; readonly last: boolean }> {
  let block = Buffer.allocUnsafe(size)
  let filled = 0
  for await (const piece of bytes)
    for (let at = 0; at < piece.length;) {
      if (filled === size) {
        yield { block, last: false }
        block = Buffer.allocUnsafe(size)
        filled = 0
      }
      const taken = Math.min(size - filled, piece.length - at)
      block.set(piece.subarray(at, at + taken), filled)
      filled += taken
      at += taken
    }
  yield { block: block.subarray(0, filled), last: true }
}
