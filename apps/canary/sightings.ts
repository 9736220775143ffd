import { formsOf, type Form } from './forms-of.ts'

/** Where a name lies: which name, in which way, in what. */
export interface Sighting {
  readonly name: string
  readonly way: string
  readonly place: string
}

interface Needle extends Form {
  readonly name: string
}

/** Bytes that are compared at once, and how many slots their sums fall into. */
const BLOCK = 3
const SLOTS = 1 << 18

/**
 * Prepares to look for every form of every name, and answers where they lie. Thousands of forms in one walk over the bytes, which skips
 * what cannot be the end of any: looking for one after the other took as many walks as there are forms.
 * @see Wu and Manber, "A fast algorithm for multi-pattern searching" (1994)
 */
export function lookoutFor(
  names: readonly string[],
): (places: Iterable<readonly [string, Buffer]>) => readonly Sighting[] {
  const needles = names.flatMap((name) => formsOf(name).map((form) => ({ name, ...form })))
  const shortest = Math.min(...needles.map(({ bytes }) => bytes.length))
  if (shortest < BLOCK) throw new Error('a name is too short to be looked for')
  const skips = new Uint8Array(SLOTS).fill(Math.min(shortest - BLOCK + 1, 255))
  const ending = new Map<number, Needle[]>()
  for (const needle of needles) {
    for (let end = BLOCK; end <= shortest; end++) {
      const slot = slotOf(needle.bytes, end)
      skips[slot] = Math.min(skips[slot] ?? 0, shortest - end)
    }
    const last = slotOf(needle.bytes, shortest)
    ending.set(last, [...(ending.get(last) ?? []), needle])
  }
  return (places) => {
    const seen = new Map<string, Sighting>()
    for (const [place, hay] of places)
      for (const { name, way } of seenIn(hay, { skips, ending, shortest }))
        seen.set(JSON.stringify([name, way, place]), { name, way, place })
    return [...seen.values()]
  }
}

interface Prepared {
  readonly skips: Uint8Array
  readonly ending: ReadonlyMap<number, readonly Needle[]>
  readonly shortest: number
}

function seenIn(hay: Buffer, { skips, ending, shortest }: Prepared): ReadonlySet<Needle> {
  const seen = new Set<Needle>()
  let end = shortest
  while (end <= hay.length) {
    const slot = slotOf(hay, end)
    const skip = skips[slot] ?? 0
    if (skip === 0)
      for (const needle of ending.get(slot) ?? []) {
        const start = end - shortest
        if (needle.bytes.equals(hay.subarray(start, start + needle.bytes.length))) seen.add(needle)
      }
    end += Math.max(skip, 1)
  }
  return seen
}

function slotOf(bytes: Uint8Array, end: number): number {
  const block = (bytes[end - 3] ?? 0) | ((bytes[end - 2] ?? 0) << 8) | ((bytes[end - 1] ?? 0) << 16)
  return Math.imul(block, 0x9e3779b1) >>> 14
}
