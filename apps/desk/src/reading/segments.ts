import type { PassageId } from '@corroborate/base'
import { directionOfWords, spokenFrom, type Passage, type Text, type Turn } from '@corroborate/testimony'

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
  /** Where its own words begin, past the label. */
  readonly spoken: number
  /** Of its own words, whatever its label is written in: an interviewer's question may be in another language than the answer. */
  readonly direction: 'ltr' | 'rtl'
  readonly segments: readonly Segment[]
  /** All that run in it. */
  readonly passages: ReadonlySet<string>
}

interface Span {
  readonly id: PassageId
  readonly start: number
  readonly end: number
}

/**
 * A text cut into turns and stretches for marking. The words are never changed: the stretches, joined, are the text.
 * A mark that would cut a word is drawn to the end of that word: a cut Arabic word loses its joined letters.
 */
export function readTurns(text: Text, passages: readonly Passage[]): readonly ReadTurn[] {
  const points = Array.from(text.content)
  const spans = passages.map((passage) => spanOf(points, passage)).sort((a, b) => a.start - b.start)
  const opened = new Set<PassageId>()
  return stretches(points.length, text.turns)
    .filter((turn) => turn.speaker !== null || points.slice(turn.start, turn.end).join('').trim() !== '')
    .map((turn) => {
      const segments = segmentsOf(points, turn, spans).map((segment) => withOpenings(segment, opened))
      const words = points.slice(turn.start, turn.end).join('')
      const spoken = spokenFrom(words, turn)
      // Texts that were written without it. A label in Latin letters (`W3:`) says nothing of the words behind it.
      const direction = turn.direction ?? directionOfWords(points.slice(spoken, turn.end).join(''))
      const running = new Set<string>(segments.flatMap((segment) => segment.passages))
      return { speaker: turn.speaker, start: turn.start, spoken, direction, segments, passages: running }
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
    a.segments.length === b.segments.length &&
    a.segments.every((one, at) => isSameSegment(one, b.segments[at]))
  )
}

function isSameSegment(a: Segment, b: Segment | undefined): boolean {
  const same = (one: readonly PassageId[], other: readonly PassageId[] = []) =>
    one.length === other.length && one.every((id, at) => id === other[at])
  return a.text === b?.text && same(a.passages, b.passages) && same(a.opens, b.opens)
}

/** A passage opens where it is met first, which is not its start when that lies in blank space between turns. */
function withOpenings(segment: Omit<Segment, 'opens'>, opened: Set<PassageId>): Segment {
  const opens = segment.passages.filter((passage) => !opened.has(passage))
  for (const passage of opens) opened.add(passage)
  return { ...segment, opens }
}

/** The turns and what lies between them, in the order of the text. */
function stretches(length: number, turns: readonly Turn[]) {
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

function segmentsOf(
  points: readonly string[],
  turn: { readonly start: number; readonly end: number },
  spans: readonly Span[],
): readonly Omit<Segment, 'opens'>[] {
  const beyond = spans.findIndex((span) => span.start >= turn.end)
  const here = spans.slice(0, beyond === -1 ? spans.length : beyond).filter((span) => span.end > turn.start)
  const cuts = new Set([turn.start, turn.end])
  for (const span of here) cuts.add(Math.max(span.start, turn.start)).add(Math.min(span.end, turn.end))
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, i) => segment(points, here, { start, end: edges[i + 1] ?? turn.end }))
}

function segment(
  points: readonly string[],
  spans: readonly Span[],
  at: { readonly start: number; readonly end: number },
): Omit<Segment, 'opens'> {
  const running = spans
    .filter((span) => span.start <= at.start && span.end >= at.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
  return {
    start: at.start,
    text: points.slice(at.start, at.end).join(''),
    passages: running.map((span) => span.id),
  }
}

const INSIDE_A_WORD = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d]/u

function spanOf(points: readonly string[], passage: Passage): Span {
  let { start, end } = passage
  while (start > 0 && cutsWord(points, start)) start--
  while (end < points.length && cutsWord(points, end)) end++
  return { id: passage.id, start, end }
}

/** Whether a cut before the code point at `position` would go through a word. */
function cutsWord(points: readonly string[], position: number): boolean {
  return INSIDE_A_WORD.test(points[position - 1] ?? ' ') && INSIDE_A_WORD.test(points[position] ?? ' ')
}
