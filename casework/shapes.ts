import type {
  EstimateId,
  InvestigationId,
  LinkageId,
  ListId,
  Locale,
  MemberId,
  OriginId,
  Outcome,
  PlaceId,
  ReportId,
  RunId,
  Words,
} from '@corroborate/base'
import type { Consent, Interview, OriginLink, Source, Stretch, Text } from '@corroborate/testimony'
import type { Claim, Contradiction } from '@corroborate/claims'
import type {
  Explanations,
  Finding,
  MatrixCell,
  Standing,
  StandingReason,
  Thresholds,
} from '@corroborate/findings'
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
import type { Breach, Investigation, ResolvedReport } from '@corroborate/report'
import type {
  ClaimReview,
  ClaimRow,
  Counts,
  FindingRow,
  PassageRef,
  RunState,
  SourceRef,
  Task,
  TextRecording,
  TextRef,
  TextVersion,
  Withdrawal,
} from '@corroborate/store'

import type { PassageShown, TextCoding } from './shapes-of-coding.ts'
import type { TiedElement } from './shapes-of-elements.ts'
import type { ReportCard } from './shapes-of-release.ts'

/** Rows that the store answers as they are shown. */
export type {
  ClaimReview,
  ClaimRow,
  Counts,
  FindingRow,
  PassageRef,
  RunState,
  SourceRef,
  TextRecording,
  TextRef,
}

/**
 * The shapes of what is read from an investigation: what the reads of this room answer, and so what the server sends
 * to the desk as JSON. All paths stand below `/api`.
 */
export interface Refused {
  readonly reason: string
  readonly detail: string
}

/** GET /session */
export interface SessionView {
  readonly member: { readonly id: MemberId; readonly name: string }
  readonly investigations: readonly InvestigationCard[]
  /** Whether I administer some investigation, and so keep the members of the house. */
  readonly administers: boolean
}

export interface InvestigationCard {
  readonly id: InvestigationId
  readonly code: string
  readonly title: Words
  readonly notice: Words
  readonly nature: Investigation['nature']
  readonly roles: readonly string[]
  readonly counts: Counts
}

/** GET /investigations/:id */
export interface Overview {
  readonly card: InvestigationCard
  readonly thresholds: Thresholds
  readonly estimates: readonly EstimateView[]
  readonly findings: readonly FindingRow[]
  readonly contradictions: readonly ContradictionView[]
  readonly reports: readonly ReportCard[]
  readonly breaches: readonly Breach[]
}

/** GET /investigations/:id/sources */
export interface SourceRow extends SourceRef {
  readonly kind: Source['kind']
  readonly role: Source['role']
  readonly reliability: Source['reliability']
  readonly credibility: Source['credibility']
  readonly claims: number
  /** Where the source goes back to; itself when it depends on nobody. */
  readonly origins: readonly OriginRef[]
  readonly undecided: number
  readonly consent: 'not-needed' | 'given' | 'withdrawn' | 'missing'
}

/** A withdrawal with what is to be done because of it. */
export interface WithdrawalView extends Withdrawal {
  readonly tasks: readonly Task[]
}

export interface OriginRef {
  readonly id: OriginId
  readonly code: string
  readonly title: Words
}

/** GET /investigations/:id/sources/:source */
export interface SourceView {
  readonly source: Source
  readonly row: SourceRow
  readonly links: readonly (OriginLink & { readonly fromSource: SourceRef; readonly toSource: SourceRef })[]
  readonly interviews: readonly Interview[]
  readonly consents: readonly Consent[]
  readonly withdrawals: readonly WithdrawalView[]
  readonly texts: readonly TextRef[]
  readonly claims: readonly ClaimRow[]
}

/** GET /investigations/:id/texts/:text */
export interface TextView {
  readonly text: Text
  readonly source: SourceRef
  readonly passages: readonly PassageShown[]
  readonly coding: TextCoding
  /** Null where no machine wrote it down; else what nobody has listened to yet. */
  readonly unheard: readonly Stretch[] | null
  /** Other texts of the source, each in its last version. */
  readonly others: readonly TextRef[]
  /** Every version of this text, the first one first. */
  readonly versions: readonly TextVersion[]
  /** What was marked in earlier versions and could not be carried over: for a person to put somewhere. */
  readonly waiting: readonly PassageShown[]
  /** What it was written down from; null while nobody has said. */
  readonly recording: TextRecording | null
}

/** GET /investigations/:id/claims?topic=&source=&after= : pages of 200 in the order of their codes. */
export interface ClaimPage {
  readonly claims: readonly ClaimRow[]
  readonly total: number
  readonly topics: readonly string[]
  readonly next: string | null
}

