import type { CodeId, Kappa, MemberId, Outcome } from '@corroborate/base'
import type { Disagreement, Person, Place, Unit, UnitizedAgreement } from '@corroborate/claims'
import type { Code, Passage, SideBySide, Text, Translation } from '@corroborate/testimony'
import type { ClaimRow, CodingOpened, PassageCard, TextRef } from '@corroborate/store'

/** A passage by its place in the text that is shown with it: the words stand there, and are not said again for each of thousands. */
export type PassageInText = Pick<Passage, 'id' | 'code' | 'start' | 'end'>

/** A passage in its text, with what rests on it as far as the reader may see it. */
export interface PassageShown {
  readonly passage: PassageInText
  readonly claims: readonly ClaimRow[]
  readonly codings: readonly CodingShown[]
  /** The reader marked it and nothing rests on it: they may take it away. */
  readonly mine: boolean
}

/** A passage of an earlier version, with its words: they stand no longer in the text that is shown. */
export interface PassageWaiting extends PassageShown {
  readonly passage: Passage
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

/** GET /investigations/:id/texts/:text/translations */
export interface TranslationsView {
  readonly original: Text
  /** Turn beside turn, the original first. */
  readonly beside: readonly (Omit<Translation, 'rows'> & {
    readonly code: string
    readonly language: string
    readonly rows: readonly SideBySide[]
  })[]
  /** Translations that nobody has put beside it yet. */
  readonly apart: readonly TextRef[]
}

/** GET /investigations/:id/texts/:text/agreement/:code : once the coding of the text is opened. */
export interface AgreementView {
  readonly text: Pick<Text, 'id' | 'code' | 'title'>
  /** Their names. */
  readonly coders: readonly string[]
  readonly alpha: Outcome<UnitizedAgreement>
  /** Turn by turn, of every two of them. */
  readonly kappas: readonly { readonly coders: readonly [string, string]; readonly kappa: Outcome<Kappa> }[]
  /** Where they differ, in the order of the text. */
  readonly differing: readonly (Omit<Disagreement, 'said'> & {
    readonly exact: string
    readonly said: readonly { readonly by: string; readonly codes: readonly CodeId[] }[]
  })[]
}

/** GET /investigations/:id/registers : what a claim can name. */
export interface RegistersView {
  readonly places: readonly Place[]
  readonly persons: readonly Person[]
  readonly units: readonly Unit[]
  /** What claims are about so far. */
  readonly topics: readonly string[]
}
