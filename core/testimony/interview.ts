import type { ConsentId, Day, InterviewId, PlanId, SourceId, Words } from '@corroborate/base'

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
  /** What was held of the danger to the witness, before and after; absent where nobody wrote it down. */
  readonly risk?: { readonly before: string; readonly after: string }
}

/** What is to be asked of a witness, written down before they are heard. */
export interface InterviewPlan {
  readonly id: PlanId
  readonly witness: SourceId
  /** When it is to be; null while that is open. */
  readonly due: Day | null
  readonly questions: readonly PlannedQuestion[]
  readonly by: string
  /** The session in which it was asked; null before. */
  readonly interview: InterviewId | null
}

/** A question as the planner reads it, and why it is asked. */
export interface PlannedQuestion {
  readonly words: string
  readonly because: 'element' | 'contradiction' | 'own'
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

export const CONCEALED = ['name', 'voice', 'face', 'place', 'family'] as const

/** What a witness allows: only what stands in `allows` is allowed, and nothing after `withdrawnAt`. */
export interface Consent {
  readonly id: ConsentId
  readonly witness: SourceId
  readonly version: number
  readonly allows: readonly { readonly purpose: Purpose; readonly recipient: Recipient }[]
  readonly conceal: readonly (typeof CONCEALED)[number][]
  readonly explainedBy: string
  readonly language: string
  readonly givenAt: Day
  readonly withdrawnAt: Day | null
}
