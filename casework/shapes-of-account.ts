/** How a member comes in, and where they are signed in. */
export interface AccountView {
  readonly passkeys: readonly PasskeyView[]
  /** The passphrase by which they sign in; null where they have none. */
  readonly passphrase: { readonly name: string; readonly madeAt: string } | null
  /** Since when each browser is signed in, the newest first. */
  readonly sessions: readonly string[]
}

export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}

/** A sign-in link that waits for administrators to let it go. */
export interface LinkToRelease {
  /** Its digest: the link itself is seen by nobody but its bearer. */
  readonly link: string
  /** Whom it would let in. */
  readonly name: string
  readonly expiresAt: string
  readonly releases: number
  readonly released: number
}
