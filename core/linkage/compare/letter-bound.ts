/**
 * From what `TextPool.marks` holds of two texts: whether it leaves open that they reach a similarity. The letters they can have in common at most and how
 * many of their first letters are the same bound Jaro-Winkler from above, so that most pairs need no look at their letters.
 */
export interface LetterBound {
  /** The fewest common letters, at `prefix << 12 | length << 6 | otherLength`. Lengths of 63 and more ask for none. */
  readonly needed: Uint8Array
}

const [LENGTHS, LONGEST, LONGEST_PREFIX] = [64, 63, 4]

/**
 * Jaro-Winkler is J + p (1 - J) / 10 with p first letters the same, four at most, and that only where J is above 0.7; J is at most (c/a + c/b + 1) / 3 with
 * c letters in common.
 */
export function letterBound(similarity: number): LetterBound {
  const needed = new Uint8Array((LONGEST_PREFIX + 1) * LENGTHS * LENGTHS)
  for (let prefix = 0; prefix <= LONGEST_PREFIX; prefix++) {
    const lift = prefix / 10
    const jaro = similarity <= 0.7 ? similarity : Math.max(0.7, (similarity - lift) / (1 - lift))
    for (let a = 1; a < LONGEST; a++) {
      for (let b = 1; b < LONGEST; b++)
        needed[boundIndex(prefix, a, b)] = Math.max(0, Math.ceil(((3 * jaro - 1) * a * b) / (a + b) - 1e-9))
    }
  }
  return { needed }
}

function boundIndex(prefix: number, a: number, b: number): number {
  return (prefix << 12) | ((a < LONGEST ? a : LONGEST) << 6) | (b < LONGEST ? b : LONGEST)
}

/** Of texts number `a` and `b` of the marks. */
export function mayReach({ needed }: LetterBound, marks: Int32Array, a: number, b: number): boolean {
  const at = 4 * a
  const other = 4 * b
  const size = marks[at + 2] ?? 0
  const otherSize = marks[other + 2] ?? 0
  const more = size >> 8
  const otherMore = otherSize >> 8
  const common =
    bitsInBoth((marks[at] ?? 0) & (marks[other] ?? 0), (marks[at + 1] ?? 0) & (marks[other + 1] ?? 0)) +
    (more < otherMore ? more : otherMore)
  const prefix = sameHead((marks[at + 3] ?? 0) ^ (marks[other + 3] ?? 0))
  return common >= (needed[boundIndex(prefix, size & 255, otherSize & 255)] ?? 0)
}

/** How many bytes are 0, from the lowest, before the first that is not. */
function sameHead(differing: number): number {
  return differing === 0 ? 4 : (31 - Math.clz32(differing & -differing)) >> 3
}

/** Ones among the bits of two 32-bit words. */
function bitsInBoth(one: number, other: number): number {
  const x = one - ((one >>> 1) & 0x55555555)
  const y = other - ((other >>> 1) & 0x55555555)
  const fours = (x & 0x33333333) + ((x >>> 2) & 0x33333333) + (y & 0x33333333) + ((y >>> 2) & 0x33333333)
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}

/** Four numbers of each text, or of each part of a name, copied to the places [from, to) that hold these values; a place without one keeps what it had. */
export function gatherFours(
  fours: Int32Array,
  into: Int32Array,
  ids: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let t = from; t < to; t++) {
    const id = ids[t] ?? -1
    if (id < 0) continue
    into[4 * t] = fours[4 * id] ?? 0
    into[4 * t + 1] = fours[4 * id + 1] ?? 0
    into[4 * t + 2] = fours[4 * id + 2] ?? 0
    into[4 * t + 3] = fours[4 * id + 3] ?? 0
  }
}
