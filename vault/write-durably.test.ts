import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeDurably } from './write-durably.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-vault-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('puts the whole new content in place of the old, for its owner alone, and leaves nothing beside', async () => {
  const path = join(folder, 'file')
  await writeDurably(path, 'the old content, which is longer')
  await writeDurably(path, 'the new')
  expect(readFileSync(path, 'utf8')).toBe('the new')
  expect(readdirSync(folder)).toEqual(['file'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('throws what the disk throws, and keeps what was there', async () => {
  const path = join(folder, 'file')
  await expect(writeDurably(join(path, 'below'), 'x')).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(readFileSync(path, 'utf8')).toBe('the new')
})
