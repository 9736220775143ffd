import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { valueOf } from '@corroborate/base'
import type { Engine, FileDigest, MachineTranscript } from '@corroborate/interchange'
import { digestOfFile, fileOnDisk } from '../files-on-disk.ts'

/** What an engine heard in a recording. */
export type Heard = Pick<MachineTranscript, 'engine' | 'language' | 'segments'>

/** The digests of a model's files, and one for all: of one file its own, of several that of the lines that `sha256sum` writes for them. */
export async function digestsOf(paths: readonly string[]): Promise<Pick<Engine, 'files' | 'sha256'>> {
  const files: FileDigest[] = []
  for (const path of [...paths].sort())
    files.push({ file: basename(path), sha256: await digestOfFile(valueOf(await fileOnDisk(path))) })
  const lines = files.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('')
  const [only] = files
  const all = createHash('sha256').update(lines).digest('hex')
  return { files, sha256: files.length === 1 && only !== undefined ? only.sha256 : all }
}
