import { ok, refuse, type Outcome } from '@corroborate/base'
import { fromBase64, toBase64 } from '../base64.ts'
import type { Proof } from '../merkle/prove.ts'
import { HASH_BYTES, RFC_6962, type Hash, type TreeHasher } from '../merkle/tree-hasher.ts'
import { LARGEST_SIZE, readSize } from '../merkle/tree-size.ts'
import { verifyInclusion, type InclusionFault } from '../merkle/verify-inclusion.ts'
import { trustCheckpoint, type TrustedCheckpoint, type TrustFault } from '../note/trust-checkpoint.ts'
import type { TrustPolicy } from '../note/trust-policy.ts'

/** A proof that carries all it needs but the entry itself and the keys one believes: one file, to be verified offline. */
export interface TlogProof {
  /** From 0; that of an entry is its sequence - 1. */
  readonly index: bigint
  readonly proof: Proof
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string
  /** What the application adds. Nobody has signed it: it may help to find the entry, and proves nothing. */
  readonly extra: Uint8Array | null
}

export type ProofFileFault = 'malformed-proof'
export type ProofFault = ProofFileFault | TrustFault | InclusionFault

const HEADER = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^63 - 1 leaves has 63 levels above them. */
const MOST_HASHES = 63

/**
 * The text of a `.tlog-proof` file.
 * Throws when it would write what `readTlogProof` refuses, which is a bug of the caller.
 * @see C2SP tlog-proof v1 (0065ea5), "Format"
 */
export function writeTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const head = [
    HEADER,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
  ]
  const written = `${head.join('\n')}\n\n${checkpoint}`
  const read = readTlogProof(written)
  if (!read.ok) throw new Error(read.detail)
  return written
}

/** A proof from its text, nothing of it verified. Strict: one proof has one text. A refusal names the line. */
export function readTlogProof(text: string): Outcome<TlogProof, ProofFileFault> {
  const end = text.indexOf('\n\n')
  if (end < 0) return malformed('it has no empty line before the checkpoint')
  const [header, second = '', ...others] = text.slice(0, end).split('\n')
  if (header !== HEADER) return malformed(`line 1 is not "${HEADER}"`)
  const extra = second.startsWith('extra ') ? fromBase64(second.slice('extra '.length)) : undefined
  if (extra === null) return malformed('line 2: what follows "extra" is not Base 64')
  const [word = '', ...hashes] = extra ? others : [second, ...others]
  const line = extra ? 3 : 2
  const index = word.startsWith('index ') ? readSize(word.slice('index '.length)) : null
  if (!index?.ok || index.value === LARGEST_SIZE)
    return malformed(`line ${line} is not "index" and a number from 0 on`)
  const proof = proofOfLines(hashes, line + 1)
  if (!proof.ok) return proof
  return ok({ index: index.value, proof: proof.value, checkpoint: text.slice(end + 2), extra: extra ?? null })
}

function proofOfLines(lines: readonly string[], first: number): Outcome<Proof, ProofFileFault> {
  if (lines.length > MOST_HASHES)
    return malformed(`it has ${lines.length} hashes, and no tree has more than ${MOST_HASHES} levels`)
  const proof: Hash[] = []
  for (const [i, written] of lines.entries()) {
    const hash = fromBase64(written)
    if (hash?.length !== HASH_BYTES)
      return malformed(`line ${first + i} is not a hash of ${HASH_BYTES} bytes in Base 64`)
    proof.push(hash)
  }
  return ok(proof)
}

function malformed(what: string): Outcome<never, ProofFileFault> {
  return refuse('malformed-proof', `not a proof: ${what}`)
}

/** What a proof proves: this leaf stands at this index in the ledger that signed this checkpoint. */
export interface Proven extends TrustedCheckpoint {
  readonly index: bigint
}

/**
 * Whether a proof file proves that a leaf is in a ledger that the policy knows, before witnesses that it finds enough.
 * @param leaf the leaf hash of what one holds: that of an entry is its `hash`, reckoned anew from the entry (`hashOf`)
 */
export function verifyTlogProof(
  written: string,
  asked: { readonly leaf: Hash; readonly policy: TrustPolicy },
  hasher: TreeHasher = RFC_6962,
): Outcome<Proven, ProofFault> {
  const file = readTlogProof(written)
  if (!file.ok) return file
  const trusted = trustCheckpoint(file.value.checkpoint, asked.policy)
  if (!trusted.ok) return trusted
  const { index, proof } = file.value
  const { size, root } = trusted.value.checkpoint
  const included = verifyInclusion({ leaf: asked.leaf, index, size, proof, root }, hasher)
  return included.ok ? ok({ ...trusted.value, index }) : included
}
