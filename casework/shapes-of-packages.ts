/** GET /investigations/:id/packages : what was made here and what was taken in, the last first. */
export interface PackagesView {
  readonly made: readonly PackageMade[]
  readonly received: readonly {
    readonly package: string
    readonly at: string
    readonly by: string
    /** The key that signed it. */
    readonly key: string
    readonly added: number
    readonly replaced: number
    readonly kept: number
    readonly conflicts: number
  }[]
  /** Under which packages of this investigation are verified; null where this process does not sign. */
  readonly key: string | null
  /** Differences that wait for a person. */
  readonly open: number
}

export interface PackageMade {
  readonly package: string
  readonly sequence: number
  readonly at: string
  readonly by: string
  readonly scope: string
  /** Of a request: for whom. */
  readonly recipient: string | null
  /** The report or the findings that were asked for, by their codes. */
  readonly of: readonly string[]
  /** Lines of the ledger that it shows. */
  readonly size: number
  readonly bytes: number
  readonly given: Readonly<Record<string, number>>
  readonly withheld: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** GET /investigations/:id/conflicts: records that came in another form than ours. */
export interface ConflictsView {
  readonly conflicts: readonly {
    readonly kind: string
    readonly record: string
    readonly sha256: string
    /** By which it is called, here or there, or else whose it is; null of what has neither. */
    readonly code: string | null
    /** Canonical JSON of either side; ours is null where it was never here, or under another name. */
    readonly theirs: string
    readonly ours: string | null
    readonly package: string
    readonly foundAt: string
    readonly decided: {
      readonly choice: 'ours' | 'theirs'
      readonly by: string
      readonly at: string
      readonly reason: string
    } | null
  }[]
}
