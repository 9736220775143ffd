import { ok, refuse, type Outcome } from '@corroborate/base'
import { alignVersions, type AlignedStretch } from './align-versions.ts'
import { codePointLength, indexText, type TextIndex } from './code-points.ts'
import { freezeText } from './freeze-text.ts'
import type { Stretch } from './make-passage.ts'
import type { Text, Turn } from './text.ts'
import { spokenFrom } from './turns-of.ts'

/** Words put in the place of a stretch of a text, in code points of the text as it was. An empty stretch is where words are put in. */
export interface Correction extends Stretch {
  readonly words: string
}

/** A text with its corrections, its turns and their times where they now stand, and how both versions lie beside each other. */
export interface CorrectedText {
  readonly content: string
  readonly turns: readonly Turn[]
  readonly alignment: readonly AlignedStretch[]
}

/**
 * What a text is with these corrections. What lies outside them stays letter for letter; turns stay who they are, and within a correction
 * the times of words that it kept stay with these.
 * @returns `outside` when a correction names no stretch of the text, or one that another names too; `across-turns` when it would touch
 *   who speaks, or words of two turns; `nothing-changed`; `not-plain` when the letters would join with those beside them
 */
export function correctedText(
  { content, turns }: Pick<Text, 'content' | 'turns'>,
  corrections: readonly Correction[],
): Outcome<CorrectedText, 'outside' | 'across-turns' | 'nothing-changed' | 'not-plain'> {
  const index = indexText(content)
  const inOrder = corrections
    .map((one) => ({ ...one, words: freezeText(one.words).content }))
    .toSorted((a, b) => a.start - b.start)
  const stray = inOrder.find(
    ({ start, end }, at) => start < (inOrder[at - 1]?.end ?? 0) || end < start || end > index.length,
  )
  if (stray) return refuse('outside', `there are no words of their own from ${stray.start} to ${stray.end}`)
  const fixed = fixedIn(index, turns)
  const across = inOrder.find((one) => fixed.some((place) => touches(one, place)))
  if (across)
    return refuse('across-turns', `from ${across.start} to ${across.end} more than one turn would change`)
  const alignment = alignmentBy(index, inOrder)
  if (alignment.every(({ same }) => same))
    return refuse('nothing-changed', 'the words are what they were before')
  const after = applied(index, inOrder)
  if (freezeText(after).content !== after)
    return refuse('not-plain', 'letters of a correction would join with those beside them')
  return ok({ content: after, turns: turnsIn(turns, alignment), alignment })
}

/** What no correction may touch: the labels of turns, and where one turn ends and the next begins. */
function fixedIn(index: TextIndex, turns: readonly Turn[]): readonly Stretch[] {
  return turns.flatMap((turn) => {
    const spoken = spokenFrom(index.slice(turn.start, turn.end), turn)
    return [
      { start: turn.start, end: spoken },
      { start: turn.end, end: turn.end },
    ]
  })
}

function touches(correction: Stretch, fixed: Stretch): boolean {
  return correction.start < fixed.end && (correction.end > fixed.start || correction.start === fixed.start)
}

function applied(index: TextIndex, corrections: readonly Correction[]): string {
  let reached = 0
  const parts = corrections.flatMap(({ start, end, words }) => {
    const kept = index.slice(reached, start)
    reached = end
    return [kept, words]
  })
  return [...parts, index.slice(reached, index.length)].join('')
}

/** Outside the corrections both versions are the same; within each of them words are held against words. */
function alignmentBy(index: TextIndex, corrections: readonly Correction[]): readonly AlignedStretch[] {
  const all: AlignedStretch[] = []
  let [old, now] = [0, 0]
  const add = ({ before, after, same }: AlignedStretch) => {
    const last = all.at(-1)
    if (last?.same !== same) return void all.push({ before, after, same })
    all[all.length - 1] = {
      before: { start: last.before.start, end: before.end },
      after: { start: last.after.start, end: after.end },
      same,
    }
  }
  const keepUntil = (end: number) => {
    if (end === old) return
    const by = now - old
    add({ before: { start: old, end }, after: { start: now, end: end + by }, same: true })
    ;[old, now] = [end, end + by]
  }
  for (const { start, end, words } of corrections) {
    keepUntil(start)
    for (const { before, after, same } of alignVersions(index.slice(start, end), words))
      add({ before: shifted(before, old), after: shifted(after, now), same })
    ;[old, now] = [end, now + codePointLength(words)]
  }
  keepUntil(index.length)
  return all
}

function shifted({ start, end }: Stretch, by: number): Stretch {
  return { start: start + by, end: end + by }
}

function turnsIn(turns: readonly Turn[], alignment: readonly AlignedStretch[]): readonly Turn[] {
  return turns.map((turn) => {
    const { start, end } = stretchIn(turn, alignment)
    const pieces = turn.pieces
      ?.map((piece) => ({ ...piece, ...stretchIn(piece, alignment) }))
      .filter((piece) => piece.start < piece.end)
    return { ...turn, start, end, ...(pieces === undefined ? {} : { pieces }) }
  })
}

/** Where a stretch went, with everything that was put in its place or at its ends. */
function stretchIn({ start, end }: Stretch, alignment: readonly AlignedStretch[]): Stretch {
  const first = alignment.find(({ before }) => start < before.end || start === before.start)
  const last = alignment.findLast(({ before }) => end > before.start || end === before.end)
  const [from, to] = [first && placeIn(first, start, 'start'), last && placeIn(last, end, 'end')]
  return { start: from ?? start, end: Math.max(from ?? start, to ?? end) }
}

/** Between words that took the place of others there is no telling which stands for which: they go to the stretch before. */
function placeIn({ before, after, same }: AlignedStretch, at: number, edge: keyof Stretch): number {
  if (same) return after.start + at - before.start
  return edge === 'start' && at === before.start ? after.start : after.end
}
