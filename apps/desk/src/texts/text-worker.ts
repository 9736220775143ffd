import { digestOf } from '@corroborate/base'
import { AS_FOUND, readTextFiles, type GivenFile, type TextResult } from '@corroborate/interchange'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import {
  findCandidates,
  indexNames,
  wordsOfTurn,
  type Candidate,
  type ProtectedName,
  type SpokenTurn,
} from '@corroborate/testimony'

/** What the screen asks of the thread that reads. */
export type TextAsk =
  | { readonly ask: number; readonly kind: 'read'; readonly file: File }
  | {
      readonly ask: number
      readonly kind: 'look'
      readonly turns: readonly SpokenTurn[]
      readonly names: readonly ProtectedName[]
    }

/** A stretch of a turn that may give somebody away; by code points of `wordsOfTurn`. */
export interface Found extends Candidate {
  readonly turn: number
}

export type TextTold =
  | { readonly ask: number; readonly kind: 'read'; readonly result: TextResult; readonly sha256: string }
  | { readonly ask: number; readonly kind: 'look'; readonly found: readonly Found[] }
  | { readonly ask: number; readonly kind: 'broken'; readonly detail: string }

addEventListener('message', ({ data }: MessageEvent<TextAsk>) => {
  const told = data.kind === 'read' ? read(data.ask, data.file) : Promise.resolve(looked(data))
  told.then(
    (answer) => postMessage(answer),
    (error: unknown) =>
      postMessage({ ask: data.ask, kind: 'broken', detail: String(error) } satisfies TextTold),
  )
})

async function read(ask: number, file: File): Promise<TextTold> {
  for await (const { result } of readTextFiles([givenFile(file)], () => AS_FOUND)) {
    const sha256 = result.ok ? digestOf(new Uint8Array(await file.arrayBuffer())) : ''
    return { ask, kind: 'read', result, sha256 }
  }
  return { ask, kind: 'broken', detail: file.name }
}

const PIECE = 1 << 20

function givenFile(file: File): GivenFile {
  return {
    name: file.name,
    size: file.size,
    read: async function* (from, to) {
      for (let at = from; at < to; at += PIECE)
        yield new Uint8Array(await file.slice(at, Math.min(to, at + PIECE)).arrayBuffer())
    },
  }
}

function looked({ ask, turns, names }: Extract<TextAsk, { readonly kind: 'look' }>): TextTold {
  const index = indexNames(names, (name) => nameKeys(name, USUAL_NAMES))
  const found = turns.flatMap((turn, at) =>
    findCandidates(wordsOfTurn(turn), index).map((candidate) => ({ ...candidate, turn: at })),
  )
  return { ask, kind: 'look', found }
}
