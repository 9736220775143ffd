import { canonicalJson, ok, refuse, type Json, type Outcome, type Refusal } from '@corroborate/base'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { commit, SALT_BYTES } from '../commitment.ts'
import { hashOf, NO_ENTRY } from '../entry.ts'
import { appendLeaf, EMPTY_RANGE, rootOf, type CompactRange } from '../merkle/compact-range.ts'
import { hashOfHex } from '../merkle/hash-of-hex.ts'
import { treeHasher, type TreeHasher } from '../merkle/tree-hasher.ts'
import type { TreeHead } from '../merkle/verify-consistency.ts'
import { trustCheckpoint, type TrustedCheckpoint, type TrustFault } from '../note/trust-checkpoint.ts'
import type { TrustPolicy } from '../note/trust-policy.ts'
import { readTlogProof, verifyTlogProof, type ProofFault } from '../proof/tlog-proof.ts'
import type { Sha256 } from '../sha256.ts'
import { fieldsOf, lineOf, type AboutPackage, type Withheld } from './about-package.ts'
import { readLine, type PackageLine } from './package-line.ts'

export type ShownFault =
  | TrustFault
  | ProofFault
  | 'malformed-package'
  | 'gap'
  | 'wrong-hash'
  | 'broken-link'
  | 'wrong-commitment'
  | 'fork'
  | 'cut'
  | 'no-checkpoint'
  | 'wrong-proof'

/** What a package shows of its ledger. */
export interface LedgerShown {
  readonly size: number
  readonly given: number
  readonly withheld: Readonly<Partial<Record<Withheld, number>>>
  /** Contents that are what was committed to. */
  readonly contents: number
  /** Signed heads that the leaves have the root of, the smallest first. */
  readonly heads: readonly number[]
  readonly proofs: number
  /** Under the last head, by witnesses that the verifier knows. */
  readonly cosigned: TrustedCheckpoint['cosigned']
}

interface Head extends TreeHead {
  readonly said: string
}

/** The ledger of a package as it is read: checkpoints, then leaves, then proofs. Holds a digest for each subject, and a compact range. */
export class PackageLedger {
  readonly #sha256: Sha256
  readonly #hasher: TreeHasher
  readonly #against: string | null
  readonly #policy: () => TrustPolicy
  readonly #onContent: ((content: Json) => void) | null
  readonly #heads: Head[] = []
  readonly #signed: number[] = []
  /** By subject: the digest of the record that was last entered under it; null where the last line says something else of it. */
  readonly #entered = new Map<string, string | null>()
  readonly #withheld: Partial<Record<Withheld, number>> = {}
  #cosigned: TrustedCheckpoint['cosigned'] = []
  #range: CompactRange = EMPTY_RANGE
  #last = NO_ENTRY
  #met = 0
  #given = 0
  #contents = 0
  #proofs = 0
  #quorum: Refusal<ShownFault> | null = refuse('no-checkpoint', 'the package has no signed checkpoint')

  /** @param asked.policy asked for when a signature comes: the key may lie in the package, before what it signed */
  constructor(asked: {
    readonly sha256: Sha256
    readonly against: string | null
    readonly policy: () => TrustPolicy
    readonly onContent: ((content: Json) => void) | null
  }) {
    this.#sha256 = asked.sha256
    this.#hasher = treeHasher(asked.sha256)
    this.#against = asked.against
    this.#policy = asked.policy
    this.#onContent = asked.onContent
  }

