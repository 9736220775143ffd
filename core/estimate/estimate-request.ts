import type { ListRequest } from './lists/list-request.ts'
import type { PatternRequest } from './patterns/pattern-request.ts'

/** A question "how many", with everything that its answer depends on but the evidence. */
export type EstimateRequest = PatternRequest | ListRequest

/** Whether the question is asked of pattern claims; the others are asked of lists. */
export function isPatternRequest(request: EstimateRequest): request is PatternRequest {
  return 'periods' in request
}
