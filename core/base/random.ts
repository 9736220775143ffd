/** Seeded random numbers: the same seed gives the same sequence in Node and in every browser. */
export interface Dice {
  /** In [0, 1), in steps of 2^-53. */
  readonly next: () => number
  /** The next throws, as many as there is room for: the same that `next` would have given, in a fifth of the time. */
  readonly fill: (into: Float64Array) => void
  /** A whole number from `min` to `max`, both included. */
  readonly whole: (min: number, max: number) => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  readonly shuffle: <Item>(items: readonly Item[]) => readonly Item[]
  /** Dice of their own for a part of the work, so that adding a throw in one part does not move all the others. */
  readonly fork: (name: string) => Dice
}

/**
 * Dice from a seed: xoshiro128** seeded by cyrb128.
 * Not for secrets. Integer arithmetic only, so that no machine's floating point can change a throw.
 * @see Blackman & Vigna, "Scrambled linear pseudorandom number generators" (2021)
 */
export function diceFrom(seed: string | number): Dice {
  const { next32, fill } = generator(hash128(String(seed)))
  const next = () => ((next32() >>> 5) * 67108864 + (next32() >>> 6)) / 9007199254740992
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    fill,
    whole,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    shuffle: (items) => shuffled(items, whole),
    fork: (name) => diceFrom(`${String(seed)}/${name}`),
  }
}

function shuffled<Item>(
  items: readonly Item[],
  whole: (min: number, max: number) => number,
): readonly Item[] {
  const deck = items.map((item) => ({ item }))
  for (let i = deck.length - 1; i > 0; i--) {
    const j = whole(0, i)
    const [a, b] = [deck[i], deck[j]]
    if (a && b) [deck[i], deck[j]] = [b, a]
  }
  return deck.map(({ item }) => item)
}

/** The generator itself, from its four words of state: throws of 32 bits. */
export function xoshiro128(state: Uint32Array): () => number {
  return generator(state).next32
}

function generator(state: Uint32Array) {
  let [a = 1, b = 2, c = 3, d = 4] = state
  const next32 = () => {
    const result = scrambled(b)
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result
  }
  /** The state in local variables, where the engine keeps it in registers. */
  const fill = (into: Float64Array) => {
    let [p, q, r, s] = [a, b, c, d]
    for (let i = 0; i < into.length; i++) {
      const high = scrambled(q)
      let t = q << 9
      r ^= p
      s ^= q
      q ^= r
      p ^= s
      r ^= t
      s = rotate(s, 11)
      const low = scrambled(q)
      t = q << 9
      r ^= p
      s ^= q
      q ^= r
      p ^= s
      r ^= t
      s = rotate(s, 11)
      into[i] = ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992
    }
    ;[a, b, c, d] = [p, q, r, s]
  }
  return { next32, fill }
}

function scrambled(word: number): number {
  return Math.imul(rotate(Math.imul(word, 5), 7), 9) >>> 0
}

function rotate(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k))
}

function hash128(text: string): Uint32Array {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  return Uint32Array.of(h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1)
}
