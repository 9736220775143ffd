import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RecordsKind } from '@corroborate/linkage'
import type {
  ClustersView,
  ClusterView,
  LinkageRunRow,
  LinkageRunsView,
  LinkageRunView,
  LinkageSummary,
  ListIntakeView,
  ListRowsView,
  PairExplainedView,
  PairSeenView,
  ProposedLinkage,
  ReviewQueueView,
  ReviewStateView,
} from '@corroborate/server/api'
import { holds, one, withQuery } from '../api.ts'

/** What was linked; asked for again while something waits or runs. */
export function linkageRunsOf(investigation: string) {
  const path = `/investigations/${investigation}/linkage-runs`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<LinkageRunsView>(path, ['runs'], signal),
    refetchInterval: ({ state }) => (state.data?.runs.some(isLinking) === true ? BETWEEN_LOOKS : false),
  })
}

export function linkageRunOf(investigation: string, run: string) {
  const path = `/investigations/${investigation}/linkage-runs/${run}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<LinkageRunView>(path, ['row', 'lists', 'overlap'], signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isLinking(state.data.row) ? BETWEEN_LOOKS : false,
  })
}

/** Milliseconds between two looks at a linkage that goes on. */
const BETWEEN_LOOKS = 700

/** Whether a linkage waits or is run. */
export function isLinking({ state }: LinkageRunRow): boolean {
  return state.kind === 'waiting' || state.kind === 'running'
}

/** What a run that is done says of itself; null of another, and of one that an earlier version made. */
export function summaryOf({ state }: LinkageRunRow): LinkageSummary | null {
  if (state.kind !== 'done') return null
  const { summary } = state
  return holds<LinkageSummary>(summary, [
    'rows',
    'people',
    'blocking',
    'model',
    'scores',
    'clusters',
    'unlinkables',
    'warnings',
    'changes',
    'unread',
  ])
    ? summary
    : null
}

/** @param records the kind of records that was chosen; null lets it be guessed */
export function proposedLinkage(
  investigation: string,
  { lists, records }: { readonly lists: readonly string[]; readonly records: RecordsKind | null },
) {
  const asked = [...lists.map((list) => `list=${list}`), ...(records === null ? [] : [`records=${records}`])]
  const path = `/investigations/${investigation}/linkage-runs/proposed?${asked.join('&')}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ProposedLinkage>(path, ['records', 'settings'], signal),
    enabled: lists.length > 0,
    placeholderData: keepPreviousData,
  })
}

export function clustersOf(investigation: string, run: string) {
  const path = `/investigations/${investigation}/linkage-runs/${run}/clusters`
  return infiniteQueryOptions({
    queryKey: [path],
    queryFn: ({ signal, pageParam }) =>
      one<ClustersView>(withQuery(path, { after: pageParam }), ['clusters', 'total'], signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
}

export function clusterOf(investigation: string, run: string, name: string) {
  const path = withQuery(`/investigations/${investigation}/linkage-runs/${run}/cluster`, { name })
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ClusterView>(path, ['records', 'pairs', 'judgements'], signal),
  })
}

export function reviewStateOf(investigation: string, run: string) {
  const path = `/investigations/${investigation}/linkage-runs/${run}/review`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ReviewStateView>(path, ['reviewers', 'agreements'], signal),
  })
}

/** Pairs of a round of review. */
export const ROUND = 50

/** One round of pairs. The server draws another order once more is judged, so a round is asked for once and kept while it is worked through. */
export function queueOf(investigation: string, run: string, round: number) {
  const path = withQuery(`/investigations/${investigation}/linkage-runs/${run}/queue`, { size: ROUND })
  return queryOptions({
    queryKey: ['review-round', path, round],
    queryFn: ({ signal }) => one<ReviewQueueView>(path, ['pairs', 'kept', 'judged'], signal),
    staleTime: 'static',
    gcTime: 0,
  })
}

/** What the machine says of a pair, and what others said. `shown` asks for it before one has judged. */
export function pairSeen(
  investigation: string,
  run: string,
  { pair, shown }: { pair: number; shown: boolean },
) {
  const at = `/investigations/${investigation}/linkage-runs/${run}/pairs/${pair}`
  const path = shown ? withQuery(at, { shown: 'yes' }) : at
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<PairSeenView>(path, ['weight', 'probability', 'words'], signal),
    gcTime: 0,
  })
}

/** A record by its list and its row there. */
export interface RecordAsked {
  readonly list: string
  readonly row: number
}

/** Why a pair of a run weighs what it weighs. Reviewed pairs teach more by the minute, so it is not held. */
export function pairExplained(
  investigation: string,
  run: string,
  [left, right]: readonly [RecordAsked, RecordAsked],
) {
  const path = withQuery(`/investigations/${investigation}/linkage-runs/${run}/explanation`, {
    left: `${left.list}.${left.row}`,
    right: `${right.list}.${right.row}`,
  })
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<PairExplainedView>(path, ['explanation'], signal),
    gcTime: 0,
    retry: false,
  })
}

export function intakeOf(investigation: string, list: string) {
  const path = `/investigations/${investigation}/lists/${list}/intake`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<ListIntakeView>(path, ['provenance', 'mapping'], signal),
  })
}

export function listRowsOf(investigation: string, list: string) {
  const path = `/investigations/${investigation}/lists/${list}/rows`
  return infiniteQueryOptions({
    queryKey: [path],
    queryFn: ({ signal, pageParam }) =>
      one<ListRowsView>(withQuery(path, { after: pageParam }), ['rows', 'next'], signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
}
