import type { EstimateId, FindingId, Outcome } from '@corroborate/base'
import type { Contradiction } from '@corroborate/claims'
import type { Robustness, Standing } from '@corroborate/findings'
import type { Estimate } from '@corroborate/estimate'
import type { PlaceInFile } from './report.ts'

/** Everything that is computed from an investigation. Nothing of it can be typed. */
export interface Assessment {
  readonly standings: ReadonlyMap<FindingId, FindingAssessed>
  readonly estimates: ReadonlyMap<EstimateId, Outcome<Estimate>>
  readonly contradictions: readonly Contradiction[]
  readonly breaches: readonly Breach[]
}

export interface FindingAssessed {
  readonly standing: Standing
  readonly robustness: Robustness
}

/** A law of the design that is broken: the build refuses, and says where. */
export interface Breach {
  readonly law:
    | 'sentence-without-grounds'
    | 'loose-number'
    | 'finding-without-claims'
    | 'worded-above-standing'
    | 'signed-below-standing'
    | 'figure-without-estimate'
    | 'consent-missing'
    | 'unresolved-reference'
    | 'contradiction-unanswered'
  readonly at: PlaceInFile
  readonly subject: string
  readonly detail: string
}
