import type { Dice } from '@corroborate/base'

/** Ways of saying things, dealt so that each is used before any is used again. */
export interface Decks {
  readonly next: (name: string, ways: readonly [string, ...string[]]) => string
}

export function decksFrom(dice: Dice): Decks {
  const dealt = new Map<string, readonly string[]>()
  return {
    next: (name, ways) => {
      const left = dealt.get(name) ?? []
      const [first = ways[0], ...rest] = left.length > 0 ? left : dice.fork(name).shuffle(ways)
      dealt.set(name, rest)
      return first
    },
  }
}

/** The same words for the same thing, as two people have who agreed on them; they are asked like everybody. */
export function rehearsedDecks(usual: Decks): Decks {
  const isTold = (name: string) => name.includes('/detainee/') && !name.endsWith('/ask')
  return { next: (name, ways) => (isTold(name) ? ways[0] : usual.next(name, ways)) }
}
