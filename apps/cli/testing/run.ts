import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const SERVING = 'Stop with Ctrl-C'

/** Runs the real program to its end; one that serves is asked to stop as soon as it says that it serves. */
export function corroborate(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = started(words, environment)
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      const before = out
      out += chunk.toString()
      if (out.includes(SERVING) && !before.includes(SERVING)) child.kill('SIGTERM')
    })
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

/** Runs the real program, one that serves, until it is stopped. */
export function corroborateServing(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly out: string; readonly stop: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const child = started(words, environment)
    const ended = new Promise<void>((settle) => child.on('close', () => settle()))
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes(SERVING)) resolve({ out, stop })
    })
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', () => reject(new Error(`it ended before it served: ${err}`)))
  })
}

function started(words: readonly string[], environment: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [join(root, 'apps/cli/main.ts'), ...words], {
    env: { ...process.env, CORROBORATE_PASSPHRASE: '', DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
