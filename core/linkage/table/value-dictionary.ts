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
  let units = new Uint16Array(256)
  const push = (id: number) => {
    if (rows === ids.length) {
      const more = new Int32Array(ids.length * 2)
      more.set(ids)
      ids = more
    }
    ids[rows++] = id
  }
  const numberOfText = (text: string) => {
    const { length } = text
    if (length > units.length) units = new Uint16Array(2 * length)
    for (let n = 0; n < length; n++) units[n] = text.charCodeAt(n)
    return table.numberOf(units, 0, length)
  }
  const numberOfBytes = (bytes: Uint8Array, from: number, to: number) =>
    isAscii(bytes, from, to)
      ? table.numberOf(bytes, from, to)
      : numberOfText(decoder.decode(bytes.subarray(from, to)))
  return {
    add: (text) => push(text === null || text === '' ? -1 : numberOfText(text)),
    addBytes: (bytes, from, to) => push(from === to ? -1 : numberOfBytes(bytes, from, to)),
    raw: () => ({ ids: ids.subarray(0, rows), texts: table.texts() }),
  }
}

/** Bytes that are letters of ASCII are the units of their text; others have to be made a text first. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let all = 0
  for (let n = from; n < to; n++) all |= bytes[n] ?? 0
  return all < 128
}

/** UTF-16 units, or bytes of ASCII, which are the same. */
type Units = Uint8Array | Uint16Array

/** A text of so many letters of ASCII is its own key: four letters to a word, three words. */
const SHORT = 12
/** Stands in the third word of the key of any other text: no letter of ASCII sets this bit. */
const NOT_SHORT = 1 << 31

/** Three words by which a text is found. */
const key = new Int32Array(3)

/** Writes the key of a text: its letters, or a hash and its length, which other texts may share. */
function keyOf(units: Units, from: number, to: number): void {
  if (to - from <= SHORT && packed(units, from, to)) return
  let hash = 0x811c9dc5 | 0
  for (let n = from; n < to; n++) hash = Math.imul(hash ^ (units[n] ?? 0), 16777619)
  key[0] = hash
  key[1] = to - from
  key[2] = NOT_SHORT
}

/** False where a unit is no letter of ASCII. NUL is none either: it would be the same as no letter. */
function packed(units: Units, from: number, to: number): boolean {
  key.fill(0)
  let [all, none] = [0, false]
  for (let n = from; n < to; n++) {
    const unit = units[n] ?? 0
    const at = n - from
    all |= unit
    none ||= unit === 0
    key[at >> 2] = (key[at >> 2] ?? 0) | (unit << ((at & 3) << 3))
  }
  return all < 128 && !none
}

function scattered(a: number, b: number, c: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ b ^ (h >>> 13), 0x297a2d39)
  h = Math.imul(h ^ c ^ (h >>> 15), 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Texts one after the other in an array of letters, found by their keys. */
function letterTable() {
  let letters = new Uint16Array(1 << 16)
  let offsets = new Int32Array(1024)
  let mask = 4095
  // Key and number of a text side by side, so that most texts are found with one look at memory.
  let slots = new Int32Array(4 * (mask + 1)).fill(-1)
  let count = 0
  const grow = () => {
    const old = slots
    mask = mask * 2 + 1
    slots = new Int32Array(4 * (mask + 1)).fill(-1)
    for (let at = 0; at < old.length; at += 4) {
      if ((old[at + 3] ?? -1) < 0) continue
      let to = scattered(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0) & mask
      while ((slots[4 * to + 3] ?? -1) >= 0) to = (to + 1) & mask
      for (let word = 0; word < 4; word++) slots[4 * to + word] = old[at + word] ?? 0
    }
  }
  /** Puts a text that is new behind the others, and into the free slot that was found for it. */
  const added = (units: Units, from: number, to: number, at: number) => {
    const start = offsets[count] ?? 0
    const end = start + to - from
    if (end > letters.length) {
      const more = new Uint16Array(Math.max(letters.length * 2, end))
      more.set(letters)
      letters = more
    }
    for (let n = from; n < to; n++) letters[start + n - from] = units[n] ?? 0
    slots.set(key, 4 * at)
    slots[4 * at + 3] = count
    count += 1
    if (count + 1 >= offsets.length) {
      const more = new Int32Array(offsets.length * 2)
      more.set(offsets)
      offsets = more
    }
    offsets[count] = end
    if (count * 2 > mask) grow()
    return count - 1
  }
  return {
    numberOf(units: Units, from: number, to: number): number {
      keyOf(units, from, to)
      const a = key[0] ?? 0
      const b = key[1] ?? 0
      const c = key[2] ?? 0
      let at = scattered(a, b, c) & mask
      for (;;) {
        const number = slots[4 * at + 3] ?? -1
        if (number < 0) return added(units, from, to, at)
        const isFound = slots[4 * at] === a && slots[4 * at + 1] === b && slots[4 * at + 2] === c
        if (isFound && (c !== NOT_SHORT || isText(letters, offsets[number] ?? 0, units, from, to)))
          return number
        at = (at + 1) & mask
      }
    },
    texts: () => textsOf(letters, offsets, count),
  }
}

/** Whether the letters from `at` on are those of a text as long. */
function isText(letters: Uint16Array, at: number, units: Units, from: number, to: number): boolean {
  let n = from
  while (n < to && letters[at + n - from] === units[n]) n += 1
  return n === to
}

/** Letters made a text at once: a call takes only so many arguments. */
const AT_ONCE = 8192

/** Many texts are cut from one stretch of letters, which costs less than to make each from its own. */
function textsOf(letters: Uint16Array, offsets: Int32Array, count: number): readonly string[] {
  const texts: string[] = []
  while (texts.length < count) {
    const first = texts.length
    const from = offsets[first] ?? 0
    let end = first + 1
    while (end < count && (offsets[end + 1] ?? 0) - from <= AT_ONCE) end += 1
    const stretch = textOf(letters, from, offsets[end] ?? 0)
    for (let n = first; n < end; n++)
      texts.push(stretch.slice((offsets[n] ?? 0) - from, (offsets[n + 1] ?? 0) - from))
  }
  return texts
}

function textOf(letters: Uint16Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += AT_ONCE)
    text += String.fromCharCode(...letters.subarray(at, Math.min(to, at + AT_ONCE)))
  return text
}
