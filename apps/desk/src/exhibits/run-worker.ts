import { sealRun, type Run } from '@corroborate/vault/sealing'
import { holds } from '../api.ts'

/** Seals the runs that it is sent, one after the other. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!holds<Run>(data, ['key', 'first', 'bytes', 'last'])) return
  const sealed = sealRun(data)
  postMessage(sealed, { transfer: [sealed.buffer] })
})
