/** A name of the sealed register, as whoever may open it knows it. */
export interface ProtectedName {
  /** What stands for it in a working text: `⟦W3⟧`. */
  readonly token: string
  /** Every spelling that is known, in any script; the whole name each time. */
  readonly spellings: readonly string[]
}

/**
 * Why a stretch may give somebody away, from sure to mere suspicion. `name`: a whole name of the register, but for marks, hamza, article and
 * inflection. `sounds-like`: the same consonants, as in another script or spelling. `part-of-name`: one of its parts alone.
 */
export type CandidateKind =
  | 'name'
  | 'sounds-like'
  | 'part-of-name'
  | 'e-mail'
  | 'phone'
  | 'plate'
  | 'address'
  | 'after-a-title'
  | 'capitalised'

/** A stretch that a person must decide on. Positions count code points, the end excluded. */
export interface Candidate {
  readonly kind: CandidateKind
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Whose name it may be; more than one where two have the same, none for what is not in the register. */
  readonly tokens: readonly string[]
}

/** The same by UTF-16 units, while it is looked for. */
export type Spotted = Omit<Candidate, 'exact'>

/**
 * The keys by which names are compared; `@corroborate/linkage` has them. `written` is equal for spellings that differ by marks and article,
 * `sounding` for most in the other script, its parts with a space between.
 */
export type KeysOfName = (name: string) => { readonly written: string; readonly sounding: string }
