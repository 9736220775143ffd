import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { NONE_KILLED, type Killed } from './kill.ts'

/** What a run that was stopped had found. */
export function keptKills(file: string | null): Killed {
  return file !== null && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Killed) : NONE_KILLED
}

export async function keepKills(file: string | null, killed: Killed): Promise<void> {
  if (file === null) return
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(killed))
}
