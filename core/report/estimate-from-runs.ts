import { ok, type Outcome } from '@corroborate/base'
import {
  inputsDigest,
  listEstimateOf,
  listStudyInput,
  patternStudyInput,
  runInForce,
  withStudy,
  type ListEstimate,
  type ListRequest,
  type PatternEstimate,
  type PatternEvidence,
  type PatternRequest,
} from '@corroborate/estimate'
import type { Investigation } from './investigation.ts'

/**
 * The answer that lists give, from the latest run that was made of the same counts. Nothing is estimated here: a run
 * takes time and is asked for by a person. A question that cannot be counted out at all is refused with that reason first.
 */
export function estimateFromRuns(
  request: ListRequest,
  { lists, linkages, runs }: Pick<Investigation, 'lists' | 'linkages' | 'runs'>,
  software: string,
): Outcome<ListEstimate> {
  const input = listStudyInput(request, { lists, linkages }, software)
  if (!input.ok) return input
  const run = runInForce(runs, { estimate: request.id, inputs: inputsDigest(input.value) })
  if (!run.ok) return run
  const { result } = run.value
  return result.kind === 'lists' ? listEstimateOf(request, result.study) : NOT_OF_LISTS
}

const NOT_OF_LISTS = {
  ok: false,
  reason: 'result-damaged',
  detail: 'Its run is a study of claims, and it is asked of lists.',
} as const

/**
 * A pattern estimate with the study that was run of it, where there is one of the same claims and question. The estimate stands
 * without: its numbers never come from a run.
 */
export function withItsStudy(
  estimate: PatternEstimate,
  of: {
    readonly request: PatternRequest
    readonly runs: Investigation['runs']
    readonly evidence: PatternEvidence
    readonly software: string
  },
): Outcome<PatternEstimate> {
  const { request, runs, evidence, software } = of
  if (!runs.some((run) => run.estimate === estimate.id)) return ok(estimate)
  const input = patternStudyInput(request, evidence, software)
  if (!input.ok) return ok(estimate)
  const run = runInForce(runs, { estimate: estimate.id, inputs: inputsDigest(input.value) })
  if (!run.ok || run.value.result.kind !== 'patterns') return ok(estimate)
  const studied = withStudy(estimate, run.value.result.study, input.value.digest)
  return studied.ok ? studied : ok(estimate)
}
