import { ok, refuse, type Outcome } from '@corroborate/base'
import { indexText } from '../code-points.ts'
import type { Text } from '../text.ts'
import type { ProtectedName } from './candidate.ts'
import type { Aligned } from './protect-text.ts'

/** A token, or the pseudonym of a speaker, and the words in whose place it stands. */
export interface StandsFor {
  readonly token: string
  readonly words: string
}

/**
 * What was taken out of a text before it was sent: with the working text it is the original, and without it names and no testimony. It is sealed
 * beside the text and is nowhere else.
 */
export interface OriginalWords {
  /** The digest of the working text as it was taken in: what is said here of its tokens holds of no other. */
  readonly sha256: string
  /** Each token of the text, in the order in which they stand in it. */
  readonly tokens: readonly StandsFor[]
  /** Who spoke, each once; the pseudonym bare. */
  readonly speakers: readonly StandsFor[]
}

const TOKENS = /⟦[A-Z][0-9]{1,6}⟧/gu

/** The tokens in some words, in their order, with their place in code points. */
export function tokensIn(
  words: string,
): readonly { readonly token: string; readonly start: number; readonly end: number }[] {
  const index = indexText(words)
  return Array.from(words.matchAll(TOKENS), ({ 0: token, index: unit }) => {
    const start = index.codePointAt(unit)
    return { token, start, end: start + token.length }
  })
}

/**
 * The words for which the tokens of a working text stand, each with its place in that text. As it was taken in, each token is exactly what stood
 * there. In a later version it still is where the tokens follow each other as they did; where a correction took one out or put one in, each is the
 * words for which it stood first: the same person, and perhaps another spelling. A token that nobody knows stays one.
 * @returns refused with `does-not-fit` where the first version is not the text for which the words were kept
 */
export function namesBack(
  { content, sha256, version }: Pick<Text, 'content' | 'sha256' | 'version'>,
  original: OriginalWords,
): Outcome<readonly Aligned[], 'does-not-fit'> {
  if (version === 1 && sha256 !== original.sha256)
    return refuse('does-not-fit', 'the words were kept for another text than the one that is shown')
  const found = tokensIn(content)
  const inOrder =
    found.length === original.tokens.length &&
    found.every(({ token }, at) => token === original.tokens[at]?.token)
  const first = new Map(original.tokens.toReversed().map(({ token, words }) => [token, words]))
  return ok(
    found.flatMap(({ token, start, end }, at) => {
      const words = inOrder ? original.tokens[at]?.words : first.get(token)
      return words === undefined || words === token ? [] : [{ start, end, original: words }]
    }),
  )
}

/** Who is known under which token, each with every spelling in which they were met; in the order in which tokens were first used. */
export function namesKnown(originals: readonly OriginalWords[]): readonly ProtectedName[] {
  const spellings = new Map<string, Set<string>>()
  const know = (token: string, words: string) => {
    if (words !== token) spellings.set(token, (spellings.get(token) ?? new Set()).add(words))
  }
  for (const { tokens, speakers } of originals) {
    for (const { token, words } of tokens) know(token, words)
    for (const { token, words } of speakers)
      if (tokensIn(`⟦${token}⟧`).length === 1) know(`⟦${token}⟧`, words)
  }
  return [...spellings].map(([token, words]) => ({ token, spellings: [...words] }))
}

/** Everything in whose place something stands, tokens and pseudonyms of any form: what must not be told, in every spelling in which it was met. */
export function wordsReplaced(originals: readonly OriginalWords[]): readonly ProtectedName[] {
  const alike = ({ sha256, tokens, speakers }: OriginalWords) => ({
    ...{ sha256, tokens: [...tokens, ...speakers], speakers: [] },
  })
  return namesKnown(originals.map(alike))
}
