import type { Hand } from '@corroborate/vault/sealing'

/** As many as a recording is worth: reading the file and taking its digests keep a processor busy besides. */
const MOST = 4

/** Threads that seal one file together, and what ends them. */
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

/** A thread answers in the order in which it was asked. */
function handOf(worker: Worker): Hand {
  const asked: PromiseWithResolvers<Uint8Array>[] = []
  const failAll = (why: string) => {
    for (const one of asked.splice(0)) one.reject(new Error(why))
  }
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof Uint8Array) asked.shift()?.resolve(data)
    else failAll('a thread sealed nothing')
  }
  worker.onerror = ({ message }) => failAll(message)
  return (run) => {
    const one = Promise.withResolvers<Uint8Array>()
    asked.push(one)
    worker.postMessage(run, [run.bytes.buffer])
    return one.promise
  }
}
