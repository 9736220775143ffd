import { atOnce, digestOf } from '@corroborate/base'
import { addressOf, type Origin } from '../same-origin.ts'
import { servedFolder, type ServedFolder } from '../static-files.ts'

/** One file of the built desk. */
interface DeskFile {
  readonly name: string
  /** Hexadecimal. */
  readonly sha256: string
}

/** What `npm run build:desk` made: the same sources give the same files, wherever they are built. What begins with a dot is not given out for the desk. */
export async function filesOfDesk(folder: string): Promise<readonly DeskFile[]> {
  return named(await servedFolder(folder))
}

/** The files as `sha256sum` writes them and reads them again. */
export function manifestOf(files: readonly DeskFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}

/** Which of these files a server does not give out as they are here, by their names. Throws where it does not answer. */
export async function filesThatDiffer(
  server: Origin,
  files: readonly DeskFile[],
): Promise<readonly string[]> {
  const there = await atOnce(AT_ONCE, files, async (file) => {
    const bytes = await bytesAt(server, file.name)
    return { name: file.name, same: bytes !== null && digestOf(bytes) === file.sha256 }
  })
  return there.filter(({ same }) => !same).map(({ name }) => name)
}

const AT_ONCE = 8

async function bytesAt(server: Origin, name: string): Promise<Uint8Array | null> {
  // The first page is asked for as a reader does.
  const path = name === 'index.html' ? '' : name
  const answer = await fetch(`${addressOf(server)}/${path}`, { redirect: 'manual' })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return answer.status === 200 ? bytes : null
}

function named(folder: ServedFolder): readonly DeskFile[] {
  return [...folder]
    .filter(([name]) => !name.startsWith('.'))
    .map(([name, { bytes }]) => ({ name, sha256: digestOf(bytes) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
