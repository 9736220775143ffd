import { canonicalJson, digestOf, ok, refuse, type Outcome } from '@corroborate/base'
import { toBase64 } from '@corroborate/ledger'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sealWhole } from './age-file.ts'
import type { MemberKeys } from './member-keys.ts'
import { digestOfStatement, signedStatement, type Signed } from './signed-statement.ts'

/** Where a sealed value belongs. It stands inside the ciphertext and, signed, beside it: a value moved elsewhere fits neither. */
export interface SealedPlace {
  readonly investigation: string
  /** The id of what the value is about: a source, an interview, an opening. */
  readonly record: string
  /** Which of its groups of fields. */
  readonly field: string
}

export interface SealedContext extends SealedPlace {
  /** From 1, without gaps. */
  readonly version: number
  /** The digest of the version before; null in the first. */
  readonly previous: string | null
  readonly author: string
  readonly time: string
}

/** Somebody a value is sealed to: a member under their id, or the investigation's identity key under `identity key`. */
export interface Recipient {
  readonly name: string
  /** `age1…` */
  readonly recipient: string
}

/** What an author signs: all that the server sees of a sealed value. */
export interface SealedStatement extends SealedContext {
  /** The digest of the author's card of that time. */
  readonly authorCard: string
  readonly recipients: readonly Recipient[]
  /** SHA-256 of the age file, hexadecimal. */
  readonly ciphertext: string
}

/** A sealed value as it is kept. */
export interface SealedRecord extends Signed<SealedStatement> {
  /** An age file, Base 64. */
  readonly file: string
}

/** What is inside the age file, as canonical JSON followed by spaces. */
export interface SealedContent extends SealedContext {
  /** 32 random bytes, hexadecimal: two equal values are not seen to be equal, nor found by guessing. */
  readonly salt: string
  readonly value: string
}

export type SealFault = 'no-recipient' | 'lone-surrogate' | 'too-long'

/** The one field of an opening: the value, sealed again to whoever asked. */
export const COPY = 'copy'
/** The one field of a text: the words for which its tokens stand. */
export const ORIGINAL = 'original'

/** Steps in which lengths are seen. "Ali" and a name of sixty letters look the same. */
const STEP_BYTES = 1024
/** What is longer is sealed as a stream. */
const MOST_BYTES = 1024 * 1024

/** Who seals: the keys, and the digest of the card that the directory has of them. */
export interface Author {
  readonly keys: MemberKeys
  readonly card: string
}

/**
 * Seals a value: padded to whole KiB, encrypted to the recipients with age, and signed with its context by its author.
 * Refuses with `no-recipient` (nobody could ever open it), `lone-surrogate` (half a letter, which no encoding of text can carry) or
 * `too-long` (over 1 MiB). Any other text comes back exactly, empty or invisible ones too.
 */
export async function sealValue(
  value: string,
  context: SealedContext,
  { author, recipients }: { readonly author: Author; readonly recipients: readonly Recipient[] },
): Promise<Outcome<SealedRecord, SealFault>> {
  if (recipients.length === 0) return refuse('no-recipient', 'there is nobody to seal it to')
  if (!value.isWellFormed())
    return refuse('lone-surrogate', 'the text holds half of a letter, which cannot be kept')
  const plain =
    value.length > MOST_BYTES ? null : padded({ ...context, salt: bytesToHex(randomBytes(32)), value })
  if (plain === null || plain.length > MOST_BYTES)
    return refuse(
      'too-long',
      `a sealed value has at most ${MOST_BYTES} bytes with its padding: seal a file instead`,
    )
  const file = await sealWhole(
    plain,
    recipients.map(({ recipient }) => recipient),
  )
  const statement: SealedStatement = {
    ...contextOf(context),
    authorCard: author.card,
    recipients: recipients.map(({ name, recipient }) => ({ name, recipient })),
    ciphertext: digestOf(file),
  }
  return ok({ ...(await signedStatement('sealed record', statement, author.keys)), file: toBase64(file) })
}

/** The digest by which the next version names this one. */
export function digestOfSealed(sealed: Signed<SealedStatement>): string {
  return digestOfStatement('sealed record', sealed.statement)
}

export function contextOf(from: SealedContext): SealedContext {
  const { investigation, record, field, version, previous, author, time } = from
  return { investigation, record, field, version, previous, author, time }
}

function padded({ salt, value, ...context }: SealedContent): Uint8Array {
  return inSteps(utf8ToBytes(canonicalJson({ ...contextOf(context), salt, value })))
}

/** Filled with spaces to whole steps. */
export function inSteps(written: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(written.length / STEP_BYTES) * STEP_BYTES).fill(0x20)
  bytes.set(written)
  return bytes
}
