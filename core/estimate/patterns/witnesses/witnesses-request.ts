import type { WeightedClaim } from '../simulation/simulation-request.ts'

/** Claims that give the same quantity of one period: its rate, or the size of its groups. Two at least. */
export interface WitnessesRequest {
  readonly period: string
  readonly part: 'rate' | 'size'
  /** The weights count in the pool only. */
  readonly claims: readonly WeightedClaim[]
  /** Whether a pooled distribution is wanted beside the hull and the common interval. */
  readonly pool: boolean
}
