/** How a member comes in, and where they are signed in. */
export interface AccountView {
  readonly passkeys: readonly PasskeyView[]
  /** The passphrase by which they sign in; null where they have none. */
  readonly passphrase: { readonly name: string; readonly madeAt: string } | null
  /** Where the member is signed in, the newest first. */
  readonly sessions: readonly BrowserView[]
}

/** A browser in which somebody is signed in. */
export interface BrowserView {
  /** By which its session is ended; it opens nothing. */
  readonly id: string
  readonly since: string
  /** When it was last used, to ten minutes; null where that is all that is known: within the last eight hours. */
  readonly seen: string | null
  /** How somebody came in there; null where the ledger does not say. */
  readonly way: 'link' | 'passkey' | 'passphrase' | null
  /** The name of the passkey by which they did; null by another way, or where that passkey was removed. */
  readonly passkey: string | null
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}
