import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { digestOf } from '@corroborate/base'
import { reportAssets } from '@corroborate/press'
import type { Context } from 'hono'

/** One file that is served as it is: its bytes are read once, at the start. */
export interface ServedFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  /** Its name carries a digest of its content, so that the name never means anything else. */
  readonly immutable: boolean
}

/** Path below the folder, with `/`, to file. Only what stood in the folder at the start is served: no path can climb out. */
export type ServedFolder = ReadonlyMap<string, ServedFile>

/** The files of a folder, at any depth; no files when there is no such folder (the desk has not been built). */
export async function servedFolder(folder: string): Promise<ServedFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const served = await Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name)
      return [relative(folder, path).split(sep).join('/'), await servedFile(path)] as const
    }),
  )
  return new Map(served)
}

async function servedFile(path: string): Promise<ServedFile> {
  const bytes = Uint8Array.from(await readFile(path))
  return fileOf(path, bytes)
}

/** Bytes with a name, ready to be served. */
export function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>): ServedFile {
  return {
    bytes,
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    etag: `"${digestOf(bytes).slice(0, 32)}"`,
    immutable: /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(name) && name.includes('assets/'),
  }
}

/** What the pages that need no script are dressed in. */
export async function publicFiles(): Promise<ServedFolder> {
  const plain = await readFile(new URL('./page/plain.css', import.meta.url))
  const files = [...reportAssets(), ['plain.css', plain] as const]
  return new Map(files.map(([name, bytes]) => [name, fileOf(name, Uint8Array.from(bytes))]))
}

/** The file as an answer: 304 when the reader holds it already. */
export function sendFile(c: Context, file: ServedFile): Response {
  c.header('ETag', file.etag)
  c.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  return c.body(file.bytes, 200, { 'Content-Type': file.type })
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.webmanifest': 'application/manifest+json',
}
