import type { CodeId, MemberId } from '@corroborate/base'
import type { Person, Place, Unit } from '@corroborate/claims'
import type { Code, Passage } from '@corroborate/testimony'
import type { ClaimRow, CodingOpened, PassageCard } from '@corroborate/store'

/** A passage in its text, with what rests on it as far as the reader may see it. */
export interface PassageShown {
  readonly passage: Passage
  readonly claims: readonly ClaimRow[]
  readonly codings: readonly CodingShown[]
  /** The reader marked it and nothing rests on it: they may take it away. */
  readonly mine: boolean
}

/** A coding under the code that counts now. */
export interface CodingShown {
  readonly code: CodeId
  readonly coder: MemberId
  readonly by: string
  readonly memo: string | null
  readonly mine: boolean
}

/** How far the coders of a text are blind to each other. */
export interface TextCoding {
  /** Null while each sees only their own. */
  readonly opened: CodingOpened | null
  /** Passages and codings of others that are kept from the reader until then. */
  readonly hidden: number
}

/** GET /investigations/:id/codes : the code system as it stands; merged codes are not in it. */
export interface CodesView {
  readonly codes: readonly CodeCard[]
}

export interface CodeCard extends Code {
  /** Codings that the reader may see. */
  readonly codings: number
}

/** GET /investigations/:id/codes/:code : what was put under it, as far as the reader may see it. */
export interface CodeView {
  readonly code: Code
  readonly codings: readonly (CodingShown & { readonly passage: PassageCard })[]
}

/** GET /investigations/:id/registers : what a claim can name. */
export interface RegistersView {
  readonly places: readonly Place[]
  readonly persons: readonly Person[]
  readonly units: readonly Unit[]
  /** What claims are about so far. */
  readonly topics: readonly string[]
}
