import type { CodeId, CodingEventId, CodingId, TextId, Words } from '@corroborate/base'

/** A code of the code system; `within` makes the tree. A code that was merged stays, so that nothing coded with it is lost. */
export interface Code {
  readonly id: CodeId
  readonly name: Words
  readonly within: CodeId | null
  /** A heading only orders the tree and is not given to passages. */
  readonly isHeading: boolean
  readonly memo: string | null
  readonly mergedInto: CodeId | null
}

/** A stretch of a working text to which a coder gave a code. */
export interface Coding {
  readonly id: CodingId
  readonly text: TextId
  /** Code points, the end excluded. */
  readonly start: number
  readonly end: number
  readonly code: CodeId
  readonly coder: string
  readonly memo: string | null
  /** Whether it was given before anybody was shown what the others had coded in this text. Only such codings measure agreement. */
  readonly isBlind: boolean
}

/** A stretch on which coders differed, and what was agreed in its place. */
export interface Settlement {
  readonly text: TextId
  readonly start: number
  readonly end: number
  readonly codes: readonly CodeId[]
  readonly reason: string
  readonly by: string
}

/** The code system and the codings as they stand after all that was done. */
export interface CodingState {
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly codings: ReadonlyMap<CodingId, Coding>
  /** Texts whose coders have been shown each other's codings. */
  readonly opened: ReadonlySet<TextId>
  readonly settled: readonly Settlement[]
}

/** One thing that somebody did. What stands is what all events together make; an undo is an event too, and nothing is erased. */
export type CodingEvent = CodingDeed & {
  readonly id: CodingEventId
  readonly by: string
  readonly at: string
}

export type CodingDeed =
  | { readonly kind: 'code-made'; readonly code: Omit<Code, 'mergedInto'> }
  | { readonly kind: 'code-named'; readonly code: CodeId; readonly name: Words }
  | { readonly kind: 'code-moved'; readonly code: CodeId; readonly within: CodeId | null }
  | { readonly kind: 'code-noted'; readonly code: CodeId; readonly memo: string | null }
  /** All that is coded with the one counts from now on as coded with the other. */
  | { readonly kind: 'codes-merged'; readonly from: CodeId; readonly into: CodeId }
  /** Some of what is coded with a code goes to codes beneath it; the rest stays. */
  | {
      readonly kind: 'code-split'
      readonly code: CodeId
      readonly into: readonly Omit<Code, 'mergedInto'>[]
      readonly codings: readonly { readonly coding: CodingId; readonly code: CodeId }[]
    }
  | { readonly kind: 'coded'; readonly coding: Omit<Coding, 'coder' | 'isBlind'> }
  | { readonly kind: 'uncoded'; readonly coding: CodingId }
  | { readonly kind: 'coding-noted'; readonly coding: CodingId; readonly memo: string | null }
  /** The coders of a text are shown each other's codings. */
  | { readonly kind: 'opened'; readonly text: TextId }
  | { readonly kind: 'settled'; readonly settlement: Omit<Settlement, 'by'> }
  | { readonly kind: 'undone'; readonly event: CodingEventId }

/** The code that a coding counts under now: the one that its own was merged into, however often. */
export function codeNow(state: CodingState, code: CodeId): CodeId {
  let now = code
  for (let next = state.codes.get(now)?.mergedInto; next; next = state.codes.get(now)?.mergedInto) now = next
  return now
}

/** A code with all that is below it in the tree, itself first. */
export function codesBelow(state: CodingState, code: CodeId): readonly CodeId[] {
  const below = [code]
  for (const one of below)
    for (const { id, within, mergedInto } of state.codes.values())
      if (within === one && mergedInto === null && !below.includes(id)) below.push(id)
  return below
}

/**
 * What a coder may see of a text: one's own codings, and those of the others once the text was opened. A coder who saw them
 * before coding would not be a second opinion.
 */
export function codingsSeenBy(
  state: CodingState,
  seen: { readonly coder: string; readonly text: TextId },
): readonly Coding[] {
  const open = state.opened.has(seen.text)
  return [...state.codings.values()].filter(
    ({ text, coder }) => text === seen.text && (open || coder === seen.coder),
  )
}
