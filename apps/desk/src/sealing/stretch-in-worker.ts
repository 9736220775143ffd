import type { Stretch } from '@corroborate/vault/sealing'

export interface ToStretch {
  readonly passphrase: string
  readonly salt: string
}

/** Stretches a passphrase in a thread of its own, which ends with it and takes the memory along. Throws when the browser gives no thread. */
export const stretchInWorker: Stretch = (passphrase, salt) =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL('./argon2id-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      worker.terminate()
      settle(data)
    }
    worker.onerror = (event) => {
      worker.terminate()
      fail(new Error(`the passphrase could not be stretched: ${event.message}`))
    }
    worker.postMessage({ passphrase, salt } satisfies ToStretch)
  })
