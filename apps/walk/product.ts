import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../../store/testing/temporary.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What is served: a store with both examples. */
export interface Started {
  readonly address: string
  readonly signInLink: string
  /** Its data folder; what belongs to it stands beside it. */
  readonly data: string
  readonly stop: () => Promise<void>
  /** Stops it, and starts anew on what it kept. */
  readonly again: () => Promise<Started>
}

/** The product as a person starts it: the program itself, a fresh data folder, both examples taken in. */
export interface Product extends Started {
  readonly said: string
  readonly again: () => Promise<Product>
}

/** Starts `corroborate serve` on a free port in a folder of its own. */
export function startProduct(): Promise<Product> {
  return started(join(temporaryFolder(), 'data'))
}

async function started(data: string): Promise<Product> {
  const child = spawn(
    process.execPath,
    [join(root, 'apps/cli/main.ts'), 'serve', '--port', '0', '--data', data],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said = await saidUntil(child, /Stop with Ctrl-C/)
  const [, signInLink = ''] = /(http:\S+token=\S+)/.exec(said) ?? []
  const stop = () => stopped(child)
  const again = async () => {
    await stop()
    return started(data)
  }
  return { address: new URL(signInLink).origin, signInLink, said, data, stop, again }
}

/** Everything the program says until a line of it matches; throws all of it when the program ends before. */
function saidUntil(child: ChildProcess, line: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (line.test(said)) resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('close', (code) => reject(new Error(`the program ended with ${code ?? 'a signal'}:\n${said}`)))
  })
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) {
      resolve()
      return
    }
    child.on('close', () => resolve())
    child.kill('SIGTERM')
  })
}
