import { ok, type Outcome } from '@corroborate/base'
import type { Watch } from './lists/answer.ts'
import { studyPattern } from './patterns/study-pattern.ts'
import { studyLists } from './lists/verdict/study-lists.ts'
import type { ListStudied, ListStudyInput, StudyInput, StudyResult } from './study-input.ts'

/**
 * Makes the study that an estimate rests on: all methods, what each list moves, a verdict. Long work; pure, so that it runs in a worker of Node
 * and of the browser alike. Stopping it is stopping the worker.
 * @param watch told now and then how much is done
 */
export function study(input: ListStudyInput, watch: Watch): Outcome<ListStudied>
export function study(input: StudyInput, watch: Watch): Outcome<StudyResult>
export function study(input: StudyInput, watch: Watch): Outcome<StudyResult> {
  if (input.kind === 'lists') return ok({ kind: 'lists', study: studyLists(input, watch) })
  const { request, claims, contradictions, origins, software } = input
  const studied = studyPattern(request, new Map(claims.map((claim) => [claim.id, claim])), {
    ...{ contradictions, software, watch },
    origins: new Map(origins.map(({ claim, origins: all }) => [claim, all])),
  })
  return studied.ok ? ok({ kind: 'patterns', study: studied.value }) : studied
}
