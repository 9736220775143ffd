import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'

const MAX_FILES = 5_000
const MAX_BYTES = 64 * 1024 * 1024
const READ = /[.](ya?ml|md|csv|json)$/

type Unreadable = 'no-folder' | 'too-large' | 'not-text' | 'link'

/**
 * The text files of an investigation folder by their names (`texts/w01.md`), in a fixed order.
 * Hidden files and files of other kinds are left alone; a link, a file that is not UTF-8 and a folder beyond the limits refuse the whole.
 */
export async function readFolder(folder: string): Promise<Outcome<ReadonlyMap<string, string>, Unreadable>> {
  const names = await namesUnder(folder)
  if (!names.ok) return names
  const files = new Map<string, string>()
  let bytes = 0
  for (const name of names.value) {
    const content = await readFile(join(folder, name))
    bytes += content.length
    if (bytes > MAX_BYTES)
      return refuse('too-large', `${folder}: more than 64 MB of text; the limit is checked at ${name}`)
    const text = decode(content)
    if (text === null) return refuse('not-text', `${name}: expected UTF-8 text, found bytes that are not`)
    files.set(name, text)
  }
  return ok(files)
}

async function namesUnder(folder: string): Promise<Outcome<readonly string[], Unreadable>> {
  const top = await lstat(folder).catch(() => null)
  if (top?.isDirectory() !== true)
    return refuse('no-folder', `${folder}: expected a folder, found ${top ? 'a file' : 'nothing'}`)
  const names: string[] = []
  const waiting = ['']
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
      const name = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isSymbolicLink())
        return refuse('link', `${name}: a link; an investigation folder holds only files and folders`)
      if (entry.isDirectory()) waiting.push(name)
      else if (READ.test(entry.name)) names.push(name)
      if (names.length > MAX_FILES) return refuse('too-large', `${folder}: more than ${MAX_FILES} files`)
    }
  }
  return ok(names.sort((a, b) => (a < b ? -1 : 1)))
}

function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
