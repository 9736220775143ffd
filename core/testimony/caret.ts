import { indexText, type TextIndex } from './code-points.ts'
import type { Stretch } from './make-passage.ts'

/** What a reader moves by. */
export type ReadingUnit = 'word' | 'sentence' | 'turn'

/** Where a reader stands, always on something whole; from `anchor` to `head` is chosen. */
export interface Caret {
  readonly anchor: Stretch
  readonly head: Stretch
}

export interface CaretMove {
  readonly unit: ReadingUnit
  readonly forward: boolean
  /** Keeps the anchor, so that more or less is chosen. */
  readonly extend: boolean
}

/** How a caret walks through a text. Positions count code points, so that no character is ever halved. */
export interface CaretWalk {
  /** The next of its kind, across turns; the same caret at either end. From nowhere, the first or the last. */
  readonly move: (from: Caret | null, move: CaretMove) => Caret | null
  /** A stretch widened to whole words and freed of blanks at its ends; null where it holds no word. */
  readonly whole: (stretch: Stretch) => Stretch | null
}

/**
 * Walks a text by words, sentences and turns, as Unicode segments them (UAX 29): an Arabic word keeps its joined letters,
 * a letter its marks, an emoji its parts. A turn is cut into its units when somebody comes to it.
 * @param turns stretches of the text in its order, not overlapping
 */
export function caretWalk(content: string, turns: readonly Stretch[]): CaretWalk {
  const index = indexText(content)
  const cut = cutter(index, turns)
  return {
    move: (from, { unit, forward, extend }) => {
      const head = forward
        ? after(cut(unit), turns, from?.head.end ?? -1)
        : before(cut(unit), turns, from?.head.start ?? Infinity)
      if (head === null) return from
      return { anchor: extend && from !== null ? from.anchor : head, head }
    },
    whole: (stretch) => {
      const words = turns.flatMap((turn, at) =>
        turn.start < stretch.end && turn.end > stretch.start ? cut('word')(at) : [],
      )
      const touched = words.filter(({ start, end }) => start < stretch.end && end > stretch.start)
      const [first, last] = [touched[0], touched.at(-1)]
      if (first === undefined || last === undefined) return null
      return { start: first.start, end: Math.max(last.end, trimmedEnd(index, stretch)) }
    },
  }
}

/** All that is chosen. */
export function chosenBy({ anchor, head }: Caret): Stretch {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) }
}

type Cut = (turn: number) => readonly Stretch[]

function after(cut: Cut, turns: readonly Stretch[], position: number): Stretch | null {
  for (let at = turns.findIndex(({ end }) => end > position); at >= 0 && at < turns.length; at++) {
    const found = cut(at).find(({ start }) => start >= position)
    if (found !== undefined) return found
  }
  return null
}

function before(cut: Cut, turns: readonly Stretch[], position: number): Stretch | null {
  for (let at = turns.findLastIndex(({ start }) => start < position); at >= 0; at--) {
    const found = cut(at).findLast(({ end }) => end <= position)
    if (found !== undefined) return found
  }
  return null
}

function cutter(index: TextIndex, turns: readonly Stretch[]): (unit: ReadingUnit) => Cut {
  const known = {
    word: new Map<number, readonly Stretch[]>(),
    sentence: new Map<number, readonly Stretch[]>(),
  }
  return (unit) => (at) => {
    const turn = turns[at]
    if (turn === undefined) return []
    if (unit === 'turn') return [turn]
    const there = known[unit].get(at) ?? unitsOf(index, turn, unit)
    known[unit].set(at, there)
    return there
  }
}

const SEGMENTERS = {
  word: new Intl.Segmenter('und', { granularity: 'word' }),
  sentence: new Intl.Segmenter('und', { granularity: 'sentence' }),
} as const

function unitsOf(index: TextIndex, turn: Stretch, unit: 'word' | 'sentence'): readonly Stretch[] {
  const words = index.slice(turn.start, turn.end)
  const within = indexText(words)
  const found: Stretch[] = []
  for (const { segment, index: at, isWordLike } of SEGMENTERS[unit].segment(words)) {
    const said = segment.trimEnd()
    // Of words only those: not the blanks and stops between them. A line of emoji or digits is one.
    if (said === '' || (unit === 'word' && isWordLike !== true && !SPEAKS.test(said))) continue
    const start = turn.start + within.codePointAt(at)
    found.push({ start, end: turn.start + within.codePointAt(at + said.length) })
  }
  return found
}

/** What says something without being a word. */
const SPEAKS = /\p{Extended_Pictographic}|\p{N}/u

/** Where a stretch ends when the blanks at its end are left out: a full stop that somebody chose stays. */
function trimmedEnd(index: TextIndex, { start, end }: Stretch): number {
  const words = index.slice(start, end)
  return end - (indexText(words).length - indexText(words.trimEnd()).length)
}
