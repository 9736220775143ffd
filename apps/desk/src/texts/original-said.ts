import type { OriginalWords, StandsFor } from '@corroborate/testimony'
import { holds } from '../api.ts'

/** What is sealed of a text, as it is written inside. */
export function originalText({ sha256, tokens, speakers }: OriginalWords): string {
  return JSON.stringify({ sha256, tokens: pairsOf(tokens), speakers: pairsOf(speakers) })
}

/** Null where the text says something else. */
export function originalIn(text: string): OriginalWords | null {
  try {
    const said: unknown = JSON.parse(text)
    if (!holds<Record<keyof OriginalWords, unknown>>(said, ['sha256', 'tokens', 'speakers'])) return null
    const [tokens, speakers] = [standingIn(said.tokens), standingIn(said.speakers)]
    return typeof said.sha256 === 'string' && tokens && speakers
      ? { sha256: said.sha256, tokens, speakers }
      : null
  } catch {
    return null
  }
}

function pairsOf(all: readonly StandsFor[]): readonly (readonly [string, string])[] {
  return all.map(({ token, words }) => [token, words])
}

function standingIn(pairs: unknown): readonly StandsFor[] | null {
  return Array.isArray(pairs) && pairs.every(isPair)
    ? pairs.map(([token, words]) => ({ token, words }))
    : null
}

function isPair(pair: unknown): pair is readonly [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string')
}
