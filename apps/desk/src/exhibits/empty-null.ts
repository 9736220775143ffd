/** What was typed, or null when nothing was. */
export function emptyNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}
