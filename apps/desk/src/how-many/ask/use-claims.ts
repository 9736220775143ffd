import { useQueries, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ClaimId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { ClaimRow, ClaimView } from '@corroborate/server/api'
import { ALL_CLAIMS, claimOf, claimsOf, overviewOf } from '../../api.ts'
import { useInvestigation } from '../../parts/links.tsx'

/** Every claim that says something of a pattern: page after page until all are here. */
export function usePatternClaims(): readonly ClaimRow[] {
  const investigation = useInvestigation()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    claimsOf(investigation, ALL_CLAIMS),
  )
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return useMemo(() => data.pages.flatMap((page) => page.claims).filter(isOfPattern), [data])
}

function isOfPattern({ mode, quantity }: ClaimRow): boolean {
  return mode === 'pattern' || quantity?.per === 'occasion'
}

/** The claims of these ids in full, as far as they have arrived, and those that contradict them. */
export function useClaims(ids: readonly ClaimId[]) {
  const investigation = useInvestigation()
  const { data: overview } = useSuspenseQuery(overviewOf(investigation))
  const contradictions = overview.contradictions.map(({ contradiction }) => contradiction)
  const opposed = overview.contradictions.flatMap(({ first, second }) =>
    ids.includes(first.id) || ids.includes(second.id) ? [first.id, second.id] : [],
  )
  const wanted = [...new Set([...ids, ...opposed])]
  const found = useQueries({ queries: wanted.map((id) => claimOf(investigation, id)) })
  const views = found.flatMap(({ data }): readonly ClaimView[] => (data === undefined ? [] : [data]))
  return {
    views: new Map(views.map((view) => [view.claim.id, view])),
    claims: new Map<ClaimId, Claim>(views.map(({ claim }) => [claim.id, claim])),
    contradictions,
    pending: found.some(({ isPending }) => isPending),
  }
}
