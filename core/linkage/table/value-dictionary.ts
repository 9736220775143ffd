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
  const numberOfText = (text: string) => {
    table.begin(text.length)
    for (let n = 0; n < text.length; n++) table.letter(text.charCodeAt(n))
    return table.numberOf()
  }
  const numberOfBytes = (bytes: Uint8Array, from: number, to: number) => {
    table.begin(to - from)
    for (let n = from; n < to; n++) {
      const byte = bytes[n] ?? 0
      if (byte > 127) return numberOfText(decoder.decode(bytes.subarray(from, to)))
      table.letter(byte)
    }
    return table.numberOf()
  }
  return {
    add: (text) => push(text === null || text === '' ? -1 : numberOfText(text)),
    addBytes: (bytes, from, to) => push(from === to ? -1 : numberOfBytes(bytes, from, to)),
    raw: () => ({ ids: ids.slice(0, rows), texts: table.texts() }),
  }
}

/** Texts one after the other in an array of letters, found by their hash; the text being looked up lies behind the last one. */
function letterTable() {
  let letters = new Uint16Array(1 << 16)
  let offsets = new Int32Array(1024)
  let mask = 4095
  // Hash and number of a text side by side, so that a look at a slot is one look at memory.
  let slots = new Int32Array(2 * (mask + 1)).fill(-1)
  let count = 0
  let end = 0
  let hash = 0
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
  const isText = (number: number, from: number): boolean => {
    const start = offsets[number] ?? 0
    const length = (offsets[number + 1] ?? 0) - start
    if (length !== end - from) return false
    let n = 0
    while (n < length && letters[start + n] === letters[from + n]) n += 1
    return n === length
  }
  return {
    begin(length: number) {
      end = offsets[count] ?? 0
      hash = 0x811c9dc5
      if (end + length > letters.length) {
        const more = new Uint16Array(Math.max(letters.length * 2, end + length))
        more.set(letters)
        letters = more
      }
    },
    letter(code: number) {
      letters[end++] = code
      hash = Math.imul(hash ^ code, 16777619)
    },
    numberOf(): number {
      const mixed = hash ^ (hash >>> 15)
      const from = offsets[count] ?? 0
      let at = mixed & mask
      for (;;) {
        const number = slots[2 * at + 1] ?? -1
        if (number < 0) break
        if (slots[2 * at] === mixed && isText(number, from)) return number
        at = (at + 1) & mask
      }
      slots[2 * at] = mixed
      slots[2 * at + 1] = count
      count += 1
      if (count + 1 >= offsets.length) {
        const more = new Int32Array(offsets.length * 2)
        more.set(offsets)
        offsets = more
      }
      offsets[count] = end
      if (count * 2 > mask) grow()
      return count - 1
    },
    texts(): readonly string[] {
      return Array.from({ length: count }, (_, n) => textOf(letters, offsets[n] ?? 0, offsets[n + 1] ?? 0))
    },
  }
}

/** In pieces: a call takes only so many arguments. */
function textOf(letters: Uint16Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 8192) {
    text += String.fromCharCode(...letters.subarray(at, Math.min(to, at + 8192)))
  }
  return text
}
