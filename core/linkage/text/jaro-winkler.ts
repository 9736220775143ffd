/** How much each letter that both texts begin with adds, and how many of them count (Winkler 1990). */
const [SCALE, LONGEST_PREFIX] = [0.1, 4]

/** Winkler's bonus is given only to texts that are alike already; below, it would reward a shared first letter alone. */
const BONUS_FROM = 0.7

/** Texts are compared by so many of their first UTF-16 units: time grows with the product of the lengths, and no name is that long. */
export const LONGEST_COMPARED = 64

/**
 * Jaro's similarity of two texts: shared letters not too far apart, less half the letters out of order. From 0 to 1, symmetric; two empty texts
 * are the same. Units are those of UTF-16, so a letter outside the basic plane counts as two.
 * @see Jaro 1989, JASA 84(406), 414–420
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1
  // The one with the first shared letter could be assigned otherwise from the other side: a fixed order makes it symmetric.
  const [a, b] = inOrder(left.slice(0, LONGEST_COMPARED), right.slice(0, LONGEST_COMPARED))
  if (a.length === 0) return 0
  const { inA, inB, shared } = sharedLetters(a, b)
  if (shared === 0) return 0
  const swapped = outOfOrder(a, b, inA, inB) / 2
  return (shared / a.length + shared / b.length + (shared - swapped) / shared) / 3
}

/**
 * Jaro's similarity, raised for texts that begin alike. From 0 to 1, symmetric.
 * @see Winkler 1990, Proceedings of the Section on Survey Research Methods, 354–359
 */
export function jaroWinkler(left: string, right: string): number {
  const similarity = jaro(left, right)
  return similarity > BONUS_FROM ? withPrefix(similarity, sharedPrefix(left, right)) : similarity
}

/** What a shared beginning of so many letters adds. */
function withPrefix(similarity: number, prefix: number): number {
  return similarity + prefix * SCALE * (1 - similarity)
}

function sharedPrefix(left: string, right: string): number {
  const most = Math.min(LONGEST_PREFIX, left.length, right.length)
  let prefix = 0
  while (prefix < most && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix += 1
  return prefix
}

function inOrder(left: string, right: string): readonly [string, string] {
  const turned = left.length > right.length || (left.length === right.length && left > right)
  return turned ? [right, left] : [left, right]
}

interface Shared {
  readonly inA: Uint8Array
  readonly inB: Uint8Array
  readonly shared: number
}

function sharedLetters(a: string, b: string): Shared {
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const [inA, inB] = [new Uint8Array(a.length), new Uint8Array(b.length)]
  let shared = 0
  for (let i = 0; i < a.length; i += 1) {
    const unit = a.charCodeAt(i)
    const last = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < last; j += 1) {
      if (inB[j] === 1 || b.charCodeAt(j) !== unit) continue
      inA[i] = inB[j] = 1
      shared += 1
      break
    }
  }
  return { inA, inB, shared }
}

/** Shared letters that stand, counted among the shared, in another place. */
function outOfOrder(a: string, b: string, inA: Uint8Array, inB: Uint8Array): number {
  let [j, found] = [0, 0]
  for (let i = 0; i < a.length; i += 1) {
    if (inA[i] === 0) continue
    while (inB[j] === 0) j += 1
    if (a.charCodeAt(i) !== b.charCodeAt(j)) found += 1
    j += 1
  }
  return found
}
