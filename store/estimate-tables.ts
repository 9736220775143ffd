import type { ClaimId, EstimateId, InvestigationId, MemberId, RunId, Words } from '@corroborate/base'
import type { EstimateRequest, StudyResult } from '@corroborate/estimate'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface EstimateTable extends Owned {
  readonly id: EstimateId
  readonly code: string
  readonly question: JsonText<Words>
  readonly request: JsonText<EstimateRequest>
}

export interface EstimateClaimTable {
  readonly investigation: InvestigationId
  readonly estimate: EstimateId
  readonly claim: ClaimId
}

/** A run and how far it is. What belongs to a state is null in the others. */
export interface EstimateRunTable extends Owned {
  readonly id: RunId
  readonly estimate: EstimateId
  readonly version: number
  readonly request: JsonText<EstimateRequest>
  readonly inputs: string
  readonly seed: string
  readonly software: string
  readonly repeats: RunId | null
  readonly asked_by: string
  readonly asked_at: string
  /** In whose name its result is kept; null for a run that came with an investigation. */
  readonly member: MemberId | null
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** How much of it is done, from 0 to 1. */
  readonly share: number
  /** The process that works on it, and when it last said so. */
  readonly runner: string | null
  readonly seen_at: string | null
  readonly ended_at: string | null
  /** Canonical JSON, the bytes that `sha256` was taken of. */
  readonly result: JsonText<StudyResult> | null
  readonly sha256: string | null
  readonly reason: string | null
  readonly detail: string | null
}