/** GET /investigations/:id/claims/:claim */
export interface ClaimView {
  readonly claim: Claim
  readonly row: ClaimRow
  readonly place: { readonly id: PlaceId; readonly path: readonly Words[] } | null
  readonly contradictions: readonly ContradictionView[]
  /** Whether whoever asks stated it: then the second reading is somebody else's. */
  readonly own: boolean
  /** What second readers said of it, in their order. */
  readonly reviews: readonly ClaimReview[]
  readonly findings: readonly FindingRow[]
  readonly estimates: readonly { readonly id: EstimateId; readonly code: string; readonly question: Words }[]
}

export interface ContradictionView {
  readonly contradiction: Contradiction
  readonly first: ClaimRow
  readonly second: ClaimRow
  /** What each figure would be if the other claim were read in its place. */
  readonly effects: readonly {
    readonly estimate: EstimateId
    readonly code: string
    readonly published: { readonly min: number; readonly max: number }
    readonly interval: { readonly min: number; readonly max: number }
  }[]
}

/** GET /investigations/:id/findings/:finding */
export interface FindingView {
  readonly row: FindingRow
  readonly finding: Finding
  readonly reasons: readonly StandingReason[]
  readonly origins: readonly OriginRef[]
  /** Every claim for and against by source, sources grouped by the origins they go back to: the corroboration matrix. */
  readonly matrix: readonly {
    readonly origins: readonly OriginRef[]
    readonly rows: readonly {
      readonly source: SourceRef
      readonly cells: readonly (MatrixCell & { readonly row: ClaimRow })[]
    }[]
  }[]
  /** Claims for that count, grouped so. */
  readonly groups: readonly { readonly origins: readonly OriginRef[]; readonly claims: readonly ClaimRow[] }[]
  /** Claims for that do not count, because their witness no longer allows it. */
  readonly notCounted: readonly ClaimRow[]
  readonly against: readonly {
    readonly claim: ClaimRow
    readonly dismissed: { readonly by: string; readonly reason: string } | null
  }[]
  readonly citedBy: readonly SentenceRef[]
  /** Elements of the chosen crimes that it was tied to. */
  readonly tiedTo: readonly TiedElement[]
  /** What else could explain its claims, as it was last weighed; null when nobody has asked. */
  readonly explanations: Explanations | null
}

/** GET /investigations/:id/without?source= : what would move if these sources were not believed. */
export interface WithoutView {
  /** Claims that would not count. */
  readonly claims: readonly ClaimRow[]
  readonly findings: readonly {
    readonly row: FindingRow
    readonly before: Standing
    readonly after: Standing
    readonly falls: boolean
  }[]
  /** Figures that rest on such claims, with how many of theirs would go and how many be left. */
  readonly figures: readonly {
    readonly id: EstimateId
    readonly code: string
    readonly question: Words
    readonly lost: number
    readonly left: number
  }[]
}

/** POST /investigations/:id/standing : how a finding would stand on these claims. */
export interface StandingIf {
  readonly standing: Standing
  readonly reasons: readonly StandingReason[]
}

export interface SentenceRef {
  readonly report: ReportId
  readonly reportTitle: string
  readonly locale: Locale
  readonly anchor: string
  readonly text: string
}

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

/** GET /investigations/:id/reports/:report */
export interface ReportView {
  readonly resolved: ResolvedReport
  /** The computed parts and charts of the report, by anchor, as finished HTML of our own press. */
  readonly html: Readonly<Record<string, string>>
  readonly breaches: readonly Breach[]
  readonly others: readonly ReportCard[]
}

/** GET /investigations/:id/ledger?after= */
export interface LedgerPage {
  readonly entries: readonly {
    readonly sequence: number
    readonly time: string
    readonly actor: string
    readonly act: string
    readonly subject: string
    /** By which it is called here; null of what has none. */
    readonly code: string | null
    readonly hash: string
  }[]
  /** Who did anything in this ledger, and which acts were done: what its lines can be narrowed to. */
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly acts: readonly string[]
  readonly total: number
  readonly next: number | null
  readonly verified: boolean
}

/** GET /investigations/:id/ledger/checkpoint: up to where the ledger is signed, and why it is no further. */
export interface CheckpointView {
  readonly signed: {
    readonly size: number
    readonly signedAt: string
    readonly origin: string
    /** To be given to whoever verifies, another way than this one; null where another process signs. */
    readonly key: string | null
    readonly cosigned: readonly { readonly witness: string; readonly cosignedAt: string }[]
  } | null
  /** Whose cosignatures are asked for: `2 of (a, b, c)`; null where nobody's are. */
  readonly quorum: string | null
  readonly fault: { readonly reason: 'smaller' | 'fork' | 'nothing-to-sign'; readonly detail: string } | null
}

export type * from './shapes-of-coding.ts'
export type * from './shapes-of-linkage.ts'
export type * from './shapes-of-release.ts'
export type * from './shapes-of-packages.ts'
export type * from './shapes-of-sealing.ts'
export type * from './shapes-of-search.ts'
