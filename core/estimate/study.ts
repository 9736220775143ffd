import { ok, type Outcome } from '@corroborate/base'
import type { Watch } from './lists/answer.ts'
import { studyLists } from './lists/verdict/study-lists.ts'
import type { StudyInput, StudyResult } from './study-input.ts'

/**
 * Makes the study that an estimate rests on: all methods, what each list moves, a verdict. Long work; pure, so that it runs in a worker of Node
 * and of the browser alike. Stopping it is stopping the worker.
 * @param watch told now and then how much is done
 */
export function study(input: StudyInput, watch: Watch): Outcome<StudyResult> {
  return ok({ kind: 'lists', study: studyLists(input, watch) })
}
