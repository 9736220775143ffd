import { bytesToHex } from '@noble/hashes/utils.js'

/** One value of DER: its tag, what it holds, and the bytes of the whole. */
export interface Der {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

/** The tags that time-stamps are made of. */
export const TAG = {
  ...{
    boolean: 0x01,
    integer: 0x02,
    octets: 0x04,
    none: 0x05,
    oid: 0x06,
    time: 0x18,
    sequence: 0x30,
    set: 0x31,
  },
  /** `[0]`, with a value inside or in place of one. */
  first: 0xa0,
} as const

/**
 * The values that stand one after the other in these bytes; null where they are no DER: a length that is not written in its shortest
 * form, has no end, or reaches past the bytes.
 * @see ITU-T X.690 (2021), sections 8.1 and 10.1
 */
export function readDer(bytes: Uint8Array): readonly Der[] | null {
  const values: Der[] = []
  for (let at = 0; at < bytes.length;) {
    const value = valueAt(bytes, at)
    if (value === null) return null
    values.push(value)
    at += value.whole.length
  }
  return values
}

/** The one value that these bytes are, if they are one of this tag. */
export function soleDer(bytes: Uint8Array, tag: number): Der | null {
  const values = readDer(bytes)
  return values?.length === 1 && values[0]?.tag === tag ? values[0] : null
}

/** What a value of this tag is made of; null where it is of another, or not made of DER. */
export function partsOf(value: Der | undefined, tag: number): readonly Der[] | null {
  return value?.tag === tag ? readDer(value.content) : null
}

/** Lengths of up to four bytes: more than any time-stamp has. */
const MOST_LENGTH_BYTES = 4

function valueAt(bytes: Uint8Array, at: number): Der | null {
  const tag = bytes[at]
  const first = bytes[at + 1]
  // Tags of more than one byte do not occur here.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null
  const lengthBytes = first < 0x80 ? 0 : first - 0x80
  if (first === 0x80 || lengthBytes > MOST_LENGTH_BYTES) return null
  let length = lengthBytes === 0 ? first : 0
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[at + 2 + i] ?? Number.NaN)
  const from = at + 2 + lengthBytes
  if (!(from + length <= bytes.length) || lengthBytes !== lengthBytesOf(length)) return null
  return { tag, content: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length) }
}

function lengthBytesOf(length: number): number {
  if (length < 0x80) return 0
  return Math.ceil((32 - Math.clz32(length)) / 8)
}

/** A value of DER with these contents, one after the other. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  const lengthBytes = lengthBytesOf(content.length)
  const length =
    lengthBytes === 0
      ? [content.length]
      : [0x80 + lengthBytes, ...bigEndian(content.length).slice(-lengthBytes)]
  return new Uint8Array(Buffer.concat([Uint8Array.from([tag, ...length]), content]))
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

/** The bytes of a whole number that is not negative, in hexadecimal, without the zeros that DER writes before them or leaves out. */
export function integerInHex(bytes: Uint8Array): string {
  return bytesToHex(bytes).replace(/^(00)+(?=..)/, '')
}

/** A whole number that is not negative, from its bytes, the highest first. */
export function writeInteger(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0)
  const shortest = from < 0 ? Uint8Array.of(0) : bytes.subarray(from)
  const sign = (shortest[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array()
  return writeDer(TAG.integer, sign, shortest)
}
