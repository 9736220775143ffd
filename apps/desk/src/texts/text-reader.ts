import { ok, refuse, type Outcome } from '@corroborate/base'
import type { ReadText } from '@corroborate/interchange'
import type { ProtectedName, SpokenTurn } from '@corroborate/testimony'
import type { Found, TextAsk, TextTold } from './text-worker.ts'

/** A thread of this browser that reads files and looks for names. Nothing of it leaves the machine. */
export interface TextReader {
  readonly read: (file: File) => Promise<Outcome<{ readonly text: ReadText; readonly sha256: string }>>
  readonly look: (
    turns: readonly SpokenTurn[],
    names: readonly ProtectedName[],
  ) => Promise<Outcome<readonly Found[]>>
  readonly close: () => void
}

type Asked = { readonly [Kind in TextAsk['kind']]: Omit<Extract<TextAsk, { kind: Kind }>, 'ask'> }

export function openTextReader(): TextReader {
  const worker = new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (told: TextTold) => void>()
  let asks = 0
  worker.onmessage = ({ data }: MessageEvent<TextTold>) => settle(data)
  // Without a number: whatever is waited for will not come.
  worker.onerror = ({ message }) => {
    for (const ask of waiting.keys()) settle({ ask, kind: 'broken', detail: message })
  }
  const settle = (told: TextTold) => {
    waiting.get(told.ask)?.(told)
    waiting.delete(told.ask)
  }
  const ask = (what: Asked[TextAsk['kind']]) => {
    const number = asks++
    worker.postMessage({ ...what, ask: number })
    return new Promise<TextTold>((resolve) => waiting.set(number, resolve))
  }
  return {
    read: async (file) => {
      const told = await ask({ kind: 'read', file })
      if (told.kind !== 'read') return broken(told)
      const { result, sha256 } = told
      return result.ok
        ? ok({ text: result.text, sha256 })
        : refuse(result.fault.reason, result.fault.sentence)
    },
    look: async (turns, names) => {
      const told = await ask({ kind: 'look', turns, names })
      return told.kind === 'look' ? ok(told.found) : broken(told)
    },
    close: () => worker.terminate(),
  }
}

function broken(told: TextTold): ReturnType<typeof refuse<'reader-broken'>> {
  return refuse('reader-broken', told.kind === 'broken' ? told.detail : '')
}
