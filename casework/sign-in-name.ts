/** A name to sign in by as it is kept and looked for: composed, without spaces around it, in small letters. */
export function signInName(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}
