/** Patterns seen and how often, each once, in rising order. */
export interface PatternCounts {
  readonly patterns: Int32Array
  readonly counts: Float64Array
}

/** Gives every pattern a slot of its own, in the order of first sight. */
export interface PatternSlots {
  readonly slotOf: (pattern: number) => number
  readonly size: () => number
  readonly patternAt: (slot: number) => number
}

/** Open addressing over the patterns that occur: they are few, however many there could be. */
export function patternSlots(): PatternSlots {
  let mask = 4095
  let keys = new Int32Array(mask + 1).fill(-1)
  let slots = new Int32Array(mask + 1)
  const patterns: number[] = []
  const grow = () => {
    mask = mask * 2 + 1
    keys = new Int32Array(mask + 1).fill(-1)
    slots = new Int32Array(mask + 1)
    for (const [slot, pattern] of patterns.entries()) {
      let at = scattered(pattern) & mask
      while (keys[at] !== -1) at = (at + 1) & mask
      keys[at] = pattern
      slots[at] = slot
    }
  }
  return {
    slotOf(pattern) {
      let at = scattered(pattern) & mask
      for (;;) {
        const key = keys[at]
        if (key === pattern) return slots[at] ?? 0
        if (key === -1) break
        at = (at + 1) & mask
      }
      keys[at] = pattern
      slots[at] = patterns.length
      patterns.push(pattern)
      if (patterns.length * 2 > mask) grow()
      return patterns.length - 1
    },
    size: () => patterns.length,
    patternAt: (slot) => patterns[slot] ?? -1,
  }
}

function scattered(pattern: number): number {
  const h = Math.imul(pattern, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Adds up weights of patterns. */
export interface PatternTally {
  readonly add: (pattern: number, weight: number) => void
  readonly counts: () => PatternCounts
}

export function patternTally(): PatternTally {
  const slots = patternSlots()
  let sums = new Float64Array(256)
  return {
    add(pattern, weight) {
      const slot = slots.slotOf(pattern)
      if (slot >= sums.length) {
        const more = new Float64Array(sums.length * 2)
        more.set(sums)
        sums = more
      }
      sums[slot] = (sums[slot] ?? 0) + weight
    },
    counts: () => inOrder(slots, sums),
  }
}

/** Rising by pattern, so that the order in which pairs were met cannot change a sum. */
export function inOrder(slots: PatternSlots, sums: Float64Array): PatternCounts {
  const patterns = new Int32Array(slots.size())
  for (let slot = 0; slot < patterns.length; slot++) patterns[slot] = slots.patternAt(slot)
  patterns.sort()
  const counts = new Float64Array(patterns.length)
  for (let n = 0; n < patterns.length; n++) counts[n] = sums[slots.slotOf(patterns[n] ?? 0)] ?? 0
  return { patterns, counts }
}

/** The levels in a pattern, first comparison first: -1 says nothing. */
export function levelsOfPattern(pattern: number, radices: readonly number[]): number[] {
  const levels = radices.map(() => -1)
  let rest = pattern
  for (let n = radices.length - 1; n >= 0; n--) {
    const radix = radices[n] ?? 1
    levels[n] = (rest % radix) - 1
    rest = Math.floor(rest / radix)
  }
  return levels
}
