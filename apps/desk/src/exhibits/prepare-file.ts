import { ok, refuse, type Outcome, type StreamDigests } from '@corroborate/base'
import type { Recipient } from '@corroborate/vault/sealing'
import { holds } from '../api.ts'
import type { SealedFile } from './seal-file.ts'
import type { ToSeal } from './seal-worker.ts'

type Prepared<Sent> = Promise<Outcome<Sent, 'file-unreadable'>>

/** A file as it lies on the disk, with both its digests. */
export interface DigestedFile {
  readonly file: Blob
  readonly digests: StreamDigests
}

/** Both digests of a file, taken here and beside the page, before anything of it is sent. */
export function digestFile(file: File, onBytes: (bytes: number) => void): Prepared<DigestedFile> {
  const worker = new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' })
  return preparedBy<DigestedFile>(worker, file, onBytes)
}

/** The same file sealed, beside the page, with both digests of the ciphertext. */
export function sealBesidePage(
  file: File,
  recipients: readonly Recipient[],
  onBytes: (bytes: number) => void,
): Prepared<SealedFile> {
  const worker = new Worker(new URL('./seal-worker.ts', import.meta.url), { type: 'module' })
  return preparedBy<SealedFile>(worker, { file, recipients } satisfies ToSeal, onBytes)
}

function preparedBy<Sent>(worker: Worker, asked: unknown, onBytes: (bytes: number) => void): Prepared<Sent> {
  const { promise, resolve } = Promise.withResolvers<Outcome<Sent, 'file-unreadable'>>()
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (holds<{ readonly bytes: number }>(data, ['bytes'])) onBytes(data.bytes)
    else if (holds<{ readonly prepared: Sent }>(data, ['prepared'])) resolve(ok(data.prepared))
    else if (holds<{ readonly failed: string }>(data, ['failed']))
      resolve(refuse('file-unreadable', data.failed))
  }
  worker.onerror = ({ message }) => resolve(refuse('file-unreadable', message))
  worker.postMessage(asked)
  return promise.finally(() => worker.terminate())
}
