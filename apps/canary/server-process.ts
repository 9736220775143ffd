import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { MemberId } from '@corroborate/base'

const PROGRAM = fileURLToPath(new URL('./serving.ts', import.meta.url))

/** A server that runs in a process of its own, and every byte that it ever said: answers with their headers, and what it logged. */
export interface ServerProcess {
  readonly pid: number
  readonly address: string
  /** What each of the members' browsers holds, in the order in which they were named. */
  readonly sessions: readonly string[]
  /** Asks as a browser does. What is named by `body` is posted as JSON. */
  readonly ask: (path: string, init: RequestInit & { readonly session: string }) => Promise<Response>
  readonly answers: () => Buffer
  readonly logs: () => Buffer
  /** SIGKILL: nothing is tidied up. */
  readonly crash: () => Promise<void>
}

/** @param temporary where the process, and whatever it calls, puts what it keeps for a moment */
export async function startServer(
  at: {
    readonly store: string
    readonly files: string
    readonly signing: string
    readonly temporary: string
  },
  members: readonly MemberId[],
): Promise<ServerProcess> {
  const words = [PROGRAM, at.store, at.files, at.signing, ...members]
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: at.temporary,
    env: { ...process.env, TMPDIR: at.temporary },
  })
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  const logged: Buffer[] = []
  const { address, tokens } = await begun(child, logged)
  const answered: Buffer[] = []
  const ask: ServerProcess['ask'] = async (path, { session, ...init }) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', session)
    const asked = { ...init, redirect: 'manual', headers } as const
    // Once more where the server had let go of the line, after a file that it did not want.
    const answer = await fetch(`${address}${path}`, asked).catch(() => fetch(`${address}${path}`, asked))
    const bytes = Buffer.from(await answer.arrayBuffer())
    answered.push(Buffer.from(JSON.stringify([...answer.headers])), bytes)
    return new Response(bytes.length === 0 ? null : bytes, answer)
  }
  const sessions: string[] = []
  for (const token of tokens) {
    const body = new URLSearchParams({ token })
    const { headers } = await ask('/sign-in', { session: '', method: 'POST', body })
    sessions.push(headers.get('set-cookie')?.split(';')[0] ?? '')
  }
  return {
    ...{ pid: child.pid ?? 0, address, sessions, ask },
    answers: () => Buffer.concat(answered),
    logs: () => Buffer.concat(logged),
    crash: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

const BEGUN = z.object({ address: z.string(), tokens: z.array(z.string()) })

function begun(child: ChildProcess, logged: Buffer[]): Promise<z.output<typeof BEGUN>> {
  return new Promise((settle, fail) => {
    const hear = (chunk: Buffer) => logged.push(chunk)
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.stdout?.on('data', () => {
      const [line = '', rest] = Buffer.concat(logged).toString().split('\n')
      if (rest !== undefined) settle(BEGUN.parse(JSON.parse(line)))
    })
    child.once('close', (code) =>
      fail(new Error(`the server ended with ${code ?? 'a signal'}:\n${Buffer.concat(logged).toString()}`)),
    )
  })
}
