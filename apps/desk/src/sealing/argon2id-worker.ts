import { STRETCH_IN_SCRIPT } from '@corroborate/vault/sealing'
import type { ToStretch } from './stretch-in-worker.ts'

/** A thread that stretches one passphrase and is thrown away: the page stays alive meanwhile. */
self.onmessage = ({ data }: MessageEvent<ToStretch>) => {
  void STRETCH_IN_SCRIPT(data.passphrase, data.salt).then((root) => self.postMessage(root))
}
