import { canonicalJson, digestOf, jsonOf } from '@corroborate/base'
import { fromBase64, toBase64 } from '@corroborate/ledger'
import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex } from './hex.ts'

/** What a statement is about. It stands before the signed text, so that a signature under one kind is none under another. */
export type StatementKind = 'member card' | 'comparison' | 'custodians' | 'sealed record'

/** A statement and the Ed25519 signature over it (Base 64). Not to be believed before `isSigned`. */
export interface Signed<Statement> {
  readonly statement: Statement
  readonly signature: string
}

/** Signs plain data with the 32 secret bytes of a key (hexadecimal). Throws on what canonical JSON cannot hold, a bug of the caller. */
export function signStatement<Statement>(
  kind: StatementKind,
  statement: Statement,
  seed: string,
): Signed<Statement> {
  return { statement, signature: toBase64(ed25519.sign(messageOf(kind, statement), fromHex(seed))) }
}

/** Whether this key (hexadecimal) signed it as this kind, by the strict rule of RFC 8032. */
export function isSigned(kind: StatementKind, signed: Signed<unknown>, signing: string): boolean {
  const signature = fromBase64(signed.signature)
  if (signature?.length !== 64 || !/^[0-9a-f]{64}$/.test(signing)) return false
  const message = messageOf(kind, signed.statement)
  return ed25519.verify(signature, message, fromHex(signing), { zip215: false })
}

/** The digest by which a later statement names this one: of the statement alone, which is what its signer meant. */
export function digestOfStatement(kind: StatementKind, statement: unknown): string {
  return digestOf(messageOf(kind, statement))
}

function messageOf(kind: StatementKind, statement: unknown): Uint8Array {
  return utf8ToBytes(`corroborate ${kind} 1\n${canonicalJson(jsonOf(statement))}`)
}
