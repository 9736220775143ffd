/** A moment as the store and the ledger write it: UTC, to the millisecond. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The day of a moment, in universal time. */
export function dayAt(milliseconds: number): string {
  return instant(milliseconds).slice(0, 10)
}