  takeCheckpoint(line: string): Refusal<ShownFault> | null {
    const note = fieldsOf(lineOf(line))?.note
    if (typeof note !== 'string' || this.#range.size > 0)
      return refuse('malformed-package', 'data/ledger/checkpoints.jsonl has a line that is no checkpoint')
    // Of the history only the last is to be cosigned by enough; that is asked at its end.
    const trusted = trustCheckpoint(note, this.#signedAlone())
    if (!trusted.ok) return refuse(trusted.reason, `a checkpoint of the package: ${trusted.detail}`)
    const { size, root } = trusted.value.checkpoint
    if ((this.#heads.at(-1)?.size ?? 0n) >= size)
      return refuse('malformed-package', 'the checkpoints of the package are not in the order of their sizes')
    this.#heads.push({ size, root, said: 'a checkpoint in the package' })
    this.#signed.push(Number(size))
    const last = trustCheckpoint(note, this.#policy())
    this.#quorum = last.ok ? null : refuse(last.reason, `the last checkpoint of the package: ${last.detail}`)
    this.#cosigned = trusted.value.cosigned
    return null
  }
  takeLine(text: string, number: number): Refusal<ShownFault> | null {
    if (this.#range.size === 0) {
      const early = this.#begin()
      if (early) return early
    }
    const line = readLine(text)
    if (!line)
      return refuse('malformed-package', `line ${number} of data/ledger/leaves.jsonl is none of a ledger`)
    const sequence = line.kind === 'given' ? line.entry.sequence : line.sequence
    if (sequence !== this.#range.size + 1)
      return refuse(
        'gap',
        `entry ${this.#range.size + 1} of the ledger was expected and entry ${sequence} was found`,
      )
    const fault = line.kind === 'given' ? this.#takeEntry(line) : this.#count(line.reason)
    if (fault) return fault
    this.#last = line.kind === 'given' ? line.entry.hash : line.hash
    this.#range = appendLeaf(this.#range, hashOfHex(this.#last), this.#hasher).range
    return this.#faultHere()
  }

  #count(reason: Withheld): null {
    this.#withheld[reason] = (this.#withheld[reason] ?? 0) + 1
    return null
  }

  #takeEntry({ entry, content }: Extract<PackageLine, { kind: 'given' }>): Refusal<ShownFault> | null {
    this.#given++
    if (entry.previous !== this.#last)
      return refuse(
        'broken-link',
        `entry ${entry.sequence} of the ledger does not continue the one before it`,
      )
    if (entry.hash !== hashOf(entry, this.#sha256))
      return refuse(
        'wrong-hash',
        `entry ${entry.sequence} of the ledger is not what was hashed when it was written`,
      )
    this.#entered.set(entry.subject, null)
    if (content === null) return null
    const { json, salt } = content
    if (salt.length !== SALT_BYTES || commit(json, salt) !== entry.commitment)
      return refuse('wrong-commitment', `the content of entry ${entry.sequence} is not what was committed to`)
    this.#contents++
    this.#onContent?.(json)
    if (fieldsOf(json)?.id === entry.subject) this.#enter(json)
    const records = fieldsOf(json)?.records
    if (Array.isArray(records)) records.forEach((record: Json) => this.#enter(record))
    return null
  }

  /** A record as it was then, under its id. */
  #enter(record: Json): void {
    const id = fieldsOf(record)?.id
    if (typeof id === 'string') this.#entered.set(id, this.#sha256.ofText(canonicalJson(record)))
  }

  /** A head as it was stamped: one more to be met by the leaves, which come after it. */
  takeStamped(name: string, note: string): Refusal<ShownFault> | null {
    if (this.#range.size > 0)
      return refuse('malformed-package', `"${name}" comes after the lines of the ledger`)
    const trusted = trustCheckpoint(note, this.#signedAlone())
    if (!trusted.ok) return refuse(trusted.reason, `"${name}": ${trusted.detail}`)
    this.#addHead({ ...trusted.value.checkpoint, said: 'a head that was stamped' })
    return null
  }

  takeProof(name: string, text: string): Refusal<ShownFault> | null {
    const proof = readTlogProof(text)
    if (!proof.ok) return refuse('malformed-proof', `"${name}": ${proof.detail}`)
    const extra = new TextDecoder().decode(proof.value.extra ?? new Uint8Array())
    const line = readLine(extra)
    if (line?.kind !== 'given' || String(line.entry.sequence - 1) !== String(proof.value.index))
      return refuse('wrong-proof', `"${name}" does not carry the entry that it is of`)
    const leaf = hashOfHex(hashOf(line.entry, this.#sha256))
    const verified = verifyTlogProof(text, { leaf, policy: this.#signedAlone() }, this.#hasher)
    if (!verified.ok) return refuse(verified.reason, `"${name}": ${verified.detail}`)
    this.#proofs++
    return null
  }

  /** Whether a record is what was last entered under its id: `so`, `otherwise`, or `unknown` where the ledger gives no word of it. */
  entered(record: Json, line: string): 'so' | 'otherwise' | 'unknown' {
    const id = fieldsOf(record)?.id
    const digest = typeof id === 'string' ? this.#entered.get(id) : null
    if (digest === null || digest === undefined) return 'unknown'
    return digest === bytesToHex(this.#sha256.ofBytes(utf8ToBytes(line))) ? 'so' : 'otherwise'
  }

  end({ ledger }: AboutPackage): Outcome<LedgerShown, ShownFault> {
    const { size } = this.#range
    const missing = this.#heads[this.#met]
    if (missing)
      return refuse(
        'cut',
        `the ledger of the package ends at entry ${size}, and ${missing.said} is of ${missing.size}`,
      )
    if (this.#quorum) return this.#quorum
    if (this.#signed.at(-1) !== size)
      return refuse(
        'no-checkpoint',
        `the ledger has ${size} entries, and no checkpoint of that size is in the package`,
      )
    if (ledger.size !== size || ledger.root !== bytesToHex(rootOf(this.#range, this.#hasher)))
      return refuse(
        'malformed-package',
        'data/package.json names another state of the ledger than the leaves have',
      )
    return ok({
      ...{
        size,
        given: this.#given,
        withheld: this.#withheld,
        contents: this.#contents,
        heads: this.#signed,
      },
      ...{ proofs: this.#proofs, cosigned: this.#cosigned },
    })
  }

  /** The checkpoint that the verifier holds is one more head to be met, where it stands among the others. */
  #begin(): Refusal<ShownFault> | null {
    if (this.#against === null) return null
    const held = trustCheckpoint(this.#against, this.#signedAlone())
    if (!held.ok) return refuse(held.reason, `the checkpoint that you hold: ${held.detail}`)
    const { size, root } = held.value.checkpoint
    this.#addHead({ size, root, said: 'the checkpoint that you hold' })
    return null
  }

  /** Where it stands among the others. */
  #addHead(head: Head): void {
    const at = this.#heads.findIndex(({ size }) => size >= head.size)
    this.#heads.splice(at < 0 ? this.#heads.length : at, 0, head)
  }

  #signedAlone(): TrustPolicy {
    return { ...this.#policy(), quorum: { kind: 'none' } }
  }

  #faultHere(): Refusal<ShownFault> | null {
    for (
      let head = this.#heads[this.#met];
      head?.size === BigInt(this.#range.size);
      head = this.#heads[this.#met]
    ) {
      if (bytesToHex(head.root) !== bytesToHex(rootOf(this.#range, this.#hasher)))
        return refuse(
          'fork',
          `the first ${head.size} entries are not those that were signed: ${head.said} has another root for them`,
        )
      this.#met++
    }
    return null
  }
}
