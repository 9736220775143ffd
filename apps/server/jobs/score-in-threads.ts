import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { PairTask, ScoredParts } from '@corroborate/linkage'
import { partScorer } from '@corroborate/linkage/parts'
import { partsLeft, type PartsGiven, type PartsTold } from './parts-left.ts'

const SCORE_WORKER = new URL('./score-worker.ts', import.meta.url)

/** A thread is worth its start from so many pairs on. */
const PAIRS_A_THREAD = 5_000_000
const MOST_THREADS = 8

/** Has the pairs of a linkage scored by as many threads as the machine runs at once, this one among them; by this one alone where they are few. */
export function scoreInThreads(
  task: PairTask,
  onPairs: (pairs: number) => void,
): Promise<readonly ScoredParts[]> {
  const pairs = task.parts.reduce((sum, part) => sum + part.pairs, 0)
  const worth = 1 + Math.floor(pairs / PAIRS_A_THREAD)
  return scoreInSoMany(Math.min(worth, availableParallelism(), MOST_THREADS), task, onPairs)
}

/** The same in a number of threads; what each made, this one's first. */
export async function scoreInSoMany(
  threads: number,
  task: PairTask,
  onPairs: (pairs: number) => void,
): Promise<readonly ScoredParts[]> {
  const given: PartsGiven = { task, next: new Int32Array(new SharedArrayBuffer(4)) }
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(SCORE_WORKER, { workerData: given, execArgv: [] }),
  )
  try {
    return await Promise.all([
      scoredHere(given, onPairs),
      ...workers.map((worker) => answerOf(worker, onPairs)),
    ])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Scores in this thread, and hears the others between two parts. */
async function scoredHere(given: PartsGiven, onPairs: (pairs: number) => void): Promise<ScoredParts> {
  const { score, scored } = partScorer(given.task)
  for (const part of partsLeft(given)) {
    score(part)
    onPairs(part.pairs)
    await setImmediate()
  }
  return scored()
}

function answerOf(worker: Worker, onPairs: (pairs: number) => void): Promise<ScoredParts> {
  return new Promise((settle, fail) => {
    worker.on('message', (told: PartsTold) => {
      if (told.kind === 'pairs') onPairs(told.pairs)
      else settle(told.scored)
    })
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('a thread ended before its pairs were scored')))
  })
}
