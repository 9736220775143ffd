/** How a file lies in the store: encrypted to the store's own key, or as it came, because it was sealed before it came. */
export type AtRest = 'encrypted' | 'as-is'

/** Where a file lies, and what lies there. */
export interface Held {
  /** SHA-256 of the bytes that lie there, in lower-case hexadecimal: `sha256sum` alone tells whether they are still those. */
  readonly address: string
  /** How many bytes lie there. */
  readonly size: number
  readonly atRest: AtRest
}

/** The two digests of a file as it came, and its length. */
export interface Digests {
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly sha512: string
}

/** What was said of a file before it came. */
export interface Announced extends Omit<Digests, 'sha512'> {
  /** Null where whoever sends it has taken the other alone. */
  readonly sha512: string | null
}

const ADDRESS = /^[0-9a-f]{64}$/

/** Is this an address, and so nothing that could climb out of a folder? */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}
