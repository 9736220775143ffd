import type { OutputPart, OutputPlace } from './release-output.ts'

export const FLAG_KINDS = [
  'sealed-name',
  'name-not-opened',
  'tokens-not-opened',
  'name-by-sound',
  'part-of-name',
  'no-consent',
  'consent-withdrawn',
  'consent-not-given',
  'few-alike',
  'one-value',
  'small-cell',
  'derivable-cell',
  'small-change',
  'derivable-from-earlier',
  'sums-differ',
  'time-and-place-too-fine',
  'coordinates-too-fine',
  'long-quotation',
  'worded-above-standing',
  'figure-without-interval',
  'not-in-ledger',
  'hidden-in-file',
] as const

export type FlagKind = (typeof FLAG_KINDS)[number]

/**
 * Something that must not leave as it is, or that a person should look at. Its arguments may hold the very name that must not leave: a flag
 * stays in the browser that found it, and only its tally goes on (`tallyOf`).
 */
export interface Flag {
  readonly kind: FlagKind
  readonly place: OutputPlace
  readonly args: Readonly<Record<string, string | number>>
}

/** So many flags of one kind in one part: what may be told of flags without telling what they found. */
export interface FlagTally {
  readonly kind: FlagKind
  readonly part: OutputPart
  readonly count: number
}

/** Whether it stops what would leave until two people release it. A part of a name may be anybody's, and is shown only. */
export function blocks({ kind }: Pick<Flag, 'kind'>): boolean {
  return kind !== 'part-of-name'
}

/** In the order of the kinds, then of the parts' names. */
export function tallyOf(flags: readonly Flag[]): readonly FlagTally[] {
  const groups = Map.groupBy(flags, ({ kind, place }) => `${kind} ${place.part}`)
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      return first ? [{ kind: first.kind, part: first.place.part, count: group.length }] : []
    })
    .sort((a, b) => FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind) || (a.part < b.part ? -1 : 1))
}
