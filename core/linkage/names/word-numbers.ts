/** Returned for a word that has no number yet. */
export const NO_NUMBER = -2

/**
 * Numbers of words, looked up by a stretch of a longer text without cutting it out: a list of a million names has four million words and some ten
 * thousand different ones, and cutting each out costs more than all the reading. Open addressing; letters are compared, so a shared hash is no
 * mistake.
 */
export class WordNumbers {
  /** Word + 1 in each slot; 0 is free. At most half are taken. */
  #slots = new Int32Array(1024)
  #hashes = new Int32Array(512)
  #numbers = new Int32Array(512)
  readonly #words: string[] = []

  /** The number of `text` from one position to another, end excluded. */
  find(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to)
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#slots[slot] ?? 0) - 1
      if (word === -1) return NO_NUMBER
      if (this.#hashes[word] === hash && isAt(this.#words[word] ?? '', text, from, to))
        return this.#numbers[word] ?? NO_NUMBER
    }
  }

  /** Gives a word its number; it must have none. */
  add(word: string, number: number): void {
    const at = this.#words.length
    if (at === this.#hashes.length) this.#grow()
    this.#hashes[at] = hashOf(word, 0, word.length)
    this.#numbers[at] = number
    this.#words.push(word)
    this.#place(at)
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[word] ?? 0) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = word + 1
  }

  #grow(): void {
    const size = 2 * this.#hashes.length
    this.#hashes = enlarged(this.#hashes, size)
    this.#numbers = enlarged(this.#numbers, size)
    this.#slots = new Int32Array(2 * size)
    for (let word = 0; word < this.#words.length; word += 1) this.#place(word)
  }
}

function enlarged(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size)
  larger.set(numbers)
  return larger
}

/** FNV-1a over UTF-16 units, its high bits brought down. */
function hashOf(text: string, from: number, to: number): number {
  let hash = -2_128_831_035
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return hash ^ (hash >>> 15)
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}
