import type { Stretch, Turn } from '@corroborate/testimony'

/** From when to when, in milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What to play for a stretch of a text: every piece that it touches. Null where no time is known of any. */
export function spanOf(turns: readonly Turn[], { start, end }: Stretch): Span | null {
  const touched = turns
    .flatMap(({ pieces = [] }) => pieces)
    .filter((piece) => piece.start < end && start < piece.end)
  const known = touched.flatMap(({ from, to }) => (from === null ? [] : [{ from, to: to ?? from }]))
  if (known.length === 0) return null
  return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) }
}

/** Where the turn begins that is heard at a time: the last one that has begun. Null before the first, and where no time is known. */
export function turnHeardAt(turns: readonly Turn[], time: number): number | null {
  const begun = turns.filter(({ pieces = [] }) => pieces.some(({ from }) => from !== null && from <= time))
  return begun.at(-1)?.start ?? null
}

/** A time as it is read and written in a transcript: `0:01:02`. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** The mark that the reading of transcripts knows: `[00:01:02]`. */
export function timeMark(milliseconds: number): string {
  return `[${clockTime(milliseconds).padStart(8, '0')}]`
}
