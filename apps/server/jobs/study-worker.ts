import { parentPort, workerData } from 'node:worker_threads'
import { tellStudy, type StudyInput } from '@corroborate/estimate'

/** The entry of a worker: one study, told to whoever started it. The worker of the desk is these lines with the browser's own port. */
const given: unknown = workerData
if (!isInput(given)) throw new Error('a worker was started without a study to make')
tellStudy(given, (told) => parentPort?.postMessage(told))

/** What came from our own process was typed there. */
function isInput(data: unknown): data is StudyInput {
  return typeof data === 'object' && data !== null && 'kind' in data
}
