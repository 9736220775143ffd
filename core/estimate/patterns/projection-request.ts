import type { Day } from '@corroborate/base'
import type { Assumption } from '../parts-of-estimate.ts'

/** "Had it continued": the pattern of one period, carried from the day after the last window to a day that is named. */
export interface ProjectionRequest {
  readonly code: string
  /** Whose rate, size and reading are carried on. */
  readonly period: string
  readonly until: Day
  /** Why anybody might hold that it continued; one at least. */
  readonly assumptions: readonly [Assumption, ...Assumption[]]
}
