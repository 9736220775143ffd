import { directionOf, ok, refuse, type Outcome, type TextId } from '@corroborate/base'
import { indexText } from './code-points.ts'
import type { Stretch } from './make-passage.ts'
import type { Text, Turn } from './text.ts'

/** How far a translation has come: somebody made it, somebody else read it against the original, a sworn translator answers for it. */
export type TranslationState = 'draft' | 'revised' | 'certified'

/** A text that says in another language what a text says, aligned turn by turn. Positions of passages stay those of the original. */
export interface Translation {
  readonly original: TextId
  readonly translation: TextId
  readonly translator: string
  readonly state: TranslationState
  readonly revisedBy: string | null
  readonly certifiedBy: string | null
  readonly rows: readonly AlignedTurns[]
}

/** Turns that belong together, by their numbers, ends excluded. One side may be empty: left out, or added. */
export interface AlignedTurns {
  readonly original: Run
  readonly translation: Run
  /** What a translator has to say of it: a word that cannot be translated, a doubt. */
  readonly note: string | null
}

export interface Run {
  readonly from: number
  readonly to: number
}

/**
 * An alignment to begin with: turns of one speaker in the same order go together, one to one where it can be; what has no counterpart
 * stands alone. A proposal, for a person to mend: it reads speakers, not words.
 */
export function proposeAlignment(
  original: readonly Turn[],
  translation: readonly Turn[],
): readonly AlignedTurns[] {
  const pairs = pairsAhead(original, translation)
  const rows: AlignedTurns[] = []
  for (let i = 0, j = 0; i < original.length || j < translation.length;) {
    const both = i < original.length && j < translation.length
    const isPair =
      both && isOneSpeaker(original[i], translation[j]) && pairs(i, j) === pairs(i + 1, j + 1) + 1
    const isLeft = j >= translation.length || (both && pairs(i + 1, j) >= pairs(i, j + 1))
    const [left, right] = isPair ? [1, 1] : isLeft ? [1, 0] : [0, 1]
    rows.push({ original: { from: i, to: i + left }, translation: { from: j, to: j + right }, note: null })
    i += left
    j += right
  }
  return rows
}

/** How many turns can still go together from two turns on: the longest common run of speakers. */
function pairsAhead(
  original: readonly Turn[],
  translation: readonly Turn[],
): (i: number, j: number) => number {
  const best = Array.from({ length: original.length + 1 }, () =>
    new Array<number>(translation.length + 1).fill(0),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = original.length - 1; i >= 0; i--)
    for (let j = translation.length - 1; j >= 0; j--) {
      const together = isOneSpeaker(original[i], translation[j]) ? at(i + 1, j + 1) + 1 : 0
      const row = best[i]
      if (row) row[j] = Math.max(together, at(i + 1, j), at(i, j + 1))
    }
  return at
}

function isOneSpeaker(a: Turn | undefined, b: Turn | undefined): boolean {
  return a !== undefined && a.speaker === b?.speaker
}

/**
 * Whether an alignment holds every turn of both texts once, in order.
 * @returns `not-aligned` with the row where it breaks, counted from 1
 */
export function verifyAlignment(
  rows: readonly AlignedTurns[],
  turns: { readonly original: number; readonly translation: number },
): Outcome<readonly AlignedTurns[], 'not-aligned'> {
  let [i, j] = [0, 0]
  for (const [at, { original, translation }] of rows.entries()) {
    const follows = original.from === i && translation.from === j && original.to >= i && translation.to >= j
    const isEmpty = original.to === i && translation.to === j
    if (!follows || isEmpty)
      return refuse(
        'not-aligned',
        `row ${at + 1} should begin at turns ${i + 1} and ${j + 1}, and hold one at least`,
      )
    ;[i, j] = [original.to, translation.to]
  }
  if (i === turns.original && j === turns.translation) return ok(rows)
  return refuse(
    'not-aligned',
    `turns ${i + 1} of the original and ${j + 1} of the translation stand in no row`,
  )
}

/**
 * A translation one step further. Who made it does not revise it, and only what was revised is certified.
 * @returns `same-person`, or `not-yet` when a step was left out or taken already
 */
export function advanceTranslation(
  translation: Translation,
  step: { readonly to: 'revised' | 'certified'; readonly by: string },
): Outcome<Translation, 'same-person' | 'not-yet'> {
  if (step.to === 'revised') {
    if (translation.state !== 'draft')
      return refuse('not-yet', `this translation is ${translation.state} already`)
    if (step.by === translation.translator)
      return refuse('same-person', `${step.by} made this translation; somebody else revises it`)
    return ok({ ...translation, state: 'revised', revisedBy: step.by })
  }
  if (translation.state !== 'revised')
    return refuse(
      'not-yet',
      `a translation is certified once it is revised; this one is ${translation.state}`,
    )
  return ok({ ...translation, state: 'certified', certifiedBy: step.by })
}

/** A new version of the words or of the alignment: a draft again, whoever had revised or certified the old one. */
export function changedTranslation(
  translation: Translation,
  change: { readonly translation: TextId; readonly rows: readonly AlignedTurns[]; readonly by: string },
): Translation {
  const { rows, by: translator } = change
  return {
    ...translation,
    translation: change.translation,
    rows,
    translator,
    state: 'draft',
    revisedBy: null,
    certifiedBy: null,
  }
}

/** One row of the two texts side by side: the original always first, each cell with its own direction. */
export interface SideBySide {
  readonly original: SideCell
  readonly translation: SideCell
  readonly note: string | null
}
export interface SideCell extends Stretch {
  readonly words: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

export function sideBySide({ rows }: Translation, original: Text, translation: Text): readonly SideBySide[] {
  const cells = [cellsOf(original), cellsOf(translation)] as const
  return rows.map((row) => ({
    original: cells[0](row.original),
    translation: cells[1](row.translation),
    note: row.note,
  }))
}

function cellsOf(text: Text): (run: Run) => SideCell {
  const index = indexText(text.content)
  return (run) => {
    const { start, end } = stretchOf(text.turns, run)
    const { language } = text
    return { start, end, words: index.slice(start, end), language, direction: directionOf(language) }
  }
}

function stretchOf(turns: readonly Turn[], { from, to }: Run): Stretch {
  const start = turns[from]?.start ?? turns.at(-1)?.end ?? 0
  return { start, end: to > from ? (turns[to - 1]?.end ?? start) : start }
}

/**
 * What a passage of the original is in the translation: all of the turns that it touches, because turns are what is aligned.
 * Null where none of them was translated.
 */
export function translatedStretch(
  passage: Stretch,
  { rows }: Translation,
  turns: { readonly original: readonly Turn[]; readonly translation: readonly Turn[] },
): Stretch | null {
  const touched = rows.filter(({ original, translation }) => {
    const { start, end } = stretchOf(turns.original, original)
    return start < passage.end && passage.start < end && translation.to > translation.from
  })
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    start: stretchOf(turns.translation, first.translation).start,
    end: stretchOf(turns.translation, last.translation).end,
  }
}
