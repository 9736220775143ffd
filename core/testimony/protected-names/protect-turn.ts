import { ok, type Outcome } from '@corroborate/base'
import { codePointLength, indexText } from '../code-points.ts'
import type { SpokenTurn } from '../lay-turns.ts'
import { protectText, type ProtectFault, type Replacement } from './protect-text.ts'

/** What a turn says, its pieces in a row: a name may begin in one and end in the next. */
export function wordsOfTurn({ pieces }: Pick<SpokenTurn, 'pieces'>): string {
  return pieces.map(({ words, paragraph }, at) => (at === 0 ? words : between(paragraph) + words)).join('')
}

/**
 * Puts tokens where names were in a turn that was read out of a file, before it is laid out. A name that runs over several pieces leaves its token
 * in the first of them, and nothing in the others.
 * @param replacements by code points of `wordsOfTurn`
 * @returns the turn, its times as they were; refused as `protectText` refuses
 */
export function protectTurn(
  turn: SpokenTurn,
  replacements: readonly Replacement[],
): Outcome<SpokenTurn, ProtectFault> {
  if (replacements.length === 0) return ok(turn)
  const protectedWords = protectText(wordsOfTurn(turn), replacements)
  if (!protectedWords.ok) return protectedWords
  const working = indexText(protectedWords.value.working)
  const inOrder = [...replacements].sort((a, b) => a.start - b.start)
  let at = 0
  const pieces = turn.pieces.map((piece, i) => {
    if (i > 0) at += codePointLength(between(piece.paragraph))
    const [start, end] = [at, at + codePointLength(piece.words)]
    at = end
    return { ...piece, words: working.slice(movedTo(start, inOrder), movedTo(end, inOrder)) }
  })
  return ok({ ...turn, pieces })
}

function between(paragraph: boolean): string {
  return paragraph ? '\n' : ' '
}

/** Where a place of the original is in the working text; of one inside a name, the end of its token. */
function movedTo(place: number, inOrder: readonly Replacement[]): number {
  let shift = 0
  for (const { start, end, token } of inOrder) {
    if (place <= start) break
    const width = codePointLength(token)
    if (place < end) return start + shift + width
    shift += width - (end - start)
  }
  return place + shift
}
