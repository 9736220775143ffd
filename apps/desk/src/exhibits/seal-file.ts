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

/** Seals a file of any length to those who may open identities, with so many hands, and digests it as it was sealed. */
export async function sealFile(
  file: Blob,
  recipients: readonly Recipient[],
  { hands, onBytes }: { readonly hands?: readonly Hand[]; readonly onBytes: (bytes: number) => void },
): Promise<SealedFile> {
  const { ciphertext, header } = await sealStream(file, recipients, hands)
  const parts: Blob[] = []
  const digests = await digestStream(putAway(ciphertext, parts), { sha512: false, onBytes })
  return { file: new Blob(parts), digests, header }
}

/** What comes, each piece put away before it is given on: the browser keeps what a Blob holds elsewhere than in the memory of the page. */
async function* putAway(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  parts: Blob[],
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    parts.push(new Blob([piece]))
    yield piece
  }
}
