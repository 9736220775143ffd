/** How an address names a passage of a text, and the element where its first words stand: `#p=<passage>`. */
export function passageHash(passage: string): string {
  return `p=${passage}`
}

/** The passage that an address names; null when it names none. */
export function passageOfHash(hash: string): string | null {
  return hash.startsWith('p=') && hash.length > 2 ? hash.slice(2) : null
}
