import type { SourceId, TextId } from '@corroborate/base'
import type { ActTableKept } from '@corroborate/store'

/** How many records of each kind. */
export interface WorkCounts {
  readonly sources: number
  readonly places: number
  readonly texts: number
  readonly passages: number
  readonly codes: number
  readonly codings: number
  readonly claims: number
}

/** A record that was brought and is not as it was brought now; what is here was not changed. */
export interface StaysOut {
  readonly kind: 'text' | 'passage' | 'code' | 'coding' | 'claim'
  /** By what it goes: its code, or its words. */
  readonly name: string
  readonly reason:
    | 'words-differ'
    | 'differs'
    | 'source-not-here'
    | 'original-not-here'
    | 'text-not-here'
    | 'not-its-words'
    | 'passage-not-here'
    | 'code-not-here'
    | 'place-not-here'
    | 'not-a-time'
    | 'not-to-be-stated'
}

/** What taking in a project did. */
export interface WorkTaken {
  readonly added: WorkCounts
  readonly same: WorkCounts
  readonly staysOut: readonly StaysOut[]
}

/** The forms that other programs read: a project and a code book of REFI-QDA, Web Annotations, a table of claims. */
export type ExchangeForm = 'qdpx' | 'qdc' | 'jsonld' | 'csv'

/** What does not go out, and why. */
export interface WorkWithheld {
  readonly texts: number
  readonly passages: number
  readonly claims: number
  /** On passages that do not go out. */
  readonly codings: number
  /** By coders whose work whoever gives it out may not see yet. */
  readonly blind: number
  /** Witnesses who have not allowed that use. */
  readonly sources: readonly {
    readonly id: SourceId
    readonly code: string
    readonly reason: 'no-consent' | 'withdrawn' | 'not-allowed'
  }[]
}

/** Once that work went out to another program. */
export interface WorkGiven {
  readonly at: string
  readonly by: string
  readonly sequence: number
  readonly form: string
  readonly purpose: string
  readonly recipient: string
  readonly sha256: string
}

/** GET /investigations/:id/exchange?purpose=…&recipient=… : what would go out for that, and what went out before. */
export interface ExchangeView {
  readonly goes: Omit<WorkCounts, 'sources' | 'places'>
  readonly withheld: WorkWithheld
  readonly given: readonly WorkGiven[]
}

/** What became of each row of a table of acts. */
export interface ActsTaken {
  readonly text: TextId
  readonly rows: readonly {
    /** The number that the row has in its database. */
    readonly row: string
    readonly came: 'created' | 'changed' | 'unchanged'
  }[]
  /** Rows of the last time that are not there now: told, and not taken away. */
  readonly gone: readonly string[]
}

/** GET /investigations/:id/exchange/act-tables : which tables of acts were taken in, and under which mapping. */
export interface ActTablesView {
  readonly tables: readonly ActTableKept[]
}
