import { setTimeout as pause } from 'node:timers/promises'
import { signWhatChanged, type SigningDesk } from '@corroborate/casework'
import type { Jobs } from './start-jobs.ts'

export interface SigningJobAsked extends SigningDesk {
  /** Told of errors that are ours, and of each sentence for whoever keeps the machine, once until it changes. */
  readonly report: (error: unknown) => void
  readonly everyMs?: number
}

/** A change is signed at most a minute after it was made: looked for twice in that time, by no clock that can be set back. */
const EVERY_MS = 25_000

/** Signs what changed, for as long as the server serves. The first time it looks at every chain. Never throws: what breaks is reported. */
export function startSigning(asked: SigningJobAsked): Jobs {
  const stopping = new AbortController()
  const working = work(asked, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}

async function work(asked: SigningJobAsked, signal: AbortSignal): Promise<void> {
  const report = onceEach(asked.report)
  let all = true
  while (!signal.aborted) {
    try {
      report((await signWhatChanged(asked, { all })).told)
      all = false
    } catch (error) {
      asked.report(error)
    }
    await pause(asked.everyMs ?? EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** Says a sentence when it comes up, and not again with every look. */
function onceEach(report: (error: unknown) => void): (told: readonly string[]) => void {
  let before: readonly string[] = []
  return (told) => {
    for (const sentence of told) if (!before.includes(sentence)) report(sentence)
    before = told
  }
}
