/**
 * Numbers distinct texts from 0 in the order of first sight and keeps, row after row, which one stood there; -1 for none. An own table of
 * letters and not a `Map`: a text is looked up where it was read, and no string is made of one that is known.
 */
export interface ValueDictionary {
  readonly add: (text: string | null) => void
  /** The same for UTF-8 in bytes[from..to), as a file holds it; an empty stretch says nothing. */
  readonly addBytes: (bytes: Uint8Array, from: number, to: number) => void
  readonly raw: () => RawColumn
}

/** A column as it was read: a number per row, and the texts they stand for. */
export interface RawColumn {
  readonly ids: Int32Array
  readonly texts: readonly string[]
}

export function valueDictionary(): ValueDictionary {
  const table = letterTable()
  const decoder = new TextDecoder()
  let ids = new Int32Array(1024)
  let rows = 0
  const push = (id: number) => {
    if (rows === ids.length) {
      const more = new Int32Array(ids.length * 2)
      more.set(ids)
      ids = more
    }
    ids[rows++] = id
  }
  const numberOfBytes = (bytes: Uint8Array, from: number, to: number) => {
    const number = table.numberOf(bytes, from, to)
    return number >= 0 ? number : table.numberOfText(decoder.decode(bytes.subarray(from, to)))
  }
  return {
    add: (text) => push(text === null || text === '' ? -1 : table.numberOfText(text)),
    addBytes: (bytes, from, to) => push(from === to ? -1 : numberOfBytes(bytes, from, to)),
    raw: () => ({ ids: ids.slice(0, rows), texts: table.texts() }),
  }
}

/** Returned for bytes that are not letters of ASCII alone: they have to be made a text first. */
const NOT_ASCII = -1

/** Texts one after the other in an array of letters, found by their hash. */
function letterTable() {
  let letters = new Uint16Array(1 << 16)
  let offsets = new Int32Array(1024)
  let mask = 4095
  // Hash and number of a text side by side, so that a look at a slot is one look at memory.
  let slots = new Int32Array(2 * (mask + 1)).fill(-1)
  let count = 0
  let units = new Uint16Array(256)
  const grow = () => {
    const old = slots
    mask = mask * 2 + 1
    slots = new Int32Array(2 * (mask + 1)).fill(-1)
    for (let at = 0; at < old.length; at += 2) {
      const number = old[at + 1] ?? -1
      if (number < 0) continue
      const oldHash = old[at] ?? 0
      let to = oldHash & mask
      while ((slots[2 * to + 1] ?? -1) >= 0) to = (to + 1) & mask
      slots[2 * to] = oldHash
      slots[2 * to + 1] = number
    }
  }
  /** Puts a text that is new behind the others, and into the free slot that was found for it. */
  const added = (from: Uint8Array | Uint16Array, start: number, length: number, hash: number, at: number) => {
    const end = offsets[count] ?? 0
    if (end + length > letters.length) {
      const more = new Uint16Array(Math.max(letters.length * 2, end + length))
      more.set(letters)
      letters = more
    }
    for (let n = 0; n < length; n++) letters[end + n] = from[start + n] ?? 0
    slots[2 * at] = hash
    slots[2 * at + 1] = count
    count += 1
    if (count + 1 >= offsets.length) {
      const more = new Int32Array(offsets.length * 2)
      more.set(offsets)
      offsets = more
    }
    offsets[count] = end + length
    if (count * 2 > mask) grow()
    return count - 1
  }
  return {
    numberOf(bytes: Uint8Array, from: number, to: number): number {
      let hash = FIRST_HASH
      let all = 0
      for (let n = from; n < to; n++) {
        const byte = bytes[n] ?? 0
        all |= byte
        hash = Math.imul(hash ^ byte, 16777619)
      }
      if (all > 127) return NOT_ASCII
      hash ^= hash >>> 15
      let at = hash & mask
      for (;;) {
        const number = slots[2 * at + 1] ?? -1
        if (number < 0) return added(bytes, from, to - from, hash, at)
        if (slots[2 * at] === hash && isText(letters, offsets, number, bytes, from, to - from)) return number
        at = (at + 1) & mask
      }
    },
    numberOfText(text: string): number {
      const { length } = text
      if (length > units.length) units = new Uint16Array(2 * length)
      let hash = FIRST_HASH
      for (let n = 0; n < length; n++) {
        const unit = text.charCodeAt(n)
        units[n] = unit
        hash = Math.imul(hash ^ unit, 16777619)
      }
      hash ^= hash >>> 15
      let at = hash & mask
      for (;;) {
        const number = slots[2 * at + 1] ?? -1
        if (number < 0) return added(units, 0, length, hash, at)
        if (slots[2 * at] === hash && isText(letters, offsets, number, units, 0, length)) return number
        at = (at + 1) & mask
      }
    },
    texts(): readonly string[] {
      return Array.from({ length: count }, (_, n) => textOf(letters, offsets[n] ?? 0, offsets[n + 1] ?? 0))
    },
  }
}

const FIRST_HASH = 0x811c9dc5 | 0

/** Whether a text of the table is the one that stands at from[start..start + length). */
function isText(
  letters: Uint16Array,
  offsets: Int32Array,
  number: number,
  from: Uint8Array | Uint16Array,
  start: number,
  length: number,
): boolean {
  const at = offsets[number] ?? 0
  if ((offsets[number + 1] ?? 0) - at !== length) return false
  let n = 0
  while (n < length && letters[at + n] === from[start + n]) n += 1
  return n === length
}

/** In pieces: a call takes only so many arguments. */
function textOf(letters: Uint16Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 8192) {
    text += String.fromCharCode(...letters.subarray(at, Math.min(to, at + 8192)))
  }
  return text
}
