import type { SourceId } from '@corroborate/base'

/** How a speaker can know. The first three are knowledge at first hand; `overheard` is of words about the event, not of the event. */
export const BASES = [
  'took-part',
  'saw',
  'heard',
  'overheard',
  'told-by',
  'told-by-unnamed',
  'common-knowledge',
  'inferred',
  'document',
  'expert',
] as const

/** How the speaker knows. */
export interface Basis {
  readonly kind: (typeof BASES)[number]
  /** Who told the speaker, nearest first, as far as these are sources of the investigation. */
  readonly chain: readonly SourceId[]
  /** From where: "from the corridor window". */
  readonly vantage: string | null
}

/**
 * Whether the speaker knows at first hand: took part, saw or heard it happen. Words overheard about it, what others told,
 * inference, documents and expertise are secondary, however many they are.
 * @see docs/methods/standing.md, rules C1 to C3 (Leiden University, report on UN fact-finding missions, 2020, pp. 6, 7, 11)
 */
export function isPrimary(basis: Pick<Basis, 'kind'>): boolean {
  return basis.kind === 'took-part' || basis.kind === 'saw' || basis.kind === 'heard'
}

/** Whether the speaker was there with open eyes: who saw it, and who took part in it. */
export function isEyewitness(basis: Pick<Basis, 'kind'>): boolean {
  return basis.kind === 'took-part' || basis.kind === 'saw'
}
