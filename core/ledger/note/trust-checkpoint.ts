import { ok, refuse, type Outcome } from '@corroborate/base'
import { readCheckpoint, type Checkpoint, type CheckpointFault } from './checkpoint.ts'
import { isReached, shownQuorum } from './quorum.ts'
import { openNote, parseNote, type NoteFault, type OpenFault, type Signed } from './signed-note.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** A checkpoint that was signed by its ledger and cosigned by enough witnesses. */
export interface TrustedCheckpoint {
  readonly checkpoint: Checkpoint
  /**
   * Which witnesses of the policy say that they saw this tree, and when: POSIX seconds by their own clocks. A witness may stand here
   * more than once, with several times. A time that lies ahead is for the reader to doubt: the core has no clock.
   */
  readonly cosigned: readonly { readonly name: string; readonly time: bigint }[]
}

export type TrustFault =
  NoteFault | CheckpointFault | OpenFault | 'unknown-log' | 'not-signed-by-log' | 'quorum-not-reached'

/**
 * Whether a checkpoint may be believed under a policy: signed by the key of the very ledger that its origin names, no known
 * signature wrong, and the quorum of witnesses reached.
 * @see C2SP tlog-policy (editor's copy, 13027ee), "What is a policy?"
 */
export function trustCheckpoint(
  written: string,
  policy: TrustPolicy,
): Outcome<TrustedCheckpoint, TrustFault> {
  const note = parseNote(written)
  if (!note.ok) return note
  const checkpoint = readCheckpoint(note.value.text)
  if (!checkpoint.ok) return checkpoint
  const { origin } = checkpoint.value
  const own = policy.logs.filter((key) => key.name === origin)
  if (own.length === 0)
    return refuse('unknown-log', `the checkpoint is of ${origin}, which the policy does not know`)
  const opened = openNote(note.value, [...own, ...policy.witnesses.map(({ key }) => key)])
  if (!opened.ok) return opened
  if (!opened.value.signed.some(({ key }) => own.includes(key)))
    return refuse('not-signed-by-log', `${origin} has not signed its checkpoint; only witnesses have`)
  const { signed } = opened.value
  if (
    !isReached(
      policy.quorum,
      signed.map(({ key }) => key),
    )
  )
    return refuse(
      'quorum-not-reached',
      `cosigned by ${shownWitnesses(signed, policy)}, and the policy asks for ${shownQuorum(policy.quorum)}`,
    )
  return ok({ checkpoint: checkpoint.value, cosigned: cosignedBy(signed, policy) })
}

function cosignedBy(signed: readonly Signed[], policy: TrustPolicy): TrustedCheckpoint['cosigned'] {
  return signed.flatMap(({ key, time }) => {
    const witness = policy.witnesses.find((known) => known.key === key)
    return witness && time !== null ? [{ name: witness.name, time }] : []
  })
}

function shownWitnesses(signed: readonly Signed[], policy: TrustPolicy): string {
  const names = new Set(cosignedBy(signed, policy).map(({ name }) => name))
  return names.size === 0 ? 'no known witness' : [...names].join(', ')
}
