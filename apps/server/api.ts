/**
 * The shapes of the JSON that the desk is given. All paths stand below `/api`; refusals are `{ reason, detail }`
 * with 400 (unreadable), 401 (not signed in), 404 (not found, or not yours: the same answer) or 422 (refused by the domain).
 * The reads of casework answer in these shapes, so they are declared there; the desk knows them by this file alone.
 */
export type {
  ClaimPage,
  ClaimRow,
  ClaimView,
  ContradictionView,
  Counts,
  EstimateView,
  FindingRow,
  FindingView,
  LinkageCard,
  ListCard,
  ListsView,
  OverlapPreview,
  RunRow,
  RunsCompared,
  RunState,
  RunsView,
  RunView,
  InvestigationCard,
  LedgerPage,
  OriginRef,
  Overview,
  PassageRef,
  Refused,
  ReportCard,
  ReportView,
  SentenceRef,
  SessionView,
  SourceRef,
  SourceRow,
  SourceView,
  TextRef,
  TextView,
} from '@corroborate/casework'
