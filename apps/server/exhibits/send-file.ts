import type { Context } from 'hono'
import { refuse } from '@corroborate/base'
import type { OpenedFile } from '@corroborate/casework'
import { nameToSaveUnder } from '@corroborate/testimony'
import { NotAsWritten, type ExhibitFiles } from '@corroborate/vault'
import { sendRefusal } from '../answers.ts'

/**
 * A file as it came, to be saved and never shown by the browser: whatever it is, it does nothing here. Its length is said before, so that
 * a reader notices when it breaks off, which it does in the place of whatever was altered.
 */
export async function sendExhibitFile(
  c: Context,
  files: ExhibitFiles,
  { file, code }: OpenedFile,
): Promise<Response> {
  const begun = await begin(files, file)
  if (typeof begun === 'string')
    return sendRefusal(c, refuse(begun, SENTENCES[begun](`${code}, file “${file.name}”`)))
  const name = nameToSaveUnder(code, file.name)
  return c.body(streamOf(begun), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(file.bytes),
    'Content-Disposition': `attachment; filename="${asciiOf(name)}"; filename*=UTF-8''${escaped(name)}`,
    'Cache-Control': 'no-store',
  })
}

const SENTENCES = {
  missing: (what: string) =>
    `${what}: there is nothing where it lay. Whoever keeps the machine has to put it back from a backup.`,
  altered: (what: string) =>
    `${what}: what lies in the store is no longer what was received. It is not given out. Whoever keeps the machine has to put it back from a backup.`,
} as const

/** The bytes, once the first of them have come out well: an altered beginning is answered in words. */
async function begin(
  files: ExhibitFiles,
  { held }: OpenedFile['file'],
): Promise<AsyncIterable<Uint8Array> | 'missing' | 'altered'> {
  const bytes = await files.read(held)
  if (bytes === null) return 'missing'
  const stream = bytes[Symbol.asyncIterator]()
  try {
    const first = await stream.next()
    return first.done === true ? nothing() : following(first.value, stream)
  } catch (error) {
    if (error instanceof NotAsWritten) return 'altered'
    throw error
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array(0))
}

async function* following(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const piece = await pieces.next()
      if (piece.done === true) controller.close()
      else controller.enqueue(piece.value)
    },
    cancel: async () => {
      await pieces.return?.()
    },
  })
}

/** For a reader that knows no other letters. */
function asciiOf(name: string): string {
  return name.replaceAll(/[^ -~]/g, '_').replaceAll(/["\\%]/g, '_')
}

/** RFC 8187: what an address leaves as it is, less what that standard does not allow. */
function escaped(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
