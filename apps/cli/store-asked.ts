/** Which store a command is about. */
export interface StoreAsked {
  readonly data: string | null
  readonly passphraseFile: string | null
}
