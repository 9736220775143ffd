import type { ChildProcess } from 'node:child_process'

/** What an engine may need to find its own libraries and a place for what it throws away. Nothing else of ours is told to it: no passphrase, no address. */
const TOLD = [
  ...['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT'],
  ...['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'CUDA_VISIBLE_DEVICES'],
]

export function environmentOfEngine(): NodeJS.ProcessEnv {
  const told: NodeJS.ProcessEnv = {}
  for (const name of TOLD) if (process.env[name] !== undefined) told[name] = process.env[name]
  return told
}

/** How an engine ended: in words, and null where it ended well. */
export interface Ended {
  readonly trouble: string | null
  /** The last lines of what it complained of. */
  readonly said: string
}

const [MOST_SAID, LAST_LINES] = [4_000, 6]

/** Waits for an engine. Who stops this program stops the engine, and what it left is still cleared away. */
export function endOf(child: ChildProcess): Promise<Ended> {
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-MOST_SAID)))
  const stop = () => void child.kill()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, stop)
  return new Promise<Ended>((resolve) => {
    const end = (trouble: string | null) => resolve({ trouble, said: lastLines(said) })
    child.on('error', (error) => end(`it cannot be started: ${error.message}`))
    child.on('close', (code, signal) => {
      if (code === 0) end(null)
      else end(signal === null ? `it ended with exit code ${code}` : `it was stopped by ${signal}`)
    })
  }).finally(() => {
    for (const signal of signals) process.off(signal, stop)
  })
}

function lastLines(said: string): string {
  return said.trim().split('\n').slice(-LAST_LINES).join('\n')
}

/** What an engine said last, as the end of a sentence. */
export function quoted(said: string): string {
  return said === '' ? ' It said nothing.' : ` It said last:\n${said}`
}
