import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** A command line, as the process that answers many of them is told it. */
export interface Asked {
  readonly words: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const SERVING = 'Stop with Ctrl-C'

const WITHOUT_SECRETS = { CORROBORATE_PASSPHRASE: '', DATABASE_URL: '' }

let warm: ChildProcess | null = null
let last: Promise<unknown> = Promise.resolve()

/** What the program answers to a command that comes to an end. Its modules are read once for all command lines, which are answered one after another. */
export function corroborate(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const ran = last.then(() => askedOf((warm ??= begunWarm()), { words, environment }))
  last = ran.catch(() => undefined)
  return ran
}

/** A program that ends before it answers is a fault of the program: it is said at once, and another is begun for the next command line. */
async function askedOf(program: ChildProcess, { words, environment }: Asked): Promise<Ran> {
  const heard = new AbortController()
  const answered = once(program, 'message', heard)
  const ended = once(program, 'exit', heard).then(() => {
    warm = null
    throw new Error(`the program ended before it answered ${words.join(' ')}`)
  })
  program.send({ words, environment: { ...WITHOUT_SECRETS, ...environment } } satisfies Asked)
  try {
    const [answer] = (await Promise.race([answered, ended])) as [Ran]
    return answer
  } finally {
    heard.abort()
  }
}

/** Holds nobody up: it ends with the process of the tests. */
function begunWarm(): ChildProcess {
  const child = fork(join(root, 'apps/cli/testing/warm.ts'), { execArgv: [] })
  child.unref()
  child.channel?.unref()
  return child
}

/** Runs the real program in a process of its own to its end; one that serves is asked to stop as soon as it says that it serves. */
export function corroborateAlone(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
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
    env: { ...process.env, ...WITHOUT_SECRETS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
