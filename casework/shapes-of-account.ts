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
