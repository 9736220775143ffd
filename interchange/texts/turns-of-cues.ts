import { directionOfWords, type MachineDoubt, type SpokenPiece } from '@corroborate/testimony'
import type { TextPlace } from './text-fault.ts'
import type { LabelSeen, ReadTurn } from './text-read.ts'

/** Words between two times of a recording: a subtitle, a segment of a machine, a row of a table. */
export interface Cue {
  readonly speaker: string | null
  readonly words: string
  /** Milliseconds. */
  readonly from: number | null
  readonly to: number | null
  readonly doubt: MachineDoubt | null
  readonly at: TextPlace
}

/** Where nobody says who speaks, a silence of this length, or so long a stretch, begins a new turn. Milliseconds. */
const [SILENCE, LONG] = [2_000, 60_000]

/**
 * The turns of a recording that was cut into cues: what one speaker says on end is one turn, and its pieces keep their times. Where nobody is
 * named, the turns are stretches between silences.
 */
export function turnsOfCues(cues: readonly Cue[]): readonly ReadTurn[] {
  const turns: { speaker: string | null; pieces: SpokenPiece[]; at: TextPlace }[] = []
  for (const { speaker, words, from, to, doubt, at } of cues) {
    const last = turns.at(-1)
    const goesOn = last?.speaker === speaker && (speaker !== null || follows(last.pieces, from))
    const piece = { words, paragraph: false, from, to, doubt }
    if (goesOn) last.pieces.push(piece)
    else turns.push({ speaker, pieces: [piece], at })
  }
  return turns.map((turn) => ({
    ...turn,
    direction: directionOfWords(turn.pieces.map(({ words }) => words).join(' ')),
    page: null,
  }))
}

function follows(pieces: readonly SpokenPiece[], from: number | null): boolean {
  const [first, last] = [pieces[0]?.from ?? null, pieces.at(-1)]
  if (first === null || from === null) return false
  return from - (last?.to ?? last?.from ?? from) < SILENCE && from - first < LONG
}

/** Speakers of cues are told by the form of the file, and all taken. */
export function labelsOfTurns(turns: readonly ReadTurn[]): readonly LabelSeen[] {
  const counts = new Map<string, number>()
  for (const { speaker } of turns) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  return [...counts].map(([label, count]) => ({ label, turns: count, taken: true }))
}
