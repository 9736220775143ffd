import type { EstimateId, InvestigationId, MemberId, OriginId, PlaceId, Words } from '@corroborate/base'
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
import type { Breach, Investigation, ResolvedReport } from '@corroborate/report'
import type {
  ClaimReview,
  ClaimRow,
  Counts,
  FindingRow,
  PassageRef,
  SourceRef,
  Task,
  TextRecording,
  TextRef,
  TextVersion,
  Withdrawal,
} from '@corroborate/store'
import type { PassageShown, PassageWaiting, TextCoding } from './shapes-of-coding.ts'
import type { EstimateView } from './shapes-of-estimates.ts'
import type { TiedElement } from './shapes-of-elements.ts'
import type { ReportCard, SentenceRef } from './shapes-of-release.ts'

/** Rows that the store answers as they are shown. */
export type { ClaimReview, ClaimRow, Counts, FindingRow, PassageRef, SourceRef, TextRecording, TextRef }

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
  readonly waiting: readonly PassageWaiting[]
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
export type * from './shapes-of-estimates.ts'
export type * from './shapes-of-linkage.ts'
export type * from './shapes-of-release.ts'
export type * from './shapes-of-packages.ts'
export type * from './shapes-of-sealing.ts'
export type * from './shapes-of-search.ts'
