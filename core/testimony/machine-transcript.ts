import { ok, refuse, type Outcome, type TextId } from '@corroborate/base'
import { movedStretch, type AlignedStretch } from './align-versions.ts'
import type { Stretch } from './make-passage.ts'
import type { Passage } from './passage.ts'

/** A text that a machine wrote down from a recording. No passage of it is citable until somebody has listened to it. */
export interface MachineTranscript {
  readonly text: TextId
  readonly engine: string
  readonly segments: readonly MachineSegment[]
}

/** A stretch of the text with its place in the recording, and how sure the engine was. */
export interface MachineSegment extends Stretch {
  /** Milliseconds from the start of the recording. */
  readonly from: number
  readonly to: number
  /** 0 to 1; null where the engine does not say. */
  readonly confidence: number | null
  /** How likely nobody spoke at all: engines write words into silence. Null where the engine does not say. */
  readonly noSpeech: number | null
}

/** Somebody listened to a stretch and found that it says what is written. */
export interface Listening extends Stretch {
  readonly text: TextId
  readonly by: string
  readonly at: string
}

/**
 * Whether a passage may be cited. A text that no machine wrote may; one that a machine wrote may where people have listened to all
 * of the passage.
 * @returns `not-listened` with the first stretch that nobody has listened to
 */
export function citable(
  passage: Passage,
  machine: MachineTranscript | null,
  listened: readonly Listening[],
): Outcome<Passage, 'not-listened'> {
  const [first] =
    machine === null
      ? []
      : unheardIn(
          passage,
          listened.filter(({ text }) => text === passage.text),
        )
  if (first === undefined) return ok(passage)
  return refuse(
    'not-listened',
    `a machine wrote down passage ${passage.code}; nobody has listened to ${first.start} to ${first.end} of it yet`,
  )
}

/** What nobody has listened to of a stretch, in order. */
export function unheardIn({ start, end }: Stretch, listened: readonly Stretch[]): readonly Stretch[] {
  const unheard: Stretch[] = []
  let at = start
  for (const heard of listened.toSorted((a, b) => a.start - b.start)) {
    if (heard.start > at && at < end) unheard.push({ start: at, end: Math.min(heard.start, end) })
    at = Math.max(at, heard.end)
  }
  if (at < end) unheard.push({ start: at, end })
  return unheard
}

/** The part of the recording to play for a stretch: all segments that it touches. Null where it touches none. */
export function playFor(
  { segments }: MachineTranscript,
  { start, end }: Stretch,
): { readonly from: number; readonly to: number } | null {
  const touched = segments.filter((segment) => segment.start < end && start < segment.end)
  if (touched.length === 0) return null
  return {
    from: Math.min(...touched.map(({ from }) => from)),
    to: Math.max(...touched.map(({ to }) => to)),
  }
}

export type Doubt = 'low-confidence' | 'no-speech' | 'repeated'

/** Segments to listen to first: the engine was unsure, may have heard nobody, or wrote the same words again and again. */
export function doubtfulIn(
  { segments }: MachineTranscript,
  content: { readonly slice: (start: number, end: number) => string },
  asks: { readonly confidence: number; readonly noSpeech: number },
): readonly { readonly segment: MachineSegment; readonly doubts: readonly Doubt[] }[] {
  const words = segments.map(({ start, end }) => content.slice(start, end).trim())
  return segments.flatMap((segment, at) => {
    const { confidence, noSpeech } = segment
    const isRepeated = words[at] !== '' && (words[at] === words[at - 1] || words[at] === words[at + 1])
    const doubts: readonly Doubt[] = [
      ...(confidence !== null && confidence < asks.confidence ? ['low-confidence' as const] : []),
      ...(noSpeech !== null && noSpeech > asks.noSpeech ? ['no-speech' as const] : []),
      ...(isRepeated ? ['repeated' as const] : []),
    ]
    return doubts.length === 0 ? [] : [{ segment, doubts }]
  })
}

/**
 * What was listened to, carried over to a corrected version: where the words are the same, the listening stands; what was changed must be
 * listened to again.
 */
export function listenedAfter(
  listened: readonly Listening[],
  alignment: readonly AlignedStretch[],
  to: TextId,
): readonly Listening[] {
  return listened.flatMap((one) =>
    alignment.flatMap(({ before, same }) => {
      const [start, end] = [Math.max(one.start, before.start), Math.min(one.end, before.end)]
      const moved = same && start < end ? movedStretch(alignment, { start, end }) : null
      return moved === null ? [] : [{ ...one, ...moved, text: to }]
    }),
  )
}
