import type { ConsentId, Day, InterviewId, SourceId, Words } from '@corroborate/base'

/** One session with a witness. */
export interface Interview {
  readonly id: InterviewId
  readonly code: string
  readonly witness: SourceId
  readonly date: Day
  /** Coarse on purpose: a country or a region. */
  readonly place: Words
  readonly remote: boolean
  readonly interviewer: string
  readonly interpreter: string | null
  readonly languages: readonly string[]
  readonly others: readonly string[]
  readonly priorAccounts: readonly string[]
  readonly distress: string | null
  readonly referralOffered: boolean
}

export type Purpose = 'analysis' | 'quotation' | 'details' | 'advocacy' | 'recontact'
export type Recipient = 'own-team' | 'un-mechanism' | 'icc' | 'national-court' | 'partners' | 'public'
export const PURPOSES: readonly Purpose[] = ['analysis', 'quotation', 'details', 'advocacy', 'recontact']
export const RECIPIENTS: readonly Recipient[] = [
  'own-team',
  'un-mechanism',
  'icc',
  'national-court',
  'partners',
  'public',
]

/** What a witness allows: only what stands in `allows` is allowed, and nothing after `withdrawnAt`. */
export interface Consent {
  readonly id: ConsentId
  readonly witness: SourceId
  readonly version: number
  readonly allows: readonly { readonly purpose: Purpose; readonly recipient: Recipient }[]
  readonly conceal: readonly ('name' | 'voice' | 'face' | 'place' | 'family')[]
  readonly explainedBy: string
  readonly language: string
  readonly givenAt: Day
  readonly withdrawnAt: Day | null
}
