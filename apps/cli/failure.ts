const known: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space and start again: nothing that was acknowledged is lost.',
  SQLITE_FULL: 'The disk is full. Free some space and start again: nothing that was acknowledged is lost.',
  EDQUOT:
    'The disk quota is used up. Free some space and start again: nothing that was acknowledged is lost.',
  EROFS: 'The disk is read-only. Choose a folder that can be written with --data or --out.',
  SQLITE_READONLY:
    'The store cannot be written: its disk is read-only, or this user has no right to write there.',
  EACCES: 'This user may not read or write there.',
  EPERM: 'This user may not read or write there.',
}

/** What to tell a person of a broken world; a bug keeps its stack, because somebody must mend it. */
export function failureInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const words = known[code] ?? known[code.split('_', 2).join('_')]
  if (words === undefined) return error.stack ?? error.message
  const path = 'path' in error ? ` (${String(error.path)})` : ''
  return words + path
}
