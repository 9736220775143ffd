import type { Correction } from './corrected-text.ts'
import { codePointLength, indexText } from './code-points.ts'
import { contextOf } from './make-passage.ts'
import type { Passage } from './passage.ts'
import { reanchor } from './reanchor.ts'
import type { Text } from './text.ts'

/** What became of the passages of a text in its next version. */
export interface CarriedPassages {
  readonly moved: readonly Passage[]
  /** They stay where they are, in the version before, until a person has put them somewhere. */
  readonly waiting: readonly { readonly passage: Passage; readonly reason: 'words-changed' | 'ambiguous' }[]
}

/**
 * The passages of a text carried over to its next version. Those that no correction touches stand where the same words went; of the
 * others `reanchor` decides, by their exact words.
 */
export function carryPassages(
  passages: readonly Passage[],
  {
    before,
    after,
    corrections,
  }: {
    readonly before: Text
    readonly after: Text
    readonly corrections: readonly Correction[]
  },
): CarriedPassages {
  const index = indexText(after.content)
  const [moved, waiting]: [Passage[], CarriedPassages['waiting'][number][]] = [[], []]
  for (const passage of passages) {
    const by = shiftOf(passage, corrections)
    if (by === null) {
      const carried = reanchor(passage, before, after)
      if (carried.ok) moved.push(carried.value)
      else waiting.push({ passage, reason: carried.reason })
      continue
    }
    const at = { start: passage.start + by, end: passage.end + by }
    moved.push({ ...passage, text: after.id, sha256: after.sha256, ...at, ...contextOf(index, at) })
  }
  return { moved, waiting }
}

/** By how much a stretch moves; null where a correction touches its words. */
function shiftOf({ start, end }: Passage, corrections: readonly Correction[]): number | null {
  if (corrections.some((one) => one.start < end && one.end > start)) return null
  return corrections
    .filter((one) => one.end <= start)
    .reduce((by, one) => by + codePointLength(one.words) - (one.end - one.start), 0)
}
