import {
  jsonOf,
  ok,
  refuse,
  type EstimateId,
  type InvestigationId,
  type Json,
  type Outcome,
  type RunId,
} from '@corroborate/base'
import {
  differencesOf,
  inputsDigest,
  isPatternRequest,
  listEstimateOf,
  runInForce,
  type Estimate,
  type EstimateRequest,
  type KeptRun,
  type StudyResult,
} from '@corroborate/estimate'
import {
  estimateById,
  keptRunById,
  keptRuns,
  runById,
  runsOfEstimate,
  type Db,
  type RunFound,
} from '@corroborate/store'
import { studyInputOf } from '@corroborate/report'
import type { RunRow, RunsCompared, RunsView, RunView } from '../shapes.ts'
import { recalled } from '../memory.ts'
import { NOT_FOUND } from '../act.ts'
import { dayAt } from '../time.ts'
import { assessed } from './assessed.ts'
import { readingIn, type Reader } from './reader.ts'

interface OfEstimate {
  readonly investigation: InvestigationId
  readonly estimate: EstimateId
}

interface OfRun {
  readonly investigation: InvestigationId
  readonly run: RunId
}

/** What was ever run of this estimate, how far is it, and on which run does the answer rest? Never remembered: runs go on. */
export function readRuns(reader: Reader, { investigation, estimate }: OfEstimate): Promise<RunsView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const request = await estimateById(db, investigation, estimate)
    if (request === null) return null
    const runs = await runsOfEstimate(db, investigation, estimate)
    const inputs = await inputsNow(reader, investigation, request)
    const { id, code, question } = request
    return {
      estimate: { id, code, question },
      canBeRun: inputs.ok,
      runs: runs.map((run) => rowOf(run, { runs, inputs })),
      inForce: await inForce(db, investigation, { request, inputs }),
    }
  })
}

/** One run, with all that it found. */
export function readRun(reader: Reader, { investigation, run: id }: OfRun): Promise<RunView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const run = await runById(db, investigation, id)
    if (run === null) return null
    const kept = await keptRunById(db, investigation, id)
    return {
      row: await rowIn(reader, investigation, run),
      request: run.request,
      result: kept?.result ?? null,
      answer: kept && answerOf(kept),
    }
  })
}

/** What changed from one run to another? Of one estimate or of two. */
export function readRunsCompared(
  reader: Reader,
  { investigation, run, other }: OfRun & { readonly other: RunId },
): Promise<RunsCompared | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const [before, after] = [await runById(db, investigation, other), await runById(db, investigation, run)]
    if (before === null || after === null) return null
    const [was, is] = [await keptRunById(db, investigation, other), await keptRunById(db, investigation, run)]
    return {
      before: await rowIn(reader, investigation, before),
      after: await rowIn(reader, investigation, after),
      request: differencesOf(jsonOf(before.request), jsonOf(after.request)),
      inputsDiffer: before.inputs !== after.inputs,
      softwareDiffers: before.software !== after.software,
      result: was && is ? differencesOf(headlineOf(was.result), headlineOf(is.result)) : [],
      same: was && is ? was.sha256 === is.sha256 : null,
    }
  })
}

/** What a reader compares: the verdict and each method's range; pictures and chains move with every seed. */
function headlineOf(result: StudyResult): Json {
  if (result.kind === 'patterns') {
    const readings = result.study.readings.map(({ alternative, interval, simulation }): [string, Json] => [
      alternative ?? 'as-asked',
      { interval: { ...interval }, simulation: jsonOf(simulation) },
    ])
    return {
      readings: Object.fromEntries(readings),
      withoutOrigins: jsonOf(result.study.withoutOrigins),
    }
  }
  const { study } = result
  const answers = study.methods.map(({ method, answer }): [string, Json] => [
    method,
    answer.ok
      ? { point: answer.value.point, interval: { ...answer.value.interval } }
      : { refused: answer.reason },
  ])
  return {
    ...{ observed: study.overlap.observed, verdict: jsonOf(study.verdict) },
    methods: Object.fromEntries(answers),
  }
}

/** Null for a study of claims: its estimate is reckoned whenever it is read, and not by the run. */
function answerOf({ request, result }: KeptRun): Outcome<Estimate> | null {
  return isPatternRequest(request) || result.kind === 'patterns'
    ? null
    : listEstimateOf(request, result.study)
}

const INPUTS = recalled<Map<EstimateId, Outcome<string>>>()

/** The digest of the inputs as they are today, or why there are none; counted once for each state of the investigation. */
async function inputsNow(
  reader: Reader,
  id: InvestigationId,
  request: EstimateRequest,
): Promise<Outcome<string>> {
  const known = await assessed(reader, id)
  if (known === null) return NOT_FOUND
  const counted = await reader.memory.recall(known.state, INPUTS, () =>
    Promise.resolve(new Map<EstimateId, Outcome<string>>()),
  )
  const found = counted.get(request.id)
  if (found !== undefined) return found
  const ask = { today: dayAt(reader.clock()), software: reader.software }
  const input = studyInputOf(known.investigation, request, ask)
  const inputs = input.ok ? ok(inputsDigest(input.value)) : input
  counted.set(request.id, inputs)
  return inputs
}

async function inForce(
  db: Db,
  investigation: InvestigationId,
  { request, inputs }: { readonly request: EstimateRequest; readonly inputs: Outcome<string> },
): Promise<Outcome<RunId>> {
  if (!inputs.ok) return inputs
  const runs = await keptRuns(db, investigation)
  const run = runInForce(runs, { estimate: request.id, inputs: inputs.value })
  return run.ok ? ok(run.value.id) : run
}

async function rowIn(reader: Reader, investigation: InvestigationId, run: RunFound): Promise<RunRow> {
  const { db } = reader.store
  const request = await estimateById(db, investigation, run.estimate)
  const inputs =
    request === null
      ? refuse('not-found', 'The estimate is gone.')
      : await inputsNow(reader, investigation, request)
  return rowOf(run, { runs: await runsOfEstimate(db, investigation, run.estimate), inputs })
}

function rowOf(
  run: RunFound,
  { runs, inputs }: { readonly runs: readonly RunFound[]; readonly inputs: Outcome<string> },
): RunRow {
  const { id, estimate, version, state, askedBy, askedAt, seed, software } = run
  return {
    ...{ id, estimate, version, state, askedBy, askedAt, seed, software },
    inputs: run.inputs,
    current: inputs.ok && inputs.value === run.inputs,
    repeats: repeatedBy(run, runs),
  }
}

function repeatedBy({ repeats, state }: RunFound, runs: readonly RunFound[]): RunRow['repeats'] {
  const other = runs.find(({ id }) => id === repeats)
  if (other === undefined) return null
  const same =
    state.kind === 'done' && other.state.kind === 'done' ? state.sha256 === other.state.sha256 : null
  return { run: other.id, version: other.version, same }
}
