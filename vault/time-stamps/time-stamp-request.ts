import { SHA_256 } from './object-ids.ts'
import { TAG, writeDer, writeInteger } from './der.ts'

/** The media types in which an authority is asked and answers (RFC 3161, section 3.4). */
export const REQUEST_TYPE = 'application/timestamp-query'

/**
 * The request for a time-stamp on a SHA-256: nothing of what was digested leaves with it. The certificates are asked for, so that the
 * answer can be verified when the authority is gone.
 * @param nonce random bytes, so that an old answer cannot be given for a new question
 * @see RFC 3161, section 2.4.1
 */
export function timeStampRequest({
  digest,
  nonce,
}: {
  readonly digest: Uint8Array
  readonly nonce: Uint8Array
}): Uint8Array {
  const algorithm = writeDer(TAG.sequence, writeDer(TAG.oid, Buffer.from(SHA_256, 'hex')), writeDer(TAG.none))
  return writeDer(
    TAG.sequence,
    writeInteger(Uint8Array.of(1)),
    writeDer(TAG.sequence, algorithm, writeDer(TAG.octets, digest)),
    writeInteger(nonce),
    writeDer(TAG.boolean, Uint8Array.of(0xff)),
  )
}
