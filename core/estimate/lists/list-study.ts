import type { Range } from '@corroborate/base'
import type { Assumption } from '../parts-of-estimate.ts'
import type { Answered, Caution, ListMethod, PopulationAnswer } from './answer.ts'
import type { MissedMatches } from './combine/re-estimate.ts'
import type { Overlap } from './overlap.ts'
import type { Diagnosis } from './overlap/diagnosis.ts'
import type { ChancesTest } from './verdict/unequal-chances.ts'

/**
 * All methods on one table side by side, what each list, each prior and each untestable supposition moves, and what the data can carry. Plain data:
 * it is stored as JSON, drawn, printed, and made again to the same bytes from the same overlap, settings and seed.
 */
export interface ListStudy {
  /** Undivided. */
  readonly overlap: Overlap
  readonly diagnosis: Diagnosis
  readonly chances: ChancesTest
  readonly methods: readonly MethodAnswered[]
  /** The same question without each list in turn. */
  readonly without: readonly WithoutList[]
  /** The same question under other priors. */
  readonly varied: readonly VariedAnswer[]
  /** What an untestable supposition moves: a dependence of two lists, or of all lists together, that no observed count can show. */
  readonly supposed: readonly SupposedAnswer[]
  /** What missed matches between the lists would do; empty where no linkage is known. */
  readonly missed: readonly MissedMatches[]
  /** Each stratum by itself; empty where nobody was divided. */
  readonly strata: readonly StratumStudied[]
  /** What the undivided table carries. */
  readonly undivided: Verdict
  /** The answer: the sum over the strata where people were divided, else the same as `undivided`. */
  readonly verdict: Verdict
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly settings: StudySettings
  readonly seed: string
  /** SHA-256 of the canonical JSON of the overlaps, the settings and the seed. */
  readonly digest: string
  readonly software: string
}

/** How long the study may work. All of it stands in the digest. */
export interface StudySettings {
  /** Replicates of each bootstrap. */
  readonly replicates: number
  /** Independent draws that the chains of each sampler are to be worth. */
  readonly effective: number
}

/** Enough that the 2.5 % end of a bootstrap is the fiftieth of its draws, and a quantile of a posterior is known to a twentieth of its width. */
export const STUDY_SETTINGS: StudySettings = { replicates: 2000, effective: 1000 }
/** For a first look, and while a question is being put together. */
export const QUICK_SETTINGS: StudySettings = { replicates: 200, effective: 200 }

export interface VariedAnswer {
  readonly method: ListMethod
  /** What was set otherwise, `estimate.setting.<code>` in the catalogues. */
  readonly setting: Caution
  readonly point: number
  readonly interval: Range
}

export interface SupposedAnswer {
  /** Two lists, or all of them. */
  readonly lists: readonly string[]
  /** The odds ratio that is supposed; 1 is what every method takes for granted. */
  readonly ratio: number
  readonly people: number
}

export interface StratumStudied {
  readonly name: string
  readonly overlap: Overlap
  readonly methods: readonly { readonly method: ListMethod; readonly answer: Answered<PopulationAnswer> }[]
  readonly verdict: Verdict
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
