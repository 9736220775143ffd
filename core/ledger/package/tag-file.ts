import { ok, refuse, type Outcome } from '@corroborate/base'

/** What `bagit.txt` says. */
export interface BagDeclaration {
  /** `[1, 0]`. */
  readonly version: readonly [number, number]
  readonly encoding: string
}

export type TagFault = 'not-a-bag' | 'byte-order-mark' | 'encoding'

/** Encodings that bags were written in, by the name that TextDecoder has for them. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'iso-8859-1': 'iso-8859-1',
  'us-ascii': 'utf-8',
}
const NEWEST = 1

/**
 * The declaration that makes a folder a bag: two lines, UTF-8, no byte order mark.
 * @see RFC 8493, section 2.1.1
 */
export function readDeclaration(bytes: Uint8Array): Outcome<BagDeclaration, TagFault> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb)
    return refuse('byte-order-mark', 'bagit.txt begins with a byte order mark, which it may not have')
  const text = decoded(bytes, 'utf-8')
  const [, major = '', minor = '', encoding = ''] =
    /^BagIt-Version: (\d+)\.(\d+)[ \t]*\r?\nTag-File-Character-Encoding: ([!-~]+)\s*$/.exec(text ?? '') ?? []
  if (encoding === '')
    return refuse(
      'not-a-bag',
      'bagit.txt is not the two lines "BagIt-Version: M.N" and "Tag-File-Character-Encoding: …"',
    )
  if (Number(major) > NEWEST)
    return refuse('not-a-bag', `BagIt ${major}.${minor} is not known here; 1.0 is the last that is`)
  return ok({ version: [Number(major), Number(minor)], encoding })
}

/** The text of a tag file in the encoding that `bagit.txt` declares. A mark of byte order at its head is no part of the text. */
export function readTagText(name: string, bytes: Uint8Array, encoding: string): Outcome<string, TagFault> {
  const known = ENCODINGS[encoding.toLowerCase()]
  if (known === undefined)
    return refuse('encoding', `bagit.txt says that tag files are in ${encoding}, which is not known here`)
  const bigEndian = known === 'utf-16le' && bytes[0] === 0xfe && bytes[1] === 0xff
  const text = decoded(bytes, bigEndian ? 'utf-16be' : known)
  return text === null ? refuse('encoding', `${name} is not ${encoding}, as bagit.txt says`) : ok(text)
}

/** The first value of a label in `bag-info.txt`, whatever its letters' case; null when it has none. */
export function labelled(info: string, label: string): string | null {
  const wanted = label.toLowerCase()
  for (const line of info.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === wanted) return line.slice(colon + 1).trim()
  }
  return null
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
