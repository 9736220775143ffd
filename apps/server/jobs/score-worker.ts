import { parentPort, workerData } from 'node:worker_threads'
import { partScorer } from '@corroborate/linkage/parts'
import { partsLeft, type PartsGiven, type PartsTold } from './parts-left.ts'

/** The entry of a worker: parts of the pairs of a linkage, one after the other until none is left. */
const given: unknown = workerData
const port = parentPort
if (port === null || !isGiven(given)) throw new Error('a worker was started without pairs to score')
const tell = (told: PartsTold) => port.postMessage(told)
const { score, scored } = partScorer(given.task)
for (const part of partsLeft(given)) {
  score(part)
  tell({ kind: 'pairs', pairs: part.pairs })
}
tell({ kind: 'scored', scored: scored() })

function isGiven(value: unknown): value is PartsGiven {
  return typeof value === 'object' && value !== null && 'task' in value && 'next' in value
}
