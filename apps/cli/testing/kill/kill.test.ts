import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { KINDS } from './acknowledged.ts'
import { faultsIn } from './faults-in.ts'
import { killAtWork, killsIn, NONE_KILLED } from './kill.ts'
import { makePlace, outOf } from './place.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a process that is killed while it works loses nothing that it acknowledged, and leaves nothing that it did not', async () => {
  const kills = KINDS.length
  const killed = await killAtWork({
    ...{ kills, aRound: kills, before: NONE_KILLED },
    tell: () => Promise.resolve(),
  })
  expect([killsIn(killed), killed.faults]).toEqual([kills, []])
}, 240_000)

test('what is missing, cut off, or named by nothing does not go unnoticed', async () => {
  await makePlace(folder)
  expect(await faultsIn(folder, [])).toEqual([])
  const address = 'ab'.repeat(32)
  writeFileSync(join(folder, 'files', 'held', 'ab', address), 'x')
  writeFileSync(join(outOf(folder), 'package-cut.tar'), 'x')
  expect(readdirSync(outOf(folder))).toEqual(['package-cut.tar'])
  const faults = await faultsIn(folder, [
    { kind: 'upload', exhibit: 'e', sha256: 'f' },
    { kind: 'commit', source: 's' },
    { kind: 'checkpoint', size: 700, note: 'n' },
    { kind: 'package', file: 'package-p.tar' },
    { kind: 'backup', file: 'backup-b' },
  ])
  expect(faults).toEqual([
    'e was acknowledged and is not there',
    `${address} lies there and nothing names it`,
    'the source s was acknowledged and is not there',
    'the checkpoint of 700 was given out and is not there',
    expect.stringMatching(/^700 lines were signed, and the file beside the store says \d+$/) as string,
    'package-p.tar was acknowledged and is not there',
    expect.stringMatching(/^package-cut[.]tar is called a package and is none: /) as string,
    'backup-b was acknowledged and is not there',
  ])
})
