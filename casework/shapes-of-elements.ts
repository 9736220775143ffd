import type { Words } from '@corroborate/base'
import type { ElementsTable, OpenQuestion } from '@corroborate/findings'
import type { Interview, InterviewPlan } from '@corroborate/testimony'
import type { ClaimRow, FindingRow, Incident, SourceRef, Task } from '@corroborate/store'

/** GET /investigations/:id/elements. The crimes themselves stand in the core, which whoever asks has too. */
export interface ElementsView {
  /** By their ids, in the order in which they were chosen. */
  readonly chosen: readonly string[]
  readonly incidents: readonly { readonly id: Incident['id']; readonly name: Words }[]
  /** Incidents by their ids. */
  readonly table: ElementsTable
  readonly questions: readonly OpenQuestion[]
  /** All of the investigation, so that one can be chosen. */
  readonly findings: readonly FindingRow[]
}

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
