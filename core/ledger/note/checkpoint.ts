import { ok, refuse, type Outcome } from '@corroborate/base'
import { fromBase64, toBase64 } from '../base64.ts'
import { HASH_BYTES } from '../merkle/tree-hasher.ts'
import { LARGEST_SIZE, readSize } from '../merkle/tree-size.ts'
import type { TreeHead } from '../merkle/verify-consistency.ts'
import { cosignedMessage, joinCosignature } from './cosigned-message.ts'
import { hasControls, shownKey, type Signer } from './verifier-key.ts'
import {
  parseNote,
  signNote,
  withSignature,
  writeNote,
  type NoteFault,
  type SignedNote,
} from './signed-note.ts'

/** A tree head that says whose it is. */
export interface Checkpoint extends TreeHead {
  /** Names the ledger, and one ledger only: `example.org/018f3a5e-…`. */
  readonly origin: string
  /** Further lines of other logs, which nobody can audit. We write none. */
  readonly extensions: readonly string[]
}

export type CheckpointFault = 'malformed-checkpoint'

/**
 * The origin of a chain's checkpoints: where it is kept, and the id of its investigation. It is signed with the root, so that the
 * checkpoint of one investigation is none of another.
 */
export function originOf(place: string, chain: string): string {
  return `${place}/${chain}`
}

/** Throws when origin or size can be none: bugs of the caller. */
export function writeCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`
  if (!readCheckpoint(text).ok) throw new Error(`not a checkpoint: ${origin}, ${size}`)
  return text
}

/**
 * A checkpoint from the text of a note. What it says is to be believed only when `openNote` has said so.
 * @see C2SP tlog-checkpoint v1.0.0, "Note text"
 */
export function readCheckpoint(text: string): Outcome<Checkpoint, CheckpointFault> {
  const lines = text.split('\n')
  if (
    lines.pop() !== '' ||
    lines.length < 3 ||
    lines.includes('') ||
    !text.isWellFormed() ||
    hasControls(text)
  )
    return refuse(
      'malformed-checkpoint',
      'a checkpoint has at least three lines, none of them empty: origin, size, root',
    )
  const [origin = '', written = '', hash = '', ...extensions] = lines
  const size = readSize(written)
  if (!size.ok) return refuse('malformed-checkpoint', `line 2 of the checkpoint: ${size.detail}`)
  const root = fromBase64(hash)
  if (root?.length !== HASH_BYTES)
    return refuse('malformed-checkpoint', `line 3 of the checkpoint is not ${HASH_BYTES} bytes in Base 64`)
  return ok({ origin, size: size.value, root, extensions })
}

/** A checkpoint, signed by the ledger's own key: the text of the file that is served, printed and mirrored. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  return writeNote(signNote(writeCheckpoint(checkpoint), signer))
}

/**
 * A checkpoint with the cosignature of a witness, who says: on this day this is the largest tree of this ledger that I have seen, and it
 * continues all that I saw before. It is for the witness to have looked (`mayBeSigned`) before.
 * @param time POSIX seconds
 * Throws when the key is none of a witness or the time cannot be written: bugs of the caller.
 * @see C2SP tlog-cosignature v1.0.1
 */
export function cosign(
  written: string,
  signer: Signer,
  time: bigint,
): Outcome<string, NoteFault | CheckpointFault> {
  if (signer.key.type !== 'cosignature') throw new Error(`${shownKey(signer.key)} does not cosign`)
  if (time < 0n || time > LARGEST_SIZE) throw new Error(`not a time: ${time}`)
  const note = parseNote(written)
  if (!note.ok) return note
  const checkpoint = readCheckpoint(note.value.text)
  return checkpoint.ok ? ok(writeNote(cosigned(note.value, signer, time))) : checkpoint
}

function cosigned(note: SignedNote, signer: Signer, time: bigint): SignedNote {
  return withSignature(note, signer, joinCosignature(time, signer.sign(cosignedMessage(note.text, time))))
}
