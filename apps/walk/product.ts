import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The product as a person starts it: the program itself, a fresh data folder, both examples taken in. */
export interface Product {
  readonly address: string
  readonly signInLink: string
  readonly said: string
  /** Its data folder; what belongs to it stands beside it. */
  readonly data: string
  readonly stop: () => Promise<void>
}

/** Starts `corroborate serve` on a free port in a folder of its own; `again` starts it on the folder of another. */
export async function startProduct(): Promise<Product & { readonly again: () => Promise<Product> }> {
  const folder = await mkdtemp(join(tmpdir(), 'corroborate-walk-'))
  const clean = () => rm(folder, { recursive: true })
  const product = await started(join(folder, 'data'))
  return {
    ...product,
    stop: async () => {
      await product.stop()
      await clean()
    },
    again: async () => {
      await product.stop()
      return started(join(folder, 'data'))
    },
  }
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
  return { address: new URL(signInLink).origin, signInLink, said, data, stop: () => stopped(child) }
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
