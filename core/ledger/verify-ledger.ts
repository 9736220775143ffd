import { refuse, type Outcome, type Refusal } from '@corroborate/base'
import type { Entry } from './entry.ts'
import { appendLeaf, EMPTY_RANGE, rootOf, type CompactRange } from './merkle/compact-range.ts'
import { hashOfHex } from './merkle/hash-of-hex.ts'
import { sameHash, treeHasher, type Hash, type TreeHasher } from './merkle/tree-hasher.ts'
import type { TreeHead } from './merkle/verify-consistency.ts'
import { SHA_256_IN_SCRIPT, type Sha256 } from './sha256.ts'
import { walkChain, type ChainFault, type HeldContent, type Stream, type Verified } from './verify-chain.ts'

export interface VerifiedLedger extends Verified {
  /** The root of the tree over all entries. */
  readonly root: Hash
}

/** `fork`: the entries are not those that were signed. `cut`: fewer are there than were signed. */
export type LedgerFault = ChainFault | 'fork' | 'cut' | 'heads-out-of-order'

/**
 * Whether all entries of a ledger are the very ones over which heads were signed: the chain is whole, no entry was changed, and the
 * tree has at each signed size the signed root. Reads each entry once and holds a compact range. The signatures on the heads are
 * looked at before (`trustCheckpoint`): here they are taken as true.
 * @param asked.heads in the order of their sizes; entries after the last head are checked as a chain alone
 * @param asked.contents what was not erased, in its order; null where nobody asks after it
 */
export async function verifyLedger(
  entries: Stream<Entry>,
  asked: {
    readonly heads: readonly TreeHead[]
    readonly contents: Stream<HeldContent> | null
    readonly sha256?: Sha256
  },
): Promise<Outcome<VerifiedLedger, LedgerFault>> {
  const sha256 = asked.sha256 ?? SHA_256_IN_SCRIPT
  const growing = new Growing(asked.heads, treeHasher(sha256))
  const early = growing.faultOfHeads()
  if (early) return early
  const check = (entry: Entry) => growing.add(entry)
  const walked = await walkChain({ entries, contents: asked.contents, sha256, check })
  if (!walked.ok) return walked
  const missing = growing.nextHead()
  if (missing)
    return refuse('cut', `the ledger ends at entry ${walked.value.count}, and ${missing.size} were signed`)
  return { ok: true, value: { ...walked.value, root: growing.root() } }
}

/** The tree as it grows past the sizes that were signed. */
class Growing {
  readonly #heads: readonly TreeHead[]
  readonly #hasher: TreeHasher
  #range: CompactRange = EMPTY_RANGE
  #met = 0

  constructor(heads: readonly TreeHead[], hasher: TreeHasher) {
    this.#heads = heads
    this.#hasher = hasher
  }

  nextHead(): TreeHead | undefined {
    return this.#heads[this.#met]
  }

  root(): Hash {
    return rootOf(this.#range, this.#hasher)
  }

  faultOfHeads(): Refusal<'heads-out-of-order' | 'fork'> | null {
    const later = this.#heads.findIndex((head, i) => i > 0 && head.size < (this.#heads[i - 1]?.size ?? 0n))
    if (later > 0)
      return refuse(
        'heads-out-of-order',
        `the signed head of ${this.#heads[later]?.size ?? 0n} entries stands after a larger one`,
      )
    return this.#faultHere()
  }

  add(entry: Entry): Refusal<'fork'> | null {
    this.#range = appendLeaf(this.#range, hashOfHex(entry.hash), this.#hasher).range
    return this.#faultHere()
  }

  #faultHere(): Refusal<'fork'> | null {
    for (let head = this.nextHead(); head?.size === BigInt(this.#range.size); head = this.nextHead()) {
      if (!sameHash(head.root, this.root()))
        return refuse(
          'fork',
          `the first ${head.size} entries are not those that were signed: their root is another`,
        )
      this.#met++
    }
    return null
  }
}
