import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { valueOf } from '@corroborate/base'
import type { ExhibitFiles, Taken } from './exhibit-files.ts'

/**
 * Takes a file into the store as its bytes go by to somebody else. Each waits for the other: neither runs ahead by more than a piece.
 * @param keep told of the file once all of it went by; a stream that ends before leaves nothing in the store
 */
export async function* takenBeside(
  files: Pick<ExhibitFiles, 'take'>,
  bytes: AsyncIterable<Uint8Array>,
  keep: (taken: Taken) => void,
): AsyncGenerator<Uint8Array> {
  const aside = new PassThrough()
  const taking = files.take(aside, { digests: null, atRest: 'encrypted' })
  // What goes wrong is told at the next piece, or at the end.
  taking.catch(() => undefined)
  let isWhole = false
  try {
    for await (const piece of bytes) {
      if (!aside.write(piece)) await Promise.race([once(aside, 'drain'), taking])
      yield piece
    }
    isWhole = true
  } finally {
    if (isWhole) {
      aside.end()
      keep(valueOf(await taking))
    } else {
      aside.destroy()
      await taking.catch(() => undefined)
    }
  }
}
