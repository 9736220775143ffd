import { ok, refuse, type Outcome } from '@corroborate/base'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../base64.ts'
import { cosignedMessage, splitCosignature } from './cosigned-message.ts'
import {
  hasControls,
  isKeyName,
  isSignedBy,
  shownKey,
  uint32Of,
  type Signer,
  type VerifierKey,
} from './verifier-key.ts'

/** One line of signature, of a key that may or may not be known. */
export interface NoteSignature {
  readonly name: string
  readonly id: number
  /** What follows the id: 64 bytes of Ed25519, 72 of a cosignature, anything of other types. */
  readonly bytes: Uint8Array
}

/** A text and who signed it: not to be believed before `openNote`. */
export interface SignedNote {
  /** With its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** A signature that was verified. */
export interface Signed {
  readonly key: VerifierKey
  /** When a cosigner says that it signed: POSIX seconds. Null for a plain signature, which says nothing of time. */
  readonly time: bigint | null
}

export interface OpenedNote {
  readonly text: string
  readonly signed: readonly [Signed, ...Signed[]]
  /** Signatures of keys that nobody here knows: passed over, as the specification asks. */
  readonly unknown: number
}

export type NoteFault = 'malformed-note' | 'too-many-signatures'
export type OpenFault = 'bad-signature' | 'ambiguous-key' | 'no-known-signature'

/** The specification asks for 16 at least; a note of more is not read, so that nobody is made to verify for hours. */
const MOST_SIGNATURES = 100
const DASH = '—'

/**
 * A note as its text and its signature lines, none of them verified.
 * @see C2SP signed-note v1.0.0, "Format"
 */
export function parseNote(written: string): Outcome<SignedNote, NoteFault> {
  if (!written.isWellFormed() || hasControls(written))
    return refuse('malformed-note', 'a note is UTF-8 without control characters, with plain newlines')
  const split = written.lastIndexOf('\n\n')
  if (split < 0 || !written.endsWith('\n'))
    return refuse(
      'malformed-note',
      'a note is a text, an empty line, and lines of signatures, each with its newline',
    )
  const lines = written.slice(split + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES)
    return refuse(
      'too-many-signatures',
      `the note has ${lines.length} signatures, and at most ${MOST_SIGNATURES} are read`,
    )
  const signatures: NoteSignature[] = []
  for (const [i, line] of lines.entries()) {
    const signature = signatureOf(line)
    if (!signature)
      return refuse('malformed-note', `line ${i + 1} of the signatures is not a dash, a name and Base 64`)
    signatures.push(signature)
  }
  return ok({ text: written.slice(0, split + 1), signatures })
}

function signatureOf(line: string): NoteSignature | null {
  const [dash, name = '', written = '', ...rest] = line.split(' ')
  const bytes = fromBase64(written)
  if (dash !== DASH || rest.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5) return null
  return { name, id: uint32Of(bytes), bytes: bytes.slice(4) }
}

/** Throws when it would write what `parseNote` refuses to read, which is a bug of the caller. */
export function writeNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, id, bytes }) => {
    const prefix = Uint8Array.of(id >>> 24, id >>> 16, id >>> 8, id)
    return `${DASH} ${name} ${toBase64(concatBytes(prefix, bytes))}\n`
  })
  const written = `${text}\n${lines.join('')}`
  if (!text.endsWith('\n') || !parseNote(written).ok) throw new Error('not a text that can be signed')
  return written
}

/** A text that ends with a newline, signed. Throws when the key is one for cosignatures: `cosign` is for them. */
export function signNote(text: string, signer: Signer): SignedNote {
  if (signer.key.type !== 'note') throw new Error(`${shownKey(signer.key)} does not sign plain notes`)
  return withSignature({ text, signatures: [] }, signer, signer.sign(utf8ToBytes(text)))
}

/** The note with one more signature; an older one of the same key goes. */
export function withSignature(note: SignedNote, { key }: Signer, bytes: Uint8Array): SignedNote {
  const others = note.signatures.filter(({ name, id }) => name !== key.name || id !== key.id)
  return { ...note, signatures: [...others, { name: key.name, id: key.id, bytes }] }
}

/**
 * The text of a note, once a known key has signed it. Signatures of unknown keys are ignored, also where only the name or only
 * the id is known. One bad signature of a known key refuses the whole note: somebody changed something.
 * @see C2SP signed-note v1.0.0, "Signatures"
 */
export function openNote(note: SignedNote, keys: readonly VerifierKey[]): Outcome<OpenedNote, OpenFault> {
  const signed: Signed[] = []
  for (const signature of note.signatures) {
    const [key, second] = keys.filter(({ name, id }) => name === signature.name && id === signature.id)
    if (second)
      return refuse('ambiguous-key', `two known keys are ${shownKey(signature)}: one of the two must go`)
    if (!key) continue
    const found = verified(note.text, signature, key)
    if (!found)
      return refuse(
        'bad-signature',
        `the signature of ${shownKey(key)} is wrong: text or signature was changed`,
      )
    signed.push(found)
  }
  const [first, ...others] = signed
  if (!first) return refuse('no-known-signature', 'no key that is known here has signed this note')
  return ok({ text: note.text, signed: [first, ...others], unknown: note.signatures.length - signed.length })
}

function verified(text: string, { bytes }: NoteSignature, key: VerifierKey): Signed | null {
  if (key.type === 'note') return isSignedBy(key, utf8ToBytes(text), bytes) ? { key, time: null } : null
  const parts = splitCosignature(bytes)
  if (!parts || !isSignedBy(key, cosignedMessage(text, parts.time), parts.signature)) return null
  return { key, time: parts.time }
}

/** A text from a file. Strict UTF-8; a byte order mark stays, and is refused later where it does not belong. */
export function textOf(bytes: Uint8Array): Outcome<string, 'not-utf-8'> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse('not-utf-8', 'the file is not UTF-8 text')
  }
}
