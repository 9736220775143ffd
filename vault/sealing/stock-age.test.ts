import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBase64 } from '@corroborate/ledger'
import { expect, test } from 'vitest'
import { sealValue } from './sealed-record.ts'
import { contextBy, person, receiversOf } from './testing/team.ts'

/** Whether a command is on this machine. */
function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Two implementations of age that are not ours: FiloSottile's in Go, and str4d's in Rust. */
for (const command of ['age', 'rage']) {
  const installed = isInstalled(command)
  if (!installed) console.warn(`${command} is not installed here: that it opens what we seal was not tried`)
  test.skipIf(!installed)(`${command} opens what was sealed here`, async () => {
    const [amal, basma] = await Promise.all([person('amal'), person('basma')])
    const asked = { author: amal.author, recipients: receiversOf(amal, basma) }
    const sealed = await sealValue('زينب الكريم', contextBy(amal), asked)
    if (!sealed.ok) throw new Error(sealed.detail)
    const folder = mkdtempSync(join(tmpdir(), 'stock-age-'))
    try {
      writeFileSync(join(folder, 'key'), `${basma.keys.identity}\n`, { mode: 0o600 })
      writeFileSync(join(folder, 'sealed.age'), fromBase64(sealed.value.file) ?? '')
      const plain = execFileSync(command, ['-d', '-i', join(folder, 'key'), join(folder, 'sealed.age')], {
        encoding: 'utf8',
      })
      expect(JSON.parse(plain)).toMatchObject({ value: 'زينب الكريم', record: 'source-a', version: 1 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}
