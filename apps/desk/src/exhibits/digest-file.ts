import { ok, refuse, type Outcome, type StreamDigests } from '@corroborate/base'
import { holds } from '../api.ts'

/** Both digests of a file, taken here and beside the page, before anything of it is sent. */
export function digestFile(
  file: File,
  onBytes: (bytes: number) => void,
): Promise<Outcome<StreamDigests, 'file-unreadable'>> {
  const worker = new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Outcome<StreamDigests, 'file-unreadable'>>()
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (holds<{ readonly bytes: number }>(data, ['bytes'])) onBytes(data.bytes)
    else if (holds<{ readonly digests: StreamDigests }>(data, ['digests'])) resolve(ok(data.digests))
    else if (holds<{ readonly failed: string }>(data, ['failed']))
      resolve(refuse('file-unreadable', data.failed))
  }
  worker.onerror = ({ message }) => resolve(refuse('file-unreadable', message))
  worker.postMessage(file)
  return promise.finally(() => worker.terminate())
}
