import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagItem } from '../bag-item.ts'

/** A folder as a bag for tests, tag files first. */
export async function* itemsOf(folder: string): AsyncGenerator<BagItem> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort((a, b) => Number(a.startsWith('data/')) - Number(b.startsWith('data/')) || (a < b ? -1 : 1))
  for (const name of names) yield { kind: 'file', name, bytes: createReadStream(join(folder, name)) }
}
