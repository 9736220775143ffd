/**
 * Texts as the kernel reads them: all letters in one array, and per text the masks from which an upper bound of the similarity is
 * had without looking at a letter. Plain typed arrays, so that worker threads can share them.
 */
export interface TextPool {
  /** Where each text begins in `letters`; one more at the end. */
  readonly offsets: Int32Array
  readonly letters: Uint16Array
  /**
   * Four numbers for each text, side by side so that one look at memory finds them. The first, bit c: a letter of class c (code & 31) stands in
   * the text; classes may hold several letters, the bound stays an upper bound. The second, bit c: two letters of class c at least. The
   * third: the length (at most 255) in its low byte, and in the next how many letters are the third or later of their class. The fourth: the low bytes of
   * the first four letters, the first in the lowest.
   */
  readonly marks: Int32Array
}

/** How typed arrays are made: shared between threads, or not. */
export interface Room {
  readonly int32: (length: number) => Int32Array
  readonly uint16: (length: number) => Uint16Array
}

export const OWN_ROOM: Room = {
  int32: (length) => new Int32Array(length),
  uint16: (length) => new Uint16Array(length),
}

/** For several threads; where the surroundings allow no shared memory this throws. */
export const SHARED_ROOM: Room = {
  int32: (length) => new Int32Array(new SharedArrayBuffer(4 * length)),
  uint16: (length) => new Uint16Array(new SharedArrayBuffer(2 * length)),
}

export function textPool(texts: readonly string[], room: Room = OWN_ROOM): TextPool {
  let total = 0
  for (const text of texts) total += text.length
  const count = texts.length
  const pool = {
    offsets: room.int32(count + 1),
    letters: room.uint16(total),
    marks: room.int32(4 * count),
  }
  let at = 0
  for (let n = 0; n < count; n++) {
    const text = texts[n] ?? ''
    let once = 0
    let twice = 0
    let more = 0
    let head = 0
    for (let k = 0; k < text.length; k++) {
      const letter = text.charCodeAt(k)
      pool.letters[at++] = letter
      if (k < 4) head |= (letter & 255) << (8 * k)
      const bit = 1 << (letter & 31)
      if ((once & bit) === 0) once |= bit
      else if ((twice & bit) === 0) twice |= bit
      else more += 1
    }
    pool.marks[4 * n] = once
    pool.marks[4 * n + 1] = twice
    pool.marks[4 * n + 2] = Math.min(255, text.length) | (Math.min(255, more) << 8)
    pool.marks[4 * n + 3] = head
    pool.offsets[n + 1] = at
  }
  return pool
}

/** Ones among the bits of a 32-bit word. */
export function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
