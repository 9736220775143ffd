import type { EstimateId, LinkageId, ListId, Locale, Outcome, RunId, Words } from '@corroborate/base'
import type {
  Diagnosis,
  Difference,
  DividedOverlap,
  Estimate,
  EstimateRequest,
  StudyInput,
  StudyResult,
  Upset,
} from '@corroborate/estimate'
import type { ClaimRow, RunState } from '@corroborate/store'
import type { SentenceRef } from './shapes-of-release.ts'

export type { RunState }

/** GET /investigations/:id/estimates, GET /investigations/:id/estimates/:estimate */
export interface EstimateView {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
  readonly unit: Words
  /** The question as it was asked. */
  readonly request: EstimateRequest
  readonly answer: Outcome<Estimate>
  /** Every claim that the answer read, by its id. */
  readonly claims: Readonly<Record<string, ClaimRow>>
  /** Charts as finished HTML of our own press, in both languages, each drawn wide and narrow. */
  readonly charts: readonly { readonly kind: string; readonly locale: Locale; readonly html: string }[]
  readonly citedBy: readonly SentenceRef[]
}

/** GET /investigations/:id/estimates/:estimate/runs : the latest first. */
export interface RunsView {
  readonly estimate: { readonly id: EstimateId; readonly code: string; readonly question: Words }
  /** Whether it can be run as it now stands. */
  readonly canBeRun: boolean
  readonly runs: readonly RunRow[]
  /** The run that the answer rests on now, or why it rests on none. */
  readonly inForce: Outcome<RunId>
}

export interface RunRow {
  readonly id: RunId
  readonly estimate: EstimateId
  readonly version: number
  readonly state: RunState
  readonly askedBy: string
  readonly askedAt: string
  readonly seed: string
  readonly software: string
  /** Digest of what was counted; two runs with one digest were made of the same. */
  readonly inputs: string
  /** Whether its question's inputs are still those of today. */
  readonly current: boolean
  /** The run that this one does again, and whether its result has the same bytes; null while it is not done. */
  readonly repeats: { readonly run: RunId; readonly version: number; readonly same: boolean | null } | null
}

/** GET /investigations/:id/runs/:run */
export interface RunView {
  readonly row: RunRow
  readonly request: EstimateRequest
  /** Null while it is not done, or when it failed. */
  readonly result: StudyResult | null
  /** What the estimate would say if this run were in force; null as above, and for a study of claims, whose estimate is reckoned at once. */
  readonly answer: Outcome<Estimate> | null
}

/** GET /investigations/:id/runs/:run/against/:other : what changed from the other to this. The first 200 places of each. */
export interface RunsCompared {
  readonly before: RunRow
  readonly after: RunRow
  readonly request: readonly Difference[]
  readonly inputsDiffer: boolean
  readonly softwareDiffers: boolean
  /** Of the verdict and of each method's answer; empty when one of them has no result. */
  readonly result: readonly Difference[]
  /** Whether both results have the same bytes; null when one of them has none. */
  readonly same: boolean | null
}

/** GET /investigations/:id/lists : what a question about lists can be asked of. */
export interface ListsView {
  readonly lists: readonly ListCard[]
  readonly linkages: readonly LinkageCard[]
}

export interface ListCard {
  readonly id: ListId
  readonly code: string
  readonly title: Words
  readonly holder: string
  readonly columns: readonly string[]
  readonly rows: number
}

export interface LinkageCard {
  readonly id: LinkageId
  readonly code: string
  readonly title: Words
  readonly madeBy: Words
  readonly links: number
  /** How many draws an uncertain linkage has; 0 where it is one opinion. */
  readonly draws: number
  /** The lists whose rows it names. */
  readonly lists: readonly ListId[]
}

/** POST /investigations/:id/overlap, with `{ overlap: OverlapRequest, seed }` : what these lists have in common, before anything is estimated. Writes nothing. */
export interface OverlapPreview {
  readonly overlap: DividedOverlap
  readonly diagnosis: Diagnosis
  readonly upset: Upset
  /** What a worker of the desk is given for a study of it. */
  readonly input: StudyInput
}
