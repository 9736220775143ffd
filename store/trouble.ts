import { refuse, type Refusal } from '@corroborate/base'
import type { StoreRefusal } from './store.ts'

/** What an engine or a disk can come to; that a user is bound by no policy is seen before. */
type Trouble = Exclude<StoreRefusal, 'unconfined'>

/** What the operating system, SQLite and PostgreSQL call the troubles that a person can do something about. */
const REASONS: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_FULL: 'disk-full',
  '53100': 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  SQLITE_READONLY: 'not-writable',
  SQLITE_CANTOPEN: 'not-writable',
  '25006': 'not-writable',
  '42501': 'not-writable',
  SQLITE_BUSY: 'in-use',
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
}

/** The trouble behind an error of a store, or null when it is none of those: then it is a bug or a broken world. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return REASONS[error.code] ?? REASONS[error.code.split('_', 2).join('_')] ?? null
}

/** What to tell a person about a store in a folder that does not open. */
export function refusalOfFile(error: unknown, folder: string): Refusal<StoreRefusal> | null {
  const reason = isMissing(error) ? 'not-writable' : troubleOf(error)
  return reason && refuse(reason, `${ADVICE[reason](folder)} (${messageOf(error)})`)
}

/** What Node says when it makes a folder, and those above it, on a disk that may only be read. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const ADVICE: Readonly<Record<Trouble, (folder: string) => string>> = {
  'disk-full': (folder) =>
    `The disk that holds ${folder} is full. Make room and start again; what was acknowledged is kept.`,
  'not-writable': (folder) =>
    `${folder} cannot be written. Give this user the right to write there, or name another folder.`,
  'in-use': (folder) => `The store in ${folder} is open in another process. Stop that one first.`,
  damaged: (folder) =>
    `The store in ${folder} is damaged. Keep it as it is, and put the folder back from a backup.`,
  'wrong-passphrase': (folder) => `The passphrase does not open the store in ${folder}.`,
  'newer-version': (folder) => `The store in ${folder} belongs to a later version of this program.`,
  unreachable: (folder) => `${folder} cannot be reached.`,
}
