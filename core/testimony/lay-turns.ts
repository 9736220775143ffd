import { codePointLength } from './code-points.ts'
import { directionOfWords } from './direction-of-words.ts'
import { freezeText } from './freeze-text.ts'
import type { MachineDoubt, Turn, TurnPiece } from './text.ts'

/** What somebody said, as it comes out of a file: before it has a place in a text. */
export interface SpokenTurn {
  readonly speaker: string | null
  readonly pieces: readonly SpokenPiece[]
}

/** Words of a turn, with their place in a recording in milliseconds where it is known. */
export interface SpokenPiece {
  readonly words: string
  /** Whether they begin a paragraph; otherwise they go on in the line. */
  readonly paragraph: boolean
  readonly from: number | null
  readonly to: number | null
  readonly doubt: MachineDoubt | null
}

export interface LaidText {
  /** Frozen: freezing it again changes nothing. */
  readonly content: string
  readonly turns: readonly Turn[]
}

/**
 * Turns laid out as a working text: each begins with its label (`W3: …`), which is part of it, and an empty line stands between two.
 * Pieces are normalised one by one, so that their positions hold in the frozen text. Turns without words are left away.
 */
export function layTurns(spoken: readonly SpokenTurn[]): LaidText {
  const contents: string[] = []
  const turns: Turn[] = []
  let at = 0
  for (const { speaker, pieces } of spoken) {
    const words = pieces
      .map((piece) => ({ ...piece, words: plain(piece.words) }))
      .filter((piece) => piece.words !== '')
    if (words.length === 0) continue
    if (contents.length > 0) at += 2
    const label = speaker === null ? '' : plain(speaker).replaceAll(/\s+/g, ' ')
    const laid = laidTurn(label === '' ? '' : `${label}: `, words, at)
    contents.push(laid.content)
    const end = at + codePointLength(laid.content)
    const timed = laid.pieces.some(({ from, to, doubt }) => from !== null || to !== null || doubt !== null)
    turns.push({
      ...{ speaker: label === '' ? null : label, start: at, end },
      direction: directionOfWords(words.map((piece) => piece.words).join(' ')),
      ...(timed ? { pieces: laid.pieces } : {}),
    })
    at = end
  }
  return { content: contents.join('\n\n'), turns }
}

function laidTurn(
  label: string,
  spoken: readonly SpokenPiece[],
  from: number,
): { readonly content: string; readonly pieces: readonly TurnPiece[] } {
  const pieces: TurnPiece[] = []
  let content = label
  let at = from + codePointLength(label)
  for (const [i, piece] of spoken.entries()) {
    if (i > 0) {
      content += piece.paragraph ? '\n' : ' '
      at++
    }
    const end = at + codePointLength(piece.words)
    content += piece.words
    pieces.push({ start: at, end, from: piece.from, to: piece.to, doubt: piece.doubt })
    at = end
  }
  return { content, pieces }
}

function plain(words: string): string {
  return freezeText(freezeText(words).content.trim()).content
}
