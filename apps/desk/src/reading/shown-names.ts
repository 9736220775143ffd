import { createContext, use } from 'react'
import { ok, type Outcome } from '@corroborate/base'
import { indexText, namesBack, tokensIn, type OriginalWords, type Text } from '@corroborate/testimony'

/** Names that are shown in the place of tokens. They are in this window alone: nothing that is sent is made of them. */
export interface ShownNames {
  /** The words for a token, by the code point of the text at which it starts. */
  readonly at: ReadonlyMap<number, string>
  /** Who speaks, by their pseudonym. */
  readonly speakers: ReadonlyMap<string, string>
}

export function shownNames(
  text: Pick<Text, 'content' | 'sha256' | 'version'>,
  original: OriginalWords,
): Outcome<ShownNames> {
  const aligned = namesBack(text, original)
  if (!aligned.ok) return aligned
  return ok({
    at: new Map(aligned.value.map(({ start, original: words }) => [start, words])),
    speakers: new Map(original.speakers.map(({ token, words }) => [token, words])),
  })
}

/** Some words of a text, as they are stored; where a name is shown in their place, with it. */
export interface NamedPiece {
  readonly words: string
  readonly name: string | null
}

/**
 * Words of a text cut where names are shown. Joined, the pieces are the words as they are stored: a name is beside them and not among them.
 * @param start where the words stand in the text, in code points
 */
export function namedPieces(words: string, start: number, { at }: ShownNames): readonly NamedPiece[] {
  const index = indexText(words)
  const pieces: NamedPiece[] = []
  let done = 0
  for (const token of tokensIn(words)) {
    const name = at.get(start + token.start)
    if (name === undefined) continue
    pieces.push({ words: index.slice(done, token.start), name: null }, { words: token.token, name })
    done = token.end
  }
  return [...pieces, { words: index.slice(done, index.length), name: null }].filter(
    (piece) => piece.words !== '',
  )
}

/** Null while none are shown. */
export const ShownNamesContext = createContext<ShownNames | null>(null)

export function useShownNames(): ShownNames | null {
  return use(ShownNamesContext)
}
