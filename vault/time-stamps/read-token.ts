import { ok, refuse, type Outcome } from '@corroborate/base'
import { integerInHex, partsOf, readDer, soleDer, TAG, type Der } from './der.ts'
import { DIGESTS, OID, SIGNATURES } from './object-ids.ts'

/** What a token of an authority says, and what it says it with. Nothing of it is verified yet. */
export interface Token {
  /** The digest that was stamped, under the name that Node has for its algorithm. */
  readonly stamped: { readonly algorithm: string; readonly digest: Uint8Array }
  /** When, by the authority's clock: ISO 8601. */
  readonly at: string
  /** Hexadecimal; null where the request had none. */
  readonly nonce: string | null
  readonly certificates: readonly Uint8Array[]
  readonly info: Uint8Array
  readonly signer: TokenSigner
}

export interface TokenSigner {
  /** The digest of the attributes, and of what was signed, by its name in Node. */
  readonly algorithm: string
  readonly signatureAlgorithm: string
  /** The attributes as they were signed: a set. */
  readonly attributes: Uint8Array
  readonly contentType: string | null
  readonly messageDigest: Uint8Array | null
  /** The digest of the certificate that signed, by the algorithm of that name. */
  readonly certificate: { readonly algorithm: string; readonly digest: Uint8Array } | null
  readonly signature: Uint8Array
}

/** The token out of an authority's answer. `refused`: the authority would not, with its words. */
export function tokenOfResponse(bytes: Uint8Array): Outcome<Uint8Array, 'refused' | 'malformed'> {
  const [status, token, ...rest] = partsOf(soleDer(bytes, TAG.sequence) ?? undefined, TAG.sequence) ?? []
  const [code, words] = partsOf(status, TAG.sequence) ?? []
  if (code?.tag !== TAG.integer || rest.length > 0) return malformed('it is no answer of an authority')
  const granted = code.content.length === 1 && (code.content[0] ?? 9) <= 1
  if (!granted) return refuse('refused', `the authority refused: ${wordsOf(words) || 'it does not say why'}`)
  return token ? ok(token.whole) : malformed('it was granted, and no token is in it')
}

function wordsOf(words: Der | undefined): string {
  const parts = partsOf(words, TAG.sequence) ?? []
  return parts.map(({ content }) => new TextDecoder().decode(content)).join('; ')
}

/** A token from its bytes. @see RFC 3161, section 2.4.2; RFC 5652, section 5 */
export function readToken(bytes: Uint8Array): Outcome<Token, 'malformed'> {
  const [type, explicit] = partsOf(soleDer(bytes, TAG.sequence) ?? undefined, TAG.sequence) ?? []
  if (oidOf(type) !== OID.signedData) return malformed('it is no signed data')
  const [signed] = partsOf(explicit, TAG.first) ?? []
  const parts = partsOf(signed, TAG.sequence) ?? []
  const info = infoIn(parts[2])
  const said = info && stampIn(info)
  const signers = partsOf(parts.at(-1), TAG.set) ?? []
  const signer = signers.length === 1 ? signerIn(signers[0]) : null
  const certificates = parts.slice(3, -1).find(({ tag }) => tag === TAG.first)
  if (!info || !said) return malformed('it holds no time-stamp')
  if (!signer) return malformed('its signer cannot be read')
  const held = certificates ? readDer(certificates.content) : null
  return ok({ ...said, info, signer, certificates: (held ?? []).map(({ whole }) => whole) })
}

function infoIn(content: Der | undefined): Uint8Array | null {
  const [type, explicit] = partsOf(content, TAG.sequence) ?? []
  const [octets] = partsOf(explicit, TAG.first) ?? []
  return oidOf(type) === OID.timeStampInfo && octets?.tag === TAG.octets ? octets.content : null
}

function stampIn(info: Uint8Array): Pick<Token, 'stamped' | 'at' | 'nonce'> | null {
  const [version, , imprint, , time, ...optional] =
    partsOf(soleDer(info, TAG.sequence) ?? undefined, TAG.sequence) ?? []
  const [algorithm, digest] = partsOf(imprint, TAG.sequence) ?? []
  const name = digestNamed(algorithm)
  const at = time?.tag === TAG.time ? instantOf(new TextDecoder().decode(time.content)) : null
  if (version?.tag !== TAG.integer || !name || digest?.tag !== TAG.octets || at === null) return null
  const nonce = optional.find(({ tag }) => tag === TAG.integer)
  return {
    stamped: { algorithm: name, digest: digest.content },
    at,
    nonce: nonce ? integerInHex(nonce.content) : null,
  }
}

/** `20170207093000.25Z` as ISO 8601; DER writes no zone but this, and no zero at the end of a fraction. */
function instantOf(time: string): string | null {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(time)
  if (!found) return null
  const [, year, month, day, hour, minute, second, part = ''] = found
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${part}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

function signerIn(info: Der | undefined): TokenSigner | null {
  const [, , digestAlgorithm, attributes, signatureAlgorithm, signature] = partsOf(info, TAG.sequence) ?? []
  const algorithm = digestNamed(digestAlgorithm)
  const named = SIGNATURES.get(oidOf(partsOf(signatureAlgorithm, TAG.sequence)?.[0]) ?? '')
  const parts = partsOf(attributes, TAG.first)
  if (!algorithm || named === undefined || !attributes || !parts || signature?.tag !== TAG.octets) return null
  const valueOf = (oid: string) => attributeIn(parts, oid)
  return {
    algorithm,
    signatureAlgorithm: named ?? algorithm,
    // They are signed as a set, and stand in the token under a tag of their own (RFC 5652, section 5.4).
    attributes: Uint8Array.from([TAG.set, ...attributes.whole.subarray(1)]),
    contentType: oidOf(valueOf(OID.contentType)),
    messageDigest: octetsOf(valueOf(OID.messageDigest)),
    certificate:
      certificateIn(valueOf(OID.signingCertificateV2), 'sha256') ??
      certificateIn(valueOf(OID.signingCertificate), 'sha1'),
    signature: signature.content,
  }
}

/** The only value of an attribute that is there once. */
function attributeIn(attributes: readonly Der[], oid: string): Der | undefined {
  const found = attributes
    .map((attribute) => partsOf(attribute, TAG.sequence) ?? [])
    .filter(([type]) => oidOf(type) === oid)
  const values = found.length === 1 ? partsOf(found[0]?.[1], TAG.set) : null
  return values?.length === 1 ? values[0] : undefined
}

/** The first certificate that is named is the one that signed. An algorithm of its own stands before the digest. */
function certificateIn(attribute: Der | undefined, usual: string): TokenSigner['certificate'] {
  const [ids] = partsOf(attribute, TAG.sequence) ?? []
  const [first] = partsOf(ids, TAG.sequence) ?? []
  const parts = partsOf(first, TAG.sequence) ?? []
  const [before, after] = parts
  const own = usual === 'sha256' && before?.tag === TAG.sequence ? digestNamed(before) : usual
  const digest = octetsOf(before?.tag === TAG.octets ? before : after)
  return own && digest ? { algorithm: own, digest } : null
}

function digestNamed(algorithm: Der | undefined): string | null {
  return DIGESTS.get(oidOf(partsOf(algorithm, TAG.sequence)?.[0]) ?? '') ?? null
}

function oidOf(value: Der | undefined): string | null {
  return value?.tag === TAG.oid ? Buffer.from(value.content).toString('hex') : null
}

function octetsOf(value: Der | undefined): Uint8Array | null {
  return value?.tag === TAG.octets ? value.content : null
}

function malformed(detail: string) {
  return refuse<'malformed'>('malformed', detail)
}
