import type { Hand } from '@corroborate/vault/sealing'

/** As many as a recording is worth: reading the file and taking its digest keep a processor busy besides. */
const MOST = 4

/** Threads that seal or open one file together, and what ends them. */
export interface Hands {
  readonly hands: readonly Hand[]
  readonly letGo: () => void
}

/** One hand for each processor that the browser owns up to, four at most. */
export function handsOf(makeWorker: () => Worker): Hands {
  const workers = Array.from({ length: Math.min(MOST, navigator.hardwareConcurrency) }, makeWorker)
  return {
    hands: workers.map(handOf),
    letGo: () => workers.forEach((worker) => worker.terminate()),
  }
}

/** The hands of the desk. */
export function makeHands(): Hands {
  return handsOf(() => new Worker(new URL('./run-worker.ts', import.meta.url), { type: 'module' }))
}

/** A thread answers in the order in which it was asked: with what it made, or in words why it could not. */
function handOf(worker: Worker): Hand {
  const asked: PromiseWithResolvers<Uint8Array<ArrayBuffer>>[] = []
  const failAll = (why: string) => {
    for (const one of asked.splice(0)) one.reject(new Error(why))
  }
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isBytes(data)) asked.shift()?.resolve(data)
    else failAll(String(data))
  }
  worker.onerror = ({ message }) => failAll(message)
  return (run) => {
    const one = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
    asked.push(one)
    worker.postMessage(run, [run.bytes.buffer])
    return one.promise
  }
}

function isBytes(data: unknown): data is Uint8Array<ArrayBuffer> {
  return data instanceof Uint8Array
}
