import { digestStream } from '@corroborate/base'

/** Digests the file that it is sent, beside the page, and says how far it is. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data instanceof File) void digest(data)
})

async function digest(file: File): Promise<void> {
  try {
    const onBytes = (bytes: number) => postMessage({ bytes })
    const digests = await digestStream(piecesOf(file), { sha512: true, onBytes })
    postMessage({ prepared: { file, digests } })
  } catch (error) {
    postMessage({ failed: error instanceof Error ? error.message : String(error) })
  }
}

/** Large pieces: each is a message to the page. */
const PIECE = 4 * 1024 * 1024

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
}
