import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LinkageSettings } from '@corroborate/linkage'
import type {
  ClustersView,
  ClusterView,
  LinkageRunRow,
  LinkageRunsView,
  LinkageRunView,
  LinkageSummary,
  ListIntakeView,
  ListRowsView,
  PairSeenView,
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

/** What a run that is done says of itself; null of another. */
export function summaryOf({ state }: LinkageRunRow): LinkageSummary | null {
  if (state.kind !== 'done') return null
  const { summary } = state
  return holds<LinkageSummary>(summary, [
    'rows',
    'people',
    'blocking',
    'model',
    'bands',
    'clusters',
    'unread',
  ])
    ? summary
    : null
}

export function proposedLinkage(investigation: string, lists: readonly string[]) {
  const path = `/investigations/${investigation}/linkage-runs/proposed?${lists.map((list) => `list=${list}`).join('&')}`
  return queryOptions({
    queryKey: [path],
    queryFn: ({ signal }) => one<LinkageSettings>(path, ['fields', 'comparisons', 'blocking'], signal),
    enabled: lists.length > 0,
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
