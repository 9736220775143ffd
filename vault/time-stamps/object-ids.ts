/** Object identifiers as the hexadecimal of their contents in DER, and what they stand for. */
export const OID = {
  signedData: '2a864886f70d010702',
  /** id-ct-TSTInfo: what was signed is a time-stamp. */
  timeStampInfo: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  /** Which certificate signed: by its SHA-1 (RFC 2634), or by a digest that it names (RFC 5035). */
  signingCertificate: '2a864886f70d010910020c',
  signingCertificateV2: '2a864886f70d010910022f',
} as const

export const SHA_256 = '608648016503040201'

/** Digests under the names that Node has for them. */
export const DIGESTS: ReadonlyMap<string, string> = new Map([
  [SHA_256, 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
])

/** Signatures that name their digest themselves; where none is named, the signer's digest algorithm counts. */
export const SIGNATURES: ReadonlyMap<string, string | null> = new Map([
  ['2a864886f70d010101', null],
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
])

/** The extended use of a certificate that may sign time-stamps, and nothing else beside it (RFC 3161, section 2.3). */
export const FOR_TIME_STAMPS = '1.3.6.1.5.5.7.3.8'
