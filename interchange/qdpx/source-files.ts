import { ok } from '@corroborate/base'
import type { GivenFile } from '../bytes/given-file.ts'
import { encodingMarked, encodingOf, seeBytes } from '../bytes/text-of-bytes.ts'
import type { Unpacked } from '../bytes/unpacked.ts'
import { unfolded, type ZipEntry } from '../bytes/zip-directory.ts'
import { TEXT_LIMITS } from '../texts/text-limits.ts'

/** The files of the sources of a project. */
export interface SourceFiles {
  /** The text that a path names, its line ends as they are written; null where the archive has no such file. */
  readonly text: (path: string) => Promise<Unpacked<string | null>>
}

/** A project without an archive around it. */
export const NO_FILES: SourceFiles = { text: () => Promise.resolve(ok(null)) }

/**
 * The files of an archive, found by their names in whatever letters: in `sources`, `Sources`, or beside the project; by paths with
 * `internal://` before them or without. Nothing outside the archive is ever looked for.
 */
export function sourceFiles(file: GivenFile, entries: ReadonlyMap<string, ZipEntry>): SourceFiles {
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries.values()) {
    const parts = entry.name
      .toLowerCase()
      .split(/[/\\]/)
      .filter((part) => part !== '')
    const name = parts.at(-1) ?? ''
    const isSource = parts.length === 1 || (parts.length === 2 && parts[0] === 'sources')
    if (isSource && !byName.has(name)) byName.set(name, entry)
  }
  return {
    text: async (path) => {
      const entry = /^(?:relative|absolute):/i.test(path) ? undefined : byName.get(nameIn(path))
      if (entry === undefined) return ok(null)
      const bytes = await wholeOf(file, entry)
      if (!bytes.ok) return bytes
      const { encoding } = encodingMarked(bytes.value) ?? encodingOf(seeBytes(bytes.value))
      return ok(new TextDecoder(encoding).decode(bytes.value))
    },
  }
}

function nameIn(path: string): string {
  const inside = path.replace(/^internal:\/*/i, '').toLowerCase()
  return inside.slice(inside.search(/[^/\\]*$/))
}

async function wholeOf(file: GivenFile, entry: ZipEntry): Promise<Unpacked<Uint8Array>> {
  const pieces: Uint8Array[] = []
  for await (const piece of unfolded(file, entry, TEXT_LIMITS.plainBytes)) {
    if (!piece.ok) return piece
    pieces.push(piece.value)
  }
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return ok(bytes)
}
