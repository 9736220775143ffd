import { doRun, type Run } from '@corroborate/vault/sealing'
import { holds } from '../api.ts'

/** Does the runs that it is sent, one after the other. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!holds<Run>(data, ['what', 'key', 'first', 'last', 'bytes'])) return
  try {
    const done = doRun(data)
    postMessage(done, { transfer: [done.buffer] })
  } catch (error) {
    postMessage(error instanceof Error ? error.message : String(error))
  }
})
