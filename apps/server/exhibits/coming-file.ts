import type { Context } from 'hono'
import type { z } from 'zod'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { jsonAs } from '../json-body.ts'

/** What is said of a file stands in this header, as JSON with everything but ASCII escaped: the body is the file and nothing else. */
const SAID = 'corroborate-exhibit'
/** 16 TiB; beyond it a length is a slip. */
const MOST_BYTES = 16 * 1024 ** 4
/** A sender of whom nothing is heard for so long has gone. */
const SILENCE_MS = 60_000

/**
 * A file in the body of a request: what was said of it, how long it is, and its bytes as they come. Nothing of the body is read here.
 * Refuses with `unreadable` where it is not said what comes, or how long it is.
 */
export function comingFile<Shape extends z.ZodType>(
  c: Context,
  shape: Shape,
): Outcome<
  { readonly said: z.output<Shape>; readonly bytes: number; readonly body: AsyncIterable<Uint8Array> },
  'unreadable'
> {
  const bytes = Number(/^\d{1,15}$/.exec(c.req.header('content-length') ?? '')?.[0])
  if (!(bytes <= MOST_BYTES))
    return refuse('unreadable', 'expected a request that says how long it is, and is no longer than 16 TiB')
  const text = unescapedHeader(c.req.header(SAID) ?? '')
  if (text === null) return refuse('unreadable', `the header ${SAID} is not escaped as an address is`)
  const said = jsonAs(text, shape)
  if (!said.ok) return said
  return ok({ said: said.value, bytes, body: patiently(c.req.raw.body) })
}

function unescapedHeader(header: string): string | null {
  try {
    return decodeURIComponent(header)
  } catch {
    return null
  }
}

/** The bytes of a body. Throws when nothing came for a minute: what holds a place for others is let go. */
export async function* patiently(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const piece = await heardInTime(reader.read())
      if (piece.done) return
      yield piece.value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The sender was cut off, or fell silent. Nobody is left who could be answered. */
export class SenderGone extends Error {
  override readonly name = 'SenderGone'
}

async function heardInTime<Piece>(reading: Promise<Piece>): Promise<Piece> {
  const { promise: silence, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new SenderGone('nothing came for a minute')), SILENCE_MS)
  try {
    return await Promise.race([reading.catch(asGone), silence])
  } finally {
    clearTimeout(timer)
  }
}

function asGone(error: unknown): never {
  throw new SenderGone(error instanceof Error ? error.message : String(error))
}
