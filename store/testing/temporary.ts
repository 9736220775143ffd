import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAMED = 'CORROBORATE_TEMPORARY'

/** A folder of its own for what a test writes: it goes with all others of the run, which may end a test's process at any moment. */
export function temporaryFolder(): string {
  return mkdtempSync(join(process.env[NAMED] ?? makeTemporary(), 'test-'))
}

/** The folder for all of them, for this process and those that it begins. It goes with this process. */
export function makeTemporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-test-'))
  process.env[NAMED] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
