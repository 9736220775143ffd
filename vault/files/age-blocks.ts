/**
 * The same bytes in blocks of one size, of which only the last may be shorter. A block is given out when it is known whether more follows.
 * No bytes at all are one empty block. Where a block lies within one piece it is a view of it and not copied: whoever gives the pieces must
 * leave them as they are.
 */
export async function* blocksOf(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly block: Uint8Array; readonly last: boolean }> {
  let block: Uint8Array = new Uint8Array(0)
  for await (const piece of bytes)
    for (let at = 0; at < piece.length;) {
      if (block.length === size) {
        yield { block, last: false }
        block = new Uint8Array(0)
      }
      const more = piece.subarray(at, at + size - block.length)
      block = block.length === 0 ? more : Buffer.concat([block, more])
      at += more.length
    }
  yield { block, last: true }
}
