import type { AnyEstimate } from '../parts-of-estimate.ts'
import type { ListStudy } from './list-study.ts'

/**
 * What lists that overlap carry: the interval of a verdict that rests on several methods, never one method's alone.
 * Everything that stands behind it travels with it as its study.
 */
export interface ListEstimate extends AnyEstimate {
  readonly method: 'lists'
  /** `at-least`: the data carry no upper end, and only the lower ends of `interval` and `published` may be shown. */
  readonly bound: 'interval' | 'at-least'
  readonly point: number | null
  /** The share of the probability that the interval is meant to hold; null for a least number. */
  readonly level: number | null
  /** People who stand on one list at least: a number of its own, never mixed with what was estimated. */
  readonly observed: number
  /** Lists are no claims. */
  readonly claims: readonly []
  readonly seed: string
  readonly study: ListStudy
}
