import type { ConsentId, InterviewId, PlanId, SourceId, Words } from '@corroborate/base'
import type { Consent, Interview, InterviewPlan } from '@corroborate/testimony'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface InterviewTable extends Owned {
  readonly id: InterviewId
  readonly code: string
  readonly witness: SourceId
  readonly date: string
  readonly place: JsonText<Words>
  readonly remote: 0 | 1
  readonly interviewer: string
  readonly interpreter: string | null
  readonly languages: JsonText<Interview['languages']>
  readonly others: JsonText<Interview['others']>
  readonly prior_accounts: JsonText<Interview['priorAccounts']>
  readonly distress: string | null
  readonly referral_offered: 0 | 1
  readonly risk: JsonText<NonNullable<Interview['risk']>> | null
}

/** What is to be asked of a witness. */
export interface InterviewPlanTable extends Owned {
  readonly id: PlanId
  readonly witness: SourceId
  readonly due: string | null
  readonly questions: JsonText<InterviewPlan['questions']>
  readonly planned_by: string
  readonly interview: InterviewId | null
}

export interface ConsentTable extends Owned {
  readonly id: ConsentId
  readonly witness: SourceId
  readonly version: number
  readonly allows: JsonText<Consent['allows']>
  readonly conceal: JsonText<Consent['conceal']>
  readonly explained_by: string
  readonly language: string
  readonly given_at: string
  readonly withdrawn_at: string | null
}
