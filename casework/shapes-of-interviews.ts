import type { ClaimRow, SourceRef, Task } from '@corroborate/store'
import type { Interview, InterviewPlan } from '@corroborate/testimony'
import type { ElementsView } from './shapes-of-elements.ts'

/** GET /investigations/:id/interviews */
export interface InterviewsView {
  readonly plans: readonly InterviewPlan[]
  readonly interviews: readonly Interview[]
  readonly witnesses: readonly Pick<SourceRef, 'id' | 'code' | 'title'>[]
  /** What was promised to witnesses, kept or not. */
  readonly promises: readonly Task[]
  /** What is open: elements that want words, and accounts that contradict each other and were not decided. */
  readonly questions: ElementsView['questions']
  readonly incidents: ElementsView['incidents']
  readonly contradictions: readonly { readonly first: ClaimRow; readonly second: ClaimRow }[]
}
