import { digestStream, type StreamDigests } from '@corroborate/base'
import { sealStream, type Hand, type Recipient } from '@corroborate/vault/sealing'

/** A file as it is sent once it was sealed. */
export interface SealedFile {
  readonly file: Blob
  /** Of the ciphertext. */
  readonly digests: StreamDigests
  /** The digest of its age header, which belongs into a sealed value of the exhibit. */
  readonly header: string
}

/** As much as lies in memory at a time: the browser keeps what a Blob holds elsewhere, and it is ciphertext. */
const PIECE = 4 * 1024 * 1024

/** Seals a file of any length to those who may open identities, with so many hands, and digests it as it was sealed. */
export async function sealFile(
  file: Blob,
  recipients: readonly Recipient[],
  { hands, onBytes }: { readonly hands?: readonly Hand[]; readonly onBytes: (bytes: number) => void },
): Promise<SealedFile> {
  const { ciphertext, header } = await sealStream(file.stream(), recipients, hands)
  const parts: Blob[] = []
  const digests = await digestStream(keptPieces(ciphertext, parts), { sha512: false, onBytes })
  return { file: new Blob(parts), digests, header }
}

/** What comes, in large pieces, each of which was put away before it is given on. */
async function* keptPieces(stream: ReadableStream<Uint8Array>, parts: Blob[]): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  let piece = new Uint8Array(PIECE)
  let length = 0
  for (;;) {
    const { done, value = new Uint8Array() } = await reader.read()
    if (length > 0 && (done || length + value.length > PIECE)) {
      const full = piece.subarray(0, length)
      parts.push(new Blob([full]))
      yield full
      length = 0
    }
    if (done) return
    if (value.length > piece.length) piece = new Uint8Array(value.length)
    piece.set(value, length)
    length += value.length
  }
}
