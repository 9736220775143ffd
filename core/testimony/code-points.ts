/** How many code points a text has. Positions in a text count these: not UTF-16 units, not bytes, not letters. */
export function codePointLength(text: string): number {
  return indexText(text).length
}

/** The code points from `start` up to and not including `end`. For many slices of one text, index it once. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return indexText(text).slice(start, end)
}

/** A text with the way between its code points and the UTF-16 units that JavaScript counts in. */
export interface TextIndex {
  /** In code points. */
  readonly length: number
  /** From `start` up to and not including `end`, in code points; clamped to the text. */
  readonly slice: (start: number, end: number) => string
  /** The code point that starts at or holds a UTF-16 unit. */
  readonly codePointAt: (unit: number) => number
  /** The UTF-16 unit that a code point starts at. */
  readonly unitAt: (codePoint: number) => number
}

/**
 * Indexes a text for slicing. Only characters outside the Basic Multilingual Plane (emoji, rare scripts) are noted, so
 * that the index of most texts is empty and a slice costs a binary search.
 */
export function indexText(text: string): TextIndex {
  const pairs = pairsOf(text)
  const unitAt = (codePoint: number) => codePoint + countBelow(pairs, codePoint, (at, nth) => at - nth)
  return {
    length: text.length - pairs.length,
    slice: (start, end) => text.slice(unitAt(Math.max(0, start)), unitAt(Math.max(0, end))),
    codePointAt: (unit) => unit - countBelow(pairs, unit, (at) => at),
    unitAt,
  }
}

/** The UTF-16 units where a surrogate pair starts, ascending. */
function pairsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match) => match.index)
}

/** How many pairs start before `bound`, each measured by `position`, which must not fall. */
function countBelow(
  pairs: readonly number[],
  bound: number,
  position: (unit: number, nth: number) => number,
): number {
  let [low, high] = [0, pairs.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (position(pairs[middle] ?? 0, middle) < bound) low = middle + 1
    else high = middle
  }
  return low
}
