import { digestOf, refuse, ok, type EstimateId, type Outcome, type RunId } from '@corroborate/base'
import type { EstimateRequest } from './estimate-request.ts'
import { resultText, type StudyResult } from './study-input.ts'

/** One time that an estimate's question was put to the machine: what was asked, of what, by whom. */
export interface EstimateRun {
  readonly id: RunId
  readonly estimate: EstimateId
  /** 1, 2, … in the order in which the runs of one estimate were asked. */
  readonly version: number
  /** The question as it was then. */
  readonly request: EstimateRequest
  /** Digest of the question and of what was counted (`inputsDigest`). */
  readonly inputs: string
  readonly seed: string
  readonly software: string
  /** The run that this one does again, with the same question, inputs and seed. */
  readonly repeats: RunId | null
  readonly askedBy: string
  readonly askedAt: string
}

/** A run that ended with a result, kept for good. Its result is what the answer rests on. */
export interface KeptRun extends EstimateRun {
  readonly endedAt: string
  readonly result: StudyResult
  /** SHA-256 of the canonical JSON of the result. */
  readonly sha256: string
}

export type NoRun = 'not-run-yet' | 'inputs-changed' | 'result-damaged'

/**
 * The run that answers the question as it stands now: the latest that was made of the same question and the same counts.
 * @returns why there is none, in a sentence that names the version
 */
export function runInForce(
  runs: readonly KeptRun[],
  now: { readonly estimate: EstimateId; readonly inputs: string },
): Outcome<KeptRun, NoRun> {
  const ofEstimate = runs
    .filter((run) => run.estimate === now.estimate)
    .toSorted((a, b) => b.version - a.version)
  const [latest] = ofEstimate
  if (latest === undefined) return refuse('not-run-yet', 'It was not run yet.')
  const fitting = ofEstimate.find((run) => run.inputs === now.inputs)
  if (fitting === undefined)
    return refuse('inputs-changed', `Its inputs have changed since version ${latest.version} was run.`)
  return isWhole(fitting)
    ? ok(fitting)
    : refuse(
        'result-damaged',
        `The result of version ${fitting.version} does not have the digest that it was kept with.`,
      )
}

/** Whether the result is still the one that was kept. */
export function isWhole({ result, sha256 }: Pick<KeptRun, 'result' | 'sha256'>): boolean {
  return digestOf(resultText(result)) === sha256
}
