import { createHash, verify, X509Certificate } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { integerInHex } from './der.ts'
import { FOR_TIME_STAMPS, OID } from './object-ids.ts'
import { readToken, type Token } from './read-token.ts'

/** What is proven by a token: that this digest was there at that time, if the authority is believed. */
export interface TimeStamp {
  /** By the authority's clock: ISO 8601. */
  readonly at: string
  /** The subject of the certificate that signed, on one line. */
  readonly authority: string
}

export type TokenFault =
  | 'malformed'
  | 'other-digest'
  | 'other-question'
  | 'not-signed'
  | 'not-for-time-stamps'
  | 'unknown-authority'
  | 'expired'

/**
 * Verifies a token without asking anybody: the digest is the one that was stamped, the signature is over it, by a certificate that may
 * sign time-stamps, and its chain ends in one of these roots, each certificate being valid at the time of the stamp. Whether a
 * certificate was revoked since cannot be seen offline.
 * @param asked.digest the SHA-256 of what was stamped
 * @param asked.nonce the one of the request, while it is at hand
 * @param asked.roots the certificates that are believed, in PEM, one after the other
 * @see RFC 3161, sections 2.2 and 2.3; RFC 5035
 */
export function verifyToken(
  bytes: Uint8Array,
  asked: { readonly digest: Uint8Array; readonly nonce?: Uint8Array; readonly roots: string },
): Outcome<TimeStamp, TokenFault> {
  const token = readToken(bytes)
  if (!token.ok) return token
  const { stamped, at, nonce } = token.value
  if (stamped.algorithm !== 'sha256' || !Buffer.from(asked.digest).equals(stamped.digest))
    return refuse(
      'other-digest',
      `it stamps ${bytesToHex(stamped.digest)}, and this is ${bytesToHex(asked.digest)}`,
    )
  if (asked.nonce && nonce !== integerInHex(asked.nonce))
    return refuse('other-question', 'it answers another request than ours')
  const signer = signerOf(token.value)
  if (!signer.ok) return signer
  const chain = chainTo(asked.roots, signer.value, certificatesOf(token.value))
  if (!chain.ok) return chain
  const late = chain.value.find((certificate) => !validAt(certificate, at))
  if (late)
    return refuse(
      'expired',
      `at ${at} the certificate of ${nameOf(late)} was not valid: it is from ${late.validFrom} to ${late.validTo}`,
    )
  return ok({ at, authority: nameOf(signer.value) })
}

function signerOf(token: Token): Outcome<X509Certificate, 'not-signed' | 'not-for-time-stamps'> {
  const { signer, info } = token
  const digest = createHash(signer.algorithm).update(info).digest()
  if (
    signer.contentType !== OID.timeStampInfo ||
    !signer.messageDigest ||
    !digest.equals(signer.messageDigest)
  )
    return refuse('not-signed', 'what was signed is not what it says')
  const named = certificatesOf(token).find((certificate) => isNamed(certificate, signer.certificate))
  if (!named) return refuse('not-signed', 'the certificate that signed is not in it')
  // Other kinds of keys take no digest by name, and no authority that is known has one.
  const readable = ['rsa', 'ec'].includes(named.publicKey.asymmetricKeyType ?? '')
  if (!readable || !verify(signer.signatureAlgorithm, signer.attributes, named.publicKey, signer.signature))
    return refuse('not-signed', `the signature is not that of ${nameOf(named)}`)
  // Node calls the extended uses so, and has none where there are none.
  return String(named.keyUsage) === FOR_TIME_STAMPS
    ? ok(named)
    : refuse('not-for-time-stamps', `the certificate of ${nameOf(named)} is not one for time-stamps alone`)
}

function isNamed(certificate: X509Certificate, named: Token['signer']['certificate']): boolean {
  return named !== null && createHash(named.algorithm).update(certificate.raw).digest().equals(named.digest)
}

/** A root, and a certificate that it signed, and so on: longer chains are not met. */
const LONGEST = 8

function chainTo(
  roots: string,
  signer: X509Certificate,
  held: readonly X509Certificate[],
): Outcome<readonly X509Certificate[], 'unknown-authority'> {
  const believed = rootsIn(roots)
  const chain = [signer]
  while (chain.length <= LONGEST) {
    const last = chain.at(-1) ?? signer
    if (chain.length > 1 && believed.some((root) => root.fingerprint256 === last.fingerprint256))
      return ok(chain)
    const issuer = [...believed, ...held].find((one) => one.ca && signedBy(last, one))
    if (!issuer || chain.includes(issuer)) break
    chain.push(issuer)
  }
  return refuse('unknown-authority', `nobody whom you believe stands behind ${nameOf(signer)}`)
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function validAt(certificate: X509Certificate, at: string): boolean {
  const time = Date.parse(at)
  return Date.parse(certificate.validFrom) <= time && time <= Date.parse(certificate.validTo)
}

function certificatesOf(token: Token): readonly X509Certificate[] {
  return token.certificates.flatMap((bytes) => certificateFrom(bytes) ?? [])
}

/** Every certificate of a text in PEM. */
export function rootsIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  return blocks.flatMap((block) => certificateFrom(block) ?? [])
}

function certificateFrom(bytes: Uint8Array | string): X509Certificate | null {
  try {
    return new X509Certificate(bytes)
  } catch {
    return null
  }
}

function nameOf(certificate: X509Certificate): string {
  return certificate.subject.replaceAll('\n', ', ')
}
