import { ok, refuse, type Outcome, type PassageId } from '@corroborate/base'
import { indexText, type TextIndex } from './code-points.ts'
import type { Passage } from './passage.ts'
import type { Text } from './text.ts'

/** Code points, the end excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How much of the text before and after a passage is kept with it, in code points. */
export const CONTEXT = 32

/**
 * A passage of a text: its positions, its exact words, and what stands around them.
 * @returns `empty` for a stretch without a character, `out-of-range` for positions that the text does not have
 */
export function makePassage(
  text: Text,
  at: Stretch,
  name: { readonly id: PassageId; readonly code: string },
): Outcome<Passage, 'out-of-range' | 'empty'> {
  const index = indexText(text.content)
  const { start, end } = at
  if (!inside(start, index) || !inside(end, index) || start > end)
    return refuse(
      'out-of-range',
      `${text.code} has ${index.length} characters; expected a stretch of them, found ${start} to ${end}`,
    )
  if (start === end) return refuse('empty', `a passage has words; found none at ${start} of ${text.code}`)
  const passage = { ...name, text: text.id, sha256: text.sha256, start, end }
  return ok({ ...passage, exact: index.slice(start, end), ...contextOf(index, at) })
}

/** What stands before and after a stretch of a text. */
export function contextOf(
  index: TextIndex,
  { start, end }: Stretch,
): { readonly prefix: string; readonly suffix: string } {
  return { prefix: index.slice(start - CONTEXT, start), suffix: index.slice(end, end + CONTEXT) }
}

function inside(position: number, index: TextIndex): boolean {
  return Number.isInteger(position) && position >= 0 && position <= index.length
}
