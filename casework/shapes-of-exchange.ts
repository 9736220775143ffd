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
