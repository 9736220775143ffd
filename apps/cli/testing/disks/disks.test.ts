import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Tried } from './trying.ts'

/** A namespace in which anybody may mount small disks; some machines forbid it. */
const ALONE = ['--user', '--map-root-user', '--mount']
const TRYING = fileURLToPath(new URL('./trying.ts', import.meta.url))
const mayMount = spawnSync('unshare', [...ALONE, 'true']).status === 0
if (!mayMount) console.warn('no small disks can be mounted here (unshare): full disks are not tried')

const ROOM =
  /^There is no room left for this file in .*, or for its line in the store[.] Nothing of it was kept, .* Make room and send it again[.]$/
const WRITABLE =
  /^.*, or the store, cannot be written[.] Nothing of this file was kept, .* has to make it writable; then send it again[.]$/
const FULL = /^The disk is full[.] Free some space and start again: nothing that was acknowledged is lost[.]/
const READ_ONLY =
  /^The disk is read-only[.] Choose a folder that can be written with --data or --out[.] [(].*[)]$/
const STORE_READ_ONLY =
  /^The store cannot be written: its disk is read-only, or this user has no right to write there[.]$/
/** By step: what is told, and what may be there although it was refused. */
const EXPECTED: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'a file comes': [ROOM, /^$/],
  'half of a file has come': [ROOM, /^$/],
  'all of a file has come': [ROOM, /^$/],
  'a file comes, read-only': [WRITABLE, /^$/],
  'a file is put in place, read-only': [WRITABLE, /^$/],
  'the row of a file is written': [ROOM, /^$/],
  'the row of a file is written, read-only': [WRITABLE, /^$/],
  'an act is entered': [FULL, /^$/],
  'an act is entered, read-only': [STORE_READ_ONLY, /^$/],
  'the ledger is signed': [FULL, /^$/],
  'the ledger is signed, read-only': [READ_ONLY, /^$/],
  // The file beside the store is written first: a signature that nobody was given is made again, letter for letter.
  'what was signed is written down': [FULL, /^signed (\d+), 2 heads signed \d+, 2 heads$/],
  // A package is entered before its first byte leaves: that it was begun stays in the ledger.
  'a package is written': [FULL, /^ledger of \d+ ledger of \d+$/],
  'a package is written, read-only': [READ_ONLY, /^ledger of \d+ ledger of \d+$/],
  'a package.tar is written': [FULL, /^ledger of \d+ ledger of \d+$/],
  'a package.tar is written, read-only': [READ_ONLY, /^ledger of \d+ ledger of \d+$/],
  'a backup is written': [FULL, /^$/],
  'a backup is written, read-only': [READ_ONLY, /^$/],
  'the store is opened': [/^The disk that holds .* is full[.] Make room and start again;/, /^$/],
  'the store is opened, read-only': [STORE_READ_ONLY, /^$/],
}

let tried: readonly Tried[] = []
let faults: readonly string[] | null = null
beforeAll(() => {
  if (!mayMount) return
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-disks-'))
  const { stdout, stderr } = spawnSync('unshare', [...ALONE, process.execPath, TRYING, folder], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
  expect(stderr).toBe('')
  faults = lines.pop() as readonly string[]
  tried = lines as readonly Tried[]
})

test.skipIf(!mayMount).each(Object.entries(EXPECTED))(
  'on a spoiled disk, while %s: it is said, nothing is half done, and the same goes well once the disk is as before',
  (step, [told, changed]) => {
    const found = tried.filter((one) => one.step.replace(/, \d+ pages left$/, '') === step)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      expect(one.told).toMatch(told)
      expect(one.changed.join(' ')).toMatch(changed)
      expect(one.again).toBe('done')
    }
  },
)

test.skipIf(!mayMount)('after all of it, all that was acknowledged is there and nothing else', () => {
  expect(faults).toEqual([])
})
