import {
  ok,
  refuse,
  type EstimateId,
  type InvestigationId,
  type Outcome,
  type RunId,
} from '@corroborate/base'
import { inputsDigest, seedOf, type EstimateRequest, type EstimateRun } from '@corroborate/estimate'
import { estimateById, insertRun, nextVersion, runsOfEstimate } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { freshId, signature } from './name-record.ts'
import { studyInputIn } from './study-input-of.ts'
import { instant } from './time.ts'

export interface AskRun extends InInvestigation {
  readonly estimate: EstimateId
}

/** Has an estimate run as its question and its inputs now stand. The run waits until a process takes it up. */
export const askRun = act(
  'run.asked',
  ['statistician'],
  async (desk, { investigation, estimate }: AskRun) => {
    const request = await estimateById(desk.store.db, investigation, estimate)
    if (request === null) return NOT_FOUND
    const made = await makeRun(desk, { investigation, request, repeats: null })
    return made.ok ? done<RunId>(made.value.id, { subject: made.value.id, content: made.value }) : made
  },
)

/** Writes a run that waits. `running-already` while one of the same question and inputs waits or is run. */
export async function makeRun(
  desk: Desk,
  asked: {
    readonly investigation: InvestigationId
    readonly request: EstimateRequest
    readonly repeats: Pick<EstimateRun, 'id' | 'version' | 'inputs'> | null
  },
): Promise<Outcome<EstimateRun>> {
  const { investigation, request, repeats } = asked
  const { db } = desk.store
  if (desk.member === null || desk.member === 'operator') return NOT_FOUND
  const input = await studyInputIn(desk, investigation, request)
  if (!input.ok) return input
  const inputs = inputsDigest(input.value)
  if (repeats !== null && repeats.inputs !== inputs)
    return refuse(
      'inputs-changed',
      `what version ${repeats.version} was made of is no longer so; it cannot be done again`,
    )
  const before = await runsOfEstimate(db, investigation, request.id)
  const open = before.find((run) => run.inputs === inputs && isOpen(run.state.kind))
  if (open) return refuse('running-already', `version ${open.version} of it is not done yet`)
  const run: EstimateRun = {
    ...{ id: freshId<'run'>(desk), estimate: request.id, request, inputs, seed: seedOf(input.value) },
    version: await nextVersion(db, investigation, request.id),
    ...{ software: desk.software, repeats: repeats?.id ?? null },
    ...{ askedBy: await signature(desk), askedAt: instant(desk.clock()) },
  }
  await insertRun(db, investigation, { run, member: desk.member })
  return ok(run)
}

function isOpen(state: string): boolean {
  return state === 'waiting' || state === 'running'
}
