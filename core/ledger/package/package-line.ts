import { canonicalJson, type Json } from '@corroborate/base'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fieldsOf, lineOf, WITHHELD, type Withheld } from './about-package.ts'
import type { Entry } from '../entry.ts'

/**
 * One line of the ledger in a package. Every leaf of the tree is there, so that the tree is reckoned anew and silence is seen: what is
 * withheld shows its hash and a class of reasons, and nothing else.
 */
export type PackageLine =
  | {
      readonly kind: 'given'
      readonly entry: Entry
      /** What the entry committed to; null where it was erased, or says more than the package gives out. */
      readonly content: { readonly json: Json; readonly salt: Uint8Array } | null
    }
  | { readonly kind: 'withheld'; readonly sequence: number; readonly hash: string; readonly reason: Withheld }

export function writeLine(line: PackageLine): string {
  if (line.kind === 'withheld') {
    const { sequence, hash, reason } = line
    return canonicalJson({ sequence, hash, withheld: reason })
  }
  const { sequence, time, actor, act, subject, commitment, previous, hash } = line.entry
  const entry = { sequence, time, actor, act, subject, commitment, previous, hash }
  return canonicalJson(
    line.content === null
      ? { entry }
      : { entry, content: line.content.json, salt: bytesToHex(line.content.salt) },
  )
}

/** A line from its text, nothing of it verified; null when it is none. */
export function readLine(text: string): PackageLine | null {
  const fields = fieldsOf(lineOf(text))
  if (!fields) return null
  if (fields.withheld === undefined) return givenLine(fields)
  const reason = WITHHELD.find((known) => known === fields.withheld)
  const { sequence, hash } = fields
  return reason !== undefined && typeof sequence === 'number' && isHash(hash)
    ? { kind: 'withheld', sequence, hash, reason }
    : null
}

function givenLine(fields: Readonly<Record<string, Json | undefined>>): PackageLine | null {
  const entry = entryOf(fields.entry)
  if (!entry) return null
  if (fields.content === undefined) return { kind: 'given', entry, content: null }
  const { content, salt } = fields
  return typeof salt === 'string' && /^([0-9a-f]{2})+$/.test(salt)
    ? { kind: 'given', entry, content: { json: content, salt: hexToBytes(salt) } }
    : null
}

function entryOf(value: Json | undefined): Entry | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const { sequence, time, actor, act, subject, commitment, previous, hash } = fields
  if (typeof sequence !== 'number' || !isHash(commitment) || !isHash(previous) || !isHash(hash)) return null
  if (typeof time !== 'string' || typeof actor !== 'string' || typeof act !== 'string') return null
  return typeof subject === 'string'
    ? { sequence, time, actor, act, subject, commitment, previous, hash }
    : null
}

function isHash(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
