import { ok, refuse, type Outcome } from '@corroborate/base'
import { readToken } from './read-token.ts'
import { verifyToken, type TokenFault } from './verify-token.ts'

/**
 * How whoever verifies a package reads its tokens: with the certificates that he believes, all that can be told offline; without, that the
 * token is on this digest, and nothing of who made it.
 * @param roots in PEM; null where none are at hand
 */
export function checkToken(
  roots: string | null,
): (
  token: Uint8Array,
  digest: Uint8Array,
) => Outcome<{ readonly at: string; readonly authority: string | null }, TokenFault> {
  if (roots !== null) return (token, digest) => verifyToken(token, { digest, roots })
  return (bytes, digest) => {
    const token = readToken(bytes)
    if (!token.ok) return token
    const { stamped, at } = token.value
    return stamped.algorithm === 'sha256' && Buffer.from(digest).equals(stamped.digest)
      ? ok({ at, authority: null })
      : refuse('other-digest', 'it stamps another digest')
  }
}
