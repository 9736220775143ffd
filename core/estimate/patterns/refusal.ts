import { refuse, type Outcome, type Refusal } from '@corroborate/base'

/** Every reason for which no estimate is given. Each comes with a sentence that names the period and the claim. */
export type EstimateRefusal =
  | 'claim-missing'
  | 'claim-not-affirmed'
  | 'no-window'
  | 'window-open'
  | 'window-uncertain'
  | 'window-unreadable'
  | 'window-upside-down'
  | 'no-rate'
  | 'rate-unusable'
  | 'share-unusable'
  /** The weekdays are to be counted; none is named, or fewer than the rate needs. */
  | 'weekdays-unusable'
  | 'no-size'
  | 'size-unusable'
  | 'size-too-large'
  | 'range-upside-down'
  | 'window-too-short'
  | 'period-twice'
  | 'periods-overlap'
  | 'alternative-twice'
  | 'rounding-unusable'
  | 'rounding-leaves-nothing'
  | 'total-too-large'
  | 'check-without-quantity'
  | 'draws-unusable'
  | 'seed-unusable'
  | 'correlation-unusable'
  | 'mode-outside-range'
  | 'weights-unusable'
  | 'period-unknown'
  | 'occasions-too-many'
  | 'threshold-unusable'
  | 'witnesses-too-few'
  | 'witness-twice'
  | 'projection-unusable'
  /** The study was made of another request, or of claims that have changed since. */
  | 'study-out-of-date'

export type Refused = Refusal<EstimateRefusal>
export type Read<Value> = Outcome<Value, EstimateRefusal>

/** "Period P2, size claim F03: …" */
export function refusePart(
  where: { readonly period: string; readonly part: string; readonly claim?: string },
  reason: EstimateRefusal,
  sentence: string,
): Refused {
  const claim = where.claim === undefined ? '' : ` ${where.claim}`
  return refuse(reason, `Period ${where.period}, ${where.part} claim${claim}: ${sentence}`)
}
