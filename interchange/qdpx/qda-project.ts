import type { FrozenText } from '@corroborate/testimony'
import type { Placed } from './place-selections.ts'

/** A project of a program for qualitative analysis, as REFI-QDA 1.0 carries it. GUIDs are in small letters, each once. */
export interface QdaProject {
  readonly name: string
  /** The program that wrote it, in its own words. */
  readonly origin: string | null
  readonly users: readonly QdaUser[]
  readonly codes: readonly QdaCode[]
  readonly texts: readonly QdaText[]
  readonly selections: readonly QdaSelection[]
  readonly codings: readonly QdaCoding[]
  readonly notes: readonly QdaNote[]
  readonly links: readonly QdaLink[]
  readonly sets: readonly QdaSet[]
  readonly variables: readonly QdaVariable[]
  readonly cases: readonly QdaCase[]
}

export interface QdaUser {
  readonly guid: string
  readonly name: string | null
}

export interface QdaCode {
  readonly guid: string
  readonly name: string
  readonly within: string | null
  /** Whether passages may be given it; otherwise it only orders the tree. */
  readonly isCodable: boolean
  /** `#rrggbb`, as it came. */
  readonly color: string | null
  readonly memo: string | null
}

/** A text, a transcript, or the words of a PDF or picture. */
export interface QdaText {
  readonly guid: string
  readonly name: string
  /** Null where the archive does not hold it, or it cannot be read. */
  readonly frozen: FrozenText | null
  readonly memo: string | null
}

export interface QdaSelection {
  readonly guid: string
  readonly text: string
  readonly name: string | null
  readonly memo: string | null
  /** As it is written, in whatever way its program counts. */
  readonly written: { readonly start: number; readonly end: number }
  readonly placed: SelectionPlaced
}

export type SelectionPlaced = Extract<Placed, { kind: 'placed' | 'asked' }> | { readonly kind: 'no-text' }

/** A code given to a selection, or to a text as a whole. */
export interface QdaCoding {
  readonly guid: string
  readonly on: string
  readonly code: string
  readonly coder: string | null
  readonly at: string | null
  readonly memo: string | null
}

export interface QdaNote {
  readonly guid: string
  readonly name: string | null
  readonly content: string
}

export interface QdaLink {
  readonly guid: string
  readonly name: string | null
  readonly direction: string | null
  readonly from: string | null
  readonly to: string | null
}

export interface QdaSet {
  readonly guid: string
  readonly name: string
  readonly members: readonly string[]
}

export interface QdaVariable {
  readonly guid: string
  readonly name: string
  readonly type: string
}

export interface QdaCase {
  readonly guid: string
  readonly name: string | null
  readonly memo: string | null
  readonly values: readonly { readonly variable: string; readonly value: string }[]
  readonly codes: readonly string[]
  readonly sources: readonly string[]
  readonly selections: readonly string[]
}

/** A selection of which a person must say where it stands. */
export function askedIn(project: QdaProject): readonly QdaSelection[] {
  return project.selections.filter(({ placed }) => placed.kind === 'asked')
}

/** The project once a person has said, by GUID, which of the alternatives it is, counted from 0. What is not answered stays asked. */
export function settled(project: QdaProject, answers: ReadonlyMap<string, number>): QdaProject {
  const selections = project.selections.map((selection): QdaSelection => {
    const { guid, placed } = selection
    const answer = answers.get(guid)
    const reading = placed.kind === 'asked' && answer !== undefined ? placed.alternatives[answer] : undefined
    return reading === undefined
      ? selection
      : { ...selection, placed: { kind: 'placed', by: 'said', ...reading } }
  })
  return { ...project, selections }
}
