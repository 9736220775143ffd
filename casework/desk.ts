import type { InvestigationId, MemberId } from '@corroborate/base'
import type { Store } from '@corroborate/store'

/** Whoever keeps the machine running, at its terminal: holds the passphrase, is no member, and is admitted to no content. */
export type Operator = 'operator'

/** Where somebody stands when they do something: their store, who they are, and what the pure core is told. */
export interface Desk {
  readonly store: Pick<Store, 'db'>
  /** Null while nobody is signed in. */
  readonly member: MemberId | Operator | null
  /** When whoever it is last showed that it is they: milliseconds since 1970. */
  readonly provedAt: number
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array
  /** Name and version of the program, printed with every estimate. */
  readonly software: string
}

/** The input of an act in an investigation names which. */
export interface InInvestigation {
  readonly investigation: InvestigationId
}
