import { canonicalJson, jsonOf, type CodeId, type PassageId, type TextId } from '@corroborate/base'
import type { ReadFrom, Text, TextIndex } from '@corroborate/testimony'
import type { StaysOut, WorkCounts } from '../shapes-of-exchange.ts'
import type { WorkHere } from './work-here.ts'

/** Work that is held, kind by kind, against what is here. */
export interface Merging {
  readonly here: WorkHere
  readonly readFrom: Omit<ReadFrom, 'machine'>
  /** The time of what came without one. */
  readonly now: string
  readonly same: { -readonly [Kind in keyof WorkCounts]: WorkCounts[Kind] }
  readonly staysOut: StaysOut[]
  /** What of the registers is here, or is brought. */
  readonly known: Readonly<Record<'sources' | 'places', Set<string>>>
  /** What stands for a text, a passage, a code that is brought: the same, or what is here in its place. */
  readonly texts: Map<TextId, IndexedText>
  readonly passages: Map<PassageId, PassageId>
  readonly codes: Map<CodeId, CodeId>
}

export interface IndexedText {
  readonly text: Text
  readonly index: TextIndex
}

/** Says that a record stays out; nothing is added. */
export function stayOut(
  { staysOut }: Merging,
  ...[kind, name, reason]: readonly [StaysOut['kind'], string, StaysOut['reason']]
): never[] {
  staysOut.push({ kind, name, reason })
  return []
}

/** Whether two forms of a record say the same. */
export function isSame(here: object, came: object): boolean {
  return canonicalJson(jsonOf(here)) === canonicalJson(jsonOf(came))
}
