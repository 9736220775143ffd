import { parentPort } from 'node:worker_threads'

/** Says that it is half done and never comes to an end; it can only be stopped from outside. */
parentPort?.postMessage({ kind: 'share', share: 0.5 })
for (;;);
