import { parentPort } from 'node:worker_threads'
import { digestOf } from '@corroborate/base'
import { resultText } from '@corroborate/estimate'
import { smallStudy } from '../../../../core/estimate/lists/testing/small-study.ts'

/** Answers at once, with a study that was made before. */
const result = resultText({ kind: 'lists', study: smallStudy() })
parentPort?.postMessage({ kind: 'share', share: 0.5 })
parentPort?.postMessage({ kind: 'done', result, sha256: digestOf(result) })
