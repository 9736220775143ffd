import { CONSISTENCIES, type Consistency } from '@corroborate/findings'
import type { ClaimRow, FindingView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'

/** What each rating is called in the catalogues. */
export const RATINGS = {
  '--': 'very-inconsistent',
  '-': 'inconsistent',
  N: 'neutral',
  '+': 'consistent',
  '++': 'very-consistent',
  NA: 'not-bearing',
} as const satisfies Readonly<Record<Consistency, string>>

/** What an explanation is called by its number; the first is the finding's own. */
export function useExplanationName(): (nth: number) => string {
  const { say } = useTongue()
  return (nth) => (nth === 0 ? say('work.explain.finding') : say('work.explain.nth', { number: nth }))
}

/** All that can be said of a claim and an explanation, as what is chosen from. */
export function useRatings(): readonly { readonly id: Consistency | 'unrated'; readonly name: string }[] {
  const { say } = useTongue()
  return [
    { id: 'unrated', name: say('work.explain.rating.unrated') },
    ...CONSISTENCIES.map((id) => ({ id, name: say(`work.explain.rating.${RATINGS[id]}`) })),
  ]
}

/** Every claim under a finding, for it or against it, in the order of its matrix. */
export function claimsBeneath(matrix: FindingView['matrix']): readonly ClaimRow[] {
  return matrix.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ row }) => row)))
}
