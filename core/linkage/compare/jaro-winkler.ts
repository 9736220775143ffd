import { bitsIn, type TextPool } from './text-pool.ts'

/** Where each letter stands in the text at hand, one bit a place; empty between two calls. */
const places = new Int32Array(65536)

/**
 * Jaro-Winkler similarity of texts `a` and `b` of a pool, from 0 to 1: prefix weight 0.1, prefix of 4 at most, and only where Jaro's
 * similarity is above 0.7 (Winkler 1990). Symmetric, and to the bit what `text/jaro-winkler.ts` reckons for strings: the shorter text, of two of one
 * length the earlier one in order, is matched letter by letter into the other. Texts of up to 32 letters are matched 32 places at a time in the bits of a
 * word (after Hyyrö's bit-parallel matching); longer ones letter by letter. Both ways give the same number.
 */
export function jaroWinkler(pool: TextPool, a: number, b: number): number {
  const { offsets, letters } = pool
  const from = offsets[a] ?? 0
  const length = (offsets[a + 1] ?? 0) - from
  const other = offsets[b] ?? 0
  const otherLength = (offsets[b + 1] ?? 0) - other
  if (length === 0 || otherLength === 0) return length === otherLength ? 1 : 0
  return length > otherLength || (length === otherLength && isLater(letters, from, other, length))
    ? similarity(letters, from, length, other, otherLength)
    : similarity(letters, other, otherLength, from, length)
}

function isLater(letters: Uint16Array, a: number, b: number, length: number): boolean {
  for (let n = 0; n < length; n++) {
    const [left, right] = [letters[a + n] ?? 0, letters[b + n] ?? 0]
    if (left !== right) return left > right
  }
  return false
}

function similarity(letters: Uint16Array, a: number, aLength: number, b: number, bLength: number): number {
  return aLength <= 32 && bLength <= 32
    ? short(letters, a, aLength, b, bLength)
    : long(letters, a, aLength, b, bLength)
}

function short(letters: Uint16Array, a: number, aLength: number, b: number, bLength: number): number {
  const longer = aLength > bLength ? aLength : bLength
  let reach = (longer >> 1) - 1
  if (reach < 0) reach = 0
  for (let i = 0; i < aLength; i++) {
    const letter = letters[a + i] ?? 0
    places[letter] = (places[letter] ?? 0) | (1 << i)
  }
  let window = reach + 1 >= 32 ? -1 : (1 << (reach + 1)) - 1
  let matchedA = 0
  let matchedB = 0
  const end = bLength < aLength + reach ? bLength : aLength + reach
  for (let j = 0; j < end; j++) {
    const free = (places[letters[b + j] ?? 0] ?? 0) & window & ~matchedA
    if (free !== 0) {
      matchedA |= free & -free
      matchedB |= 1 << j
    }
    window = j < reach ? (window << 1) | 1 : window << 1
  }
  for (let i = 0; i < aLength; i++) places[letters[a + i] ?? 0] = 0
  if (matchedA === 0) return 0
  const matches = bitsIn(matchedA)
  const moved = outOfOrder(letters, a, matchedA, b, matchedB)
  const jaro = (matches / aLength + matches / bLength + (matches - moved / 2) / matches) / 3
  return withPrefix(letters, jaro, a, aLength, b, bLength)
}

/** How many matched letters differ when both texts' matched letters are read in order. */
function outOfOrder(letters: Uint16Array, a: number, matchedA: number, b: number, matchedB: number): number {
  let moved = 0
  let restA = matchedA
  let restB = matchedB
  while (restA !== 0) {
    const i = 31 - Math.clz32(restA & -restA)
    const j = 31 - Math.clz32(restB & -restB)
    if (letters[a + i] !== letters[b + j]) moved += 1
    restA &= restA - 1
    restB &= restB - 1
  }
  return moved
}

function withPrefix(
  letters: Uint16Array,
  jaro: number,
  a: number,
  aLength: number,
  b: number,
  bLength: number,
): number {
  if (jaro <= 0.7) return jaro
  const most = Math.min(4, aLength, bLength)
  let prefix = 0
  while (prefix < most && letters[a + prefix] === letters[b + prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function long(letters: Uint16Array, a: number, aLength: number, b: number, bLength: number): number {
  const takenA = new Uint8Array(aLength)
  const takenB = new Uint8Array(bLength)
  const reach = Math.max(0, (Math.max(aLength, bLength) >> 1) - 1)
  // The bit-parallel way gives each letter of `b` its first free place in `a`; the same order here, so that both agree.
  let matches = 0
  for (let j = 0; j < bLength; j++) {
    const letter = letters[b + j]
    const last = Math.min(aLength - 1, j + reach)
    for (let i = Math.max(0, j - reach); i <= last; i++) {
      if (takenA[i] !== 0 || letters[a + i] !== letter) continue
      takenA[i] = 1
      takenB[j] = 1
      matches += 1
      break
    }
  }
  if (matches === 0) return 0
  let moved = 0
  let j = 0
  for (let i = 0; i < aLength; i++) {
    if (takenA[i] === 0) continue
    while (takenB[j] === 0) j += 1
    if (letters[a + i] !== letters[b + j]) moved += 1
    j += 1
  }
  const jaro = (matches / aLength + matches / bLength + (matches - moved / 2) / matches) / 3
  return withPrefix(letters, jaro, a, aLength, b, bLength)
}
