import type { Recipient } from '@corroborate/vault/sealing'
import { holds } from '../api.ts'
import { makeHands } from './hands.ts'
import { sealFile } from './seal-file.ts'

export interface ToSeal {
  readonly file: File
  readonly recipients: readonly Recipient[]
}

/** Seals the file that it is sent, beside the page, and says how far it is. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (holds<ToSeal>(data, ['file', 'recipients'])) void seal(data)
})

async function seal({ file, recipients }: ToSeal): Promise<void> {
  const { hands, letGo } = makeHands()
  const onBytes = (bytes: number) => postMessage({ bytes })
  try {
    postMessage({ prepared: await sealFile(file, recipients, { hands, onBytes }) })
  } catch (error) {
    postMessage({ failed: error instanceof Error ? error.message : String(error) })
  } finally {
    letGo()
  }
}
