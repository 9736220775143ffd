import type { Stretch } from '@corroborate/testimony'

/** How an address names words of a text that are no passage: `#w=120-134`, by code points. */
export function stretchHash({ start, end }: Stretch): string {
  return `w=${start}-${end}`
}

/** The words that an address names; null when it names none. */
export function stretchOfHash(hash: string): Stretch | null {
  const [, start, end] = /^w=(\d{1,9})-(\d{1,9})$/.exec(hash) ?? []
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null
  return { start: Number(start), end: Number(end) }
}
