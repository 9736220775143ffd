import { foldWord, type Token } from './tokens.ts'

/** What was read from a place on: its meaning, and how many tokens it took. */
export interface Read<Value> {
  readonly value: Value
  readonly length: number
}

/** Finds the longest phrase that stands at a place. */
export type PhraseBook<Value> = (tokens: readonly Token[], at: number) => Read<Value> | null

interface Entry<Value> {
  readonly words: readonly string[]
  readonly value: Value
}

/**
 * A book of phrases with their meanings, written `['saw', 'i saw | we saw']`. Words are compared as tokens are; the first word of a phrase may have a particle
 * written onto it, and so may later ones. Hyphens between the words of a phrase are passed over.
 */
export function phraseBook<Value>(
  phrases: readonly (readonly [meaning: Value, ...phrases: readonly string[]])[],
): PhraseBook<Value> {
  const byFirst = new Map<string, Entry<Value>[]>()
  for (const [value, ...variants] of phrases)
    for (const variant of variants.flatMap((text) => text.split(' | '))) {
      const words = variant.split(' ').map(foldWord)
      const first = words[0] ?? ''
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }])
    }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return (tokens, at) => {
    let best: Read<Value> | null = null
    for (const form of tokens[at]?.forms ?? [])
      for (const { words, value } of byFirst.get(form) ?? []) {
        const length = lengthOf(words, tokens, at)
        if (length > (best?.length ?? 0)) best = { value, length }
      }
    return best
  }
}

/** How many tokens a phrase takes at a place; 0 when it does not stand there. */
function lengthOf(words: readonly string[], tokens: readonly Token[], at: number): number {
  let next = at
  for (const [nth, word] of words.entries()) {
    if (nth > 0 && tokens[next]?.text === '-') next++
    if (!tokens[next]?.forms.includes(word)) return 0
    next++
  }
  return next - at
}
