import type { Outcome } from '@corroborate/base'
import {
  inputsDigest,
  listEstimateOf,
  listStudyInput,
  runInForce,
  type ListEstimate,
  type ListRequest,
} from '@corroborate/estimate'
import type { Investigation } from './investigation.ts'

/**
 * The answer that lists give, from the latest run that was made of the same question and the same counts. Nothing is estimated here: a run
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
  return run.ok ? listEstimateOf(request, run.value.result.study) : run
}
