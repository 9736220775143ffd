import { digestOf, valueOf } from '@corroborate/base'
import {
  inputsDigest,
  isPatternRequest,
  listStudyInput,
  readyToRun,
  resultText,
  study,
  type KeptRun,
  type ListRequest,
} from '@corroborate/estimate'
import type { Investigation } from '@corroborate/report'
import manifest from '../../package.json' with { type: 'json' }
import { idOf } from './ids.ts'
import { DATED } from './world/seed.ts'

export const SOFTWARE = `${manifest.name} ${manifest.version}`

/**
 * The run that the invented statistician asked for, of the question that is asked of lists, made as the desk makes one (`casework/study-input-of.ts`). It takes some seconds.
 * When it was asked is of the invented world, so that the same question gives the same bytes on every day.
 */
export function runOfLists(investigation: Investigation, software: string): KeptRun {
  const request = listQuestion(investigation)
  const input = valueOf(listStudyInput(request, investigation, software))
  const ready = readyToRun(input, request, investigation)
  const result = valueOf(study(ready, () => undefined))
  return {
    id: idOf('run', request.code, '1'),
    estimate: request.id,
    version: 1,
    request,
    inputs: inputsDigest(input),
    seed: request.seed,
    software,
    repeats: null,
    askedBy: 'statistician S1 (invented)',
    askedAt: `${DATED}T09:00:00.000Z`,
    endedAt: `${DATED}T09:01:00.000Z`,
    result,
    sha256: digestOf(resultText(result)),
  }
}

function listQuestion({ estimates }: Investigation): ListRequest {
  for (const request of estimates) if (!isPatternRequest(request)) return request
  throw new Error('nothing is asked of lists')
}
