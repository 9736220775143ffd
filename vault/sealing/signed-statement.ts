import { canonicalJson, digestOf, jsonOf } from '@corroborate/base'
import { fromBase64, toBase64 } from '@corroborate/ledger'
import { ed25519 } from '@noble/curves/ed25519.js'
import { fromHex } from './hex.ts'
import type { MemberKeys } from './member-keys.ts'
import { isSignedOnPlatform, signOnPlatform } from './platform-ed25519.ts'

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

/** The same signature, for whoever makes a thousand and can wait. */
export async function signedStatement<Statement>(
  kind: StatementKind,
  statement: Statement,
  keys: Pick<MemberKeys, 'seed'>,
): Promise<Signed<Statement>> {
  return { statement, signature: toBase64(await signOnPlatform(messageOf(kind, statement), keys)) }
}

/** Whether this key (hexadecimal) signed it as this kind, by the strict rule of RFC 8032. */
export function isSigned(kind: StatementKind, signed: Signed<unknown>, signing: string): boolean {
  const signature = signatureOf(signed, signing)
  if (!signature) return false
  return ed25519.verify(signature, messageOf(kind, signed.statement), fromHex(signing), { zip215: false })
}

/** The same, for whoever asks of a thousand and can wait. */
export async function isFoundSigned(
  kind: StatementKind,
  signed: Signed<unknown>,
  signing: string,
): Promise<boolean> {
  const signature = signatureOf(signed, signing)
  return signature !== null && isSignedOnPlatform(signature, messageOf(kind, signed.statement), signing)
}

/** The digest by which a later statement names this one: of the statement alone, which is what its signer meant. */
export function digestOfStatement(kind: StatementKind, statement: unknown): string {
  return digestOf(messageOf(kind, statement))
}

/** Null where it is none, or the key is none. */
function signatureOf({ signature }: Signed<unknown>, signing: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64(signature)
  return bytes?.length === 64 && /^[0-9a-f]{64}$/.test(signing) ? bytes : null
}

function messageOf(kind: StatementKind, statement: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`corroborate ${kind} 1\n${canonicalJson(jsonOf(statement))}`)
}
