import { digestOf } from '@corroborate/base'
import { study } from './study.ts'
import { resultText, type StudyInput } from './study-input.ts'

/** What a worker tells whoever waits for its study. */
export type StudyTold =
  | { readonly kind: 'share'; readonly share: number }
  /** The canonical JSON of the result, and its SHA-256. */
  | { readonly kind: 'done'; readonly result: string; readonly sha256: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string }

/**
 * A study as a worker makes it, in Node (`parentPort.postMessage`) and in the browser (`postMessage`) alike: tells its share now and then, and at the
 * end what it found. One hundredth of the work at least lies between two shares.
 */
export function tellStudy(input: StudyInput, tell: (told: StudyTold) => void): void {
  let last = 0
  const answer = study(input, (share) => {
    if (share < last + 0.01) return
    last = share
    tell({ kind: 'share', share: Math.min(1, share) })
  })
  if (!answer.ok) {
    tell({ kind: 'failed', reason: answer.reason, detail: answer.detail })
    return
  }
  const result = resultText(answer.value)
  tell({ kind: 'done', result, sha256: digestOf(result) })
}
