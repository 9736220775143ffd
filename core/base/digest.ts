import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Lower-case hexadecimal SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, or of bytes. */
export function digestOf(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Plain data as JSON, `undefined` as null. Throws on what is no data (a function, a symbol): a bug of the caller. */
export function jsonOf(value: unknown): Json {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((item: unknown) => jsonOf(item))
  if (typeof value !== 'object') throw new Error(`not data: ${typeof value}`)
  const members: (readonly [string, unknown])[] = Object.entries(value)
  return Object.fromEntries(members.map(([key, member]) => [key, jsonOf(member)]))
}

/**
 * One JSON text for one value: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * A key whose value is `undefined` is left out, as JSON.stringify does.
 * Throws on a number that JSON cannot hold and on a lone surrogate: both are bugs of the caller.
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  if (value !== null && typeof value === 'object')
    return canonicalObject(value as { readonly [key: string]: Json })
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`not a JSON number: ${String(value)}`)
  if (typeof value === 'string') return canonicalString(value)
  return JSON.stringify(value)
}

function canonicalObject(value: { readonly [key: string]: Json | undefined }): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new Error('not well-formed Unicode: a lone surrogate')
  return JSON.stringify(text)
}
