/** The consonants of names, each in a row, and all of them in one text to be searched at once. */
export interface Heard {
  readonly names: readonly string[]
  readonly joined: string
  /** Of each place of `joined`, which name stands there. */
  readonly nameAt: Uint32Array
}

/** How one word sounds, in each of its readings, and in which names it is heard; null where they are too many to be worth a list. */
export interface WordHeard {
  readonly sounds: readonly string[]
  readonly names: readonly number[] | null
}

/** A sound that so many names have tells them apart no better than reading the words. */
const MOST_NAMES = 64

export function heardIn(sounds: readonly string[]): Heard {
  const names = [...new Set(sounds)]
  const nameAt = new Uint32Array(names.reduce((sum, name) => sum + name.length + 1, 0))
  let at = 0
  names.forEach((name, number) => {
    nameAt.fill(number, at, at + name.length + 1)
    at += name.length + 1
  })
  return { names, joined: names.join(' '), nameAt }
}

/** Null for a word that no name has, in any of its readings. */
export function hearWord(sounds: readonly string[], { joined, nameAt }: Heard): WordHeard | null {
  const heard = sounds.filter((sound) => joined.includes(sound))
  if (heard.length === 0) return null
  // A word of vowels alone is heard in every name.
  if (heard.includes('')) return { sounds: heard, names: null }
  const names = new Set<number>()
  for (const sound of heard)
    for (
      let at = joined.indexOf(sound);
      at !== -1 && names.size <= MOST_NAMES;
      at = joined.indexOf(sound, at + 1)
    )
      names.add(nameAt[at] ?? 0)
  return { sounds: heard, names: names.size > MOST_NAMES ? null : [...names] }
}

/** Whether some name has all the words, one after another. Says yes where it would take long to tell. */
export function inOneName(words: readonly WordHeard[], { names }: Heard): boolean {
  const [fewest] = words
    .flatMap((word) => (word.names === null ? [] : [word.names]))
    .sort((a, b) => a.length - b.length)
  return fewest === undefined || fewest.some((number) => hasInOrder(names[number] ?? '', words))
}

function hasInOrder(name: string, words: readonly WordHeard[]): boolean {
  let from = 0
  for (const { sounds } of words) {
    const ends = sounds.flatMap((sound) => {
      const at = name.indexOf(sound, from)
      return at === -1 ? [] : [at + sound.length]
    })
    if (ends.length === 0) return false
    from = Math.min(...ends)
  }
  return true
}
