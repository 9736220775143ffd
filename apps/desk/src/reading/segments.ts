import type { PassageId } from '@corroborate/base'
import {
  directionOfWords,
  indexText,
  spokenFrom,
  type Passage,
  type Text,
  type TextIndex,
  type Turn,
} from '@corroborate/testimony'

/** A stretch of a turn in which the same passages run; positions in code points of the whole text. */
export interface Segment {
  readonly start: number
  readonly text: string
  /** The passages that run here, the shortest first; none where nothing is marked. */
  readonly passages: readonly PassageId[]
  /** Passages whose first words these are: where a reader is taken to. */
  readonly opens: readonly PassageId[]
}

/** A speaker's turn as it is read; `speaker` is null for what stands between turns and in texts without any. */
export interface ReadTurn {
  readonly speaker: string | null
  readonly start: number
  readonly end: number
  /** Where its own words begin, past the label. */
  readonly spoken: number
  /** Of its own words, whatever its label is written in: an interviewer's question may be in another language than the answer. */
  readonly direction: 'ltr' | 'rtl'
  /** All that stands in it, the label too. */
  readonly words: string
  readonly marks: readonly Mark[]
}

/** A passage that runs in a turn; it may begin before it and end behind it. */
export interface Mark {
  readonly id: PassageId
  readonly start: number
  readonly end: number
  /** Whether its first words stand in this turn. */
  readonly opens: boolean
}

type Span = Omit<Mark, 'opens'>

/** What of a passage is drawn: where it stands. */
type Marked = Pick<Passage, 'id' | 'start' | 'end'>

/**
 * A text cut into turns, each with the passages that run in it. Turns and passages are gone through once, side by side: of a long text with
 * thousands of passages this is done after every mark.
 * A mark that would cut a word is drawn to the end of that word: a cut Arabic word loses its joined letters.
 */
export function readTurns(text: Text, passages: readonly Marked[]): readonly ReadTurn[] {
  const index = indexText(text.content)
  const spans = passages.map((passage) => spanOf(index, passage)).sort((a, b) => a.start - b.start)
  const opened = new Set<PassageId>()
  let [running, next]: [readonly Span[], number] = [[], 0]
  const turns: ReadTurn[] = []
  for (const turn of stretches(index.length, text.turns)) {
    const reached = next
    while ((spans[next]?.start ?? Infinity) < turn.end) next++
    running = [...running, ...spans.slice(reached, next)].filter(({ end }) => end > turn.start)
    const words = index.slice(turn.start, turn.end)
    if (turn.speaker === null && words.trim() === '') continue
    turns.push(readTurn(turn, words, marksOf(running, opened)))
  }
  return turns
}

function readTurn(turn: Turn, words: string, marks: readonly Mark[]): ReadTurn {
  const { speaker, start, end } = turn
  const spoken = spokenFrom(words, turn)
  // Texts that were written without it. A label in Latin letters (`W3:`) says nothing of the words behind it.
  const direction = turn.direction ?? directionOfWords(indexText(words).slice(spoken - start, end - start))
  return { speaker, start, end, spoken, direction, words, marks }
}

/** A passage opens where it is met first, which is not its start when that lies in blank space between turns. */
function marksOf(running: readonly Span[], opened: Set<PassageId>): readonly Mark[] {
  return running.map((span) => {
    const opens = !opened.has(span.id)
    opened.add(span.id)
    return { ...span, opens }
  })
}

/** The same turns, those that have not changed being the same objects as before: who draws them need not do it again. */
export function keptTurns(before: readonly ReadTurn[], after: readonly ReadTurn[]): readonly ReadTurn[] {
  const byStart = new Map(before.map((turn) => [turn.start, turn]))
  return after.map((turn) => {
    const was = byStart.get(turn.start)
    return was !== undefined && isSameTurn(was, turn) ? was : turn
  })
}

function isSameTurn(a: ReadTurn, b: ReadTurn): boolean {
  return (
    a.words === b.words &&
    a.marks.length === b.marks.length &&
    a.marks.every((one, at) => isSameMark(one, b.marks[at]))
  )
}

function isSameMark(a: Mark, b: Mark | undefined): boolean {
  return a.id === b?.id && a.start === b.start && a.end === b.end && a.opens === b.opens
}

/** The turns and what lies between them, in the order of the text. */
function stretches(length: number, turns: readonly Turn[]): readonly Turn[] {
  const inOrder = [...turns].sort((a, b) => a.start - b.start)
  const all: Turn[] = []
  let reached = 0
  for (const turn of inOrder) {
    if (turn.start > reached) all.push({ speaker: null, start: reached, end: turn.start })
    all.push({ ...turn, start: Math.max(turn.start, reached) })
    reached = Math.max(reached, turn.end)
  }
  if (reached < length) all.push({ speaker: null, start: reached, end: length })
  return all
}

/** A turn cut into stretches for marking, done for those that are drawn. The words are never changed: the stretches, joined, are the turn. */
export function segmentsOf({ start, end, words, marks }: ReadTurn): readonly Segment[] {
  const index = indexText(words)
  const from = (mark: Mark) => Math.max(mark.start, start)
  const cuts = new Set([start, end])
  for (const mark of marks) cuts.add(from(mark)).add(Math.min(mark.end, end))
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((at, nth) => {
    const until = edges[nth + 1] ?? end
    const running = marks
      .filter((mark) => mark.start <= at && mark.end >= until)
      .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
    return {
      start: at,
      text: index.slice(at - start, until - start),
      passages: running.map(({ id }) => id),
      opens: running.filter((mark) => mark.opens && from(mark) === at).map(({ id }) => id),
    }
  })
}

const INSIDE_A_WORD = /^[\p{L}\p{M}\p{N}\u0640\u200c\u200d]{2}$/u

function spanOf(index: TextIndex, { id, ...passage }: Marked): Span {
  let { start, end } = passage
  while (cutsWord(index, start)) start--
  while (cutsWord(index, end)) end++
  return { id, start, end }
}

/** Whether a cut before the code point at `position` would go through a word. */
function cutsWord(index: TextIndex, position: number): boolean {
  return INSIDE_A_WORD.test(index.slice(position - 1, position + 1))
}
