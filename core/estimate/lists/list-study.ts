import type { Range } from '@corroborate/base'
import type { Assumption } from '../parts-of-estimate.ts'
import type { Answered, Caution, ListMethod, PopulationAnswer } from './answer.ts'
import type { Overlap } from './overlap.ts'

/**
 * All methods on one table side by side, what each list moves, and what the data can carry. Plain data: it is stored as JSON,
 * drawn, printed, and made again to the same bytes from the same overlap and seed.
 */
export interface ListStudy {
  readonly overlap: Overlap
  readonly methods: readonly MethodAnswered[]
  /** The same question without each list in turn. */
  readonly without: readonly WithoutList[]
  readonly verdict: Verdict
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly seed: string
  /** SHA-256 of the canonical JSON of the overlap, the settings and the seed. */
  readonly digest: string
  readonly software: string
}

export interface MethodAnswered {
  readonly method: ListMethod
  readonly answer: Answered<PopulationAnswer>
  /** Pictures of the method's own: its density, its models, its chains. */
  readonly pictures: MethodPictures
}

export interface MethodPictures {
  readonly density: Density | null
  readonly models: readonly ModelDot[]
  readonly traces: readonly Trace[]
}

/** A distribution over numbers of people, in bins of one width that need not be whole. */
export interface Density {
  readonly from: number
  readonly width: number
  readonly shares: readonly number[]
  /** More than one hill that holds a tenth of the probability or more. */
  readonly modes: number
}

/** One model among those that were averaged. */
export interface ModelDot {
  readonly name: string
  readonly weight: number
  readonly point: number | null
  readonly interval: Range | null
}

/** One chain, thinned. */
export interface Trace {
  readonly draws: readonly number[]
  readonly median: number
}

export interface WithoutList {
  readonly list: string
  readonly methods: readonly { readonly method: ListMethod; readonly answer: Answered<PopulationAnswer> }[]
}

/** What the data can carry. "At least" and "cannot say" are results. */
export type Verdict =
  | {
      readonly kind: 'interval'
      readonly interval: Range
      readonly point: number
      readonly level: number
      readonly reasons: readonly Caution[]
    }
  | {
      readonly kind: 'at-least'
      readonly least: number
      readonly interval: Range | null
      readonly reasons: readonly [Caution, ...Caution[]]
    }
  | { readonly kind: 'cannot-say'; readonly reasons: readonly [Caution, ...Caution[]] }
