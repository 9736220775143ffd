import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Sha256 } from '../sha256.ts'

/** What an authority for time-stamps says of a signed head that is in a package. */
export interface Stamped {
  /** How many lines the ledger had. */
  readonly size: number
  /** By the authority's clock. */
  readonly at: string
  /** Who signed it; null where the reader named no certificates to believe. */
  readonly authority: string | null
}

/** Reads a token and holds it against the SHA-256 of what it should stamp: the core reads no DER. */
export type TokenCheck = (token: Uint8Array, digest: Uint8Array) => Outcome<Pick<Stamped, 'at' | 'authority'>>

export type TokenPackageFault = 'malformed-package' | 'wrong-token'

/** The time-stamps of a package as they come, after the heads that were stamped: counted, and each held against a digest. */
export class PackageTokens {
  readonly #check: TokenCheck | null
  readonly #sha256: Sha256
  readonly #digests = new Map<string, Uint8Array>()
  readonly #stamped: Stamped[] = []
  #count = 0

  constructor(asked: { readonly check: TokenCheck | null; readonly sha256: Sha256 }) {
    this.#check = asked.check
    this.#sha256 = asked.sha256
  }

  /** `data/ledger/heads/<size>.note` */
  takeNote(name: string, note: string): void {
    const size = /^data\/ledger\/heads\/(\d+)\.note$/.exec(name)?.[1]
    if (size !== undefined) this.#digests.set(size, this.#sha256.ofBytes(utf8ToBytes(note)))
  }

  /** `data/tokens/<size>-<n>.tst` */
  takeToken(name: string, token: Uint8Array): Refusal<TokenPackageFault> | null {
    const size = /^data\/tokens\/(\d+)-\d+\.tst$/.exec(name)?.[1] ?? ''
    const digest = this.#digests.get(size)
    if (!digest) return refuse('malformed-package', `"${name}" stamps a head that is not in the package`)
    this.#count++
    const found = this.#check?.(token, digest)
    if (found?.ok === false) return refuse('wrong-token', `"${name}" is no time-stamp on it: ${found.detail}`)
    if (found) this.#stamped.push({ size: Number(size), ...found.value })
    return null
  }

  end(said: number): Outcome<readonly Stamped[], 'miscounted'> {
    return said === this.#count
      ? ok(this.#stamped)
      : refuse('miscounted', `data/package.json says ${said} time-stamps, and ${this.#count} are there`)
  }
}
