import {
  alignVersions,
  indexText,
  sliceCodePoints,
  spokenFrom,
  type Correction,
  type Text,
} from '@corroborate/testimony'
import { spanOf, type Span } from './time-in-recording.ts'

/** What of a text can be typed anew: the words of a turn, or what stands between turns, by where it starts. */
export interface TypedTurn {
  readonly start: number
  readonly speaker: string | null
  readonly direction: 'ltr' | 'rtl' | undefined
  /** From when to when it is heard; null where no time is known. */
  readonly span: Span | null
  /** Where its own words begin. */
  readonly spoken: number
  readonly words: string
}

/** The text turn by turn; in texts without turns it is all one. */
export function typedTurns({ content, turns }: Pick<Text, 'content' | 'turns'>): readonly TypedTurn[] {
  const index = indexText(content)
  const whole = turns.length === 0 ? [{ speaker: null, start: 0, end: index.length }] : turns
  return whole.map((turn) => {
    const spoken = spokenFrom(index.slice(turn.start, turn.end), turn)
    const { start, speaker } = turn
    const direction = 'direction' in turn ? turn.direction : undefined
    const span = spanOf(turns, turn)
    return { start, speaker, direction, span, spoken, words: index.slice(spoken, turn.end) }
  })
}

/** Turns that were typed anew, by where they start. */
export type TypedAnew = readonly (readonly [start: number, words: string])[]

/** What was kept of them; null where it is none. */
export function typedKept(kept: unknown): TypedAnew | null {
  return Array.isArray(kept) && kept.every(isTyped) ? kept : null
}

function isTyped(pair: unknown): pair is [number, string] {
  return Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string'
}

/** The words that differ from what stood there, of the turns that were typed anew. */
export function correctionsOf(
  text: Pick<Text, 'content' | 'turns'>,
  typed: ReadonlyMap<number, string>,
): readonly Correction[] {
  return typedTurns(text).flatMap(({ start, spoken, words }) => {
    const anew = typed.get(start)
    if (anew === undefined) return []
    return alignVersions(words, anew).flatMap(({ before, after, same }) =>
      same
        ? []
        : [
            {
              start: spoken + before.start,
              end: spoken + before.end,
              words: sliceCodePoints(anew, after.start, after.end),
            },
          ],
    )
  })
}
