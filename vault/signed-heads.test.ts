import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { makeSignedHeads, openSignedHeads } from './signed-heads.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-heads-'))
afterAll(() => rmSync(folder, { recursive: true }))
const headOf = (size: number) => ({
  size: String(size),
  root: size.toString(16).padStart(64, '0'),
  at: '2026-01-05T12:00:00.000Z',
})

test('what was kept is there when it is opened again, each ledger by itself', async () => {
  const path = join(folder, 'kept.json')
  const heads = await makeSignedHeads(path)
  expect(heads.last('one')).toBeNull()
  await Promise.all([
    heads.keep('one', headOf(3)),
    heads.keep('other', headOf(5)),
    heads.keep('one', headOf(4)),
  ])
  const again = valueOf(await openSignedHeads(path))
  expect([again.last('one'), again.last('other'), again.last('third')]).toEqual([headOf(4), headOf(5), null])
})

test('what could not be written is not held to be kept', async () => {
  const path = join(folder, 'gone', 'kept.json')
  const heads = await makeSignedHeads(join(folder, 'first.json'))
  await heads.keep('one', headOf(1))
  await expect(makeSignedHeads(path)).rejects.toThrow('ENOENT')
  expect(heads.last('one')).toEqual(headOf(1))
})

test('a file that is gone, was cut or was changed is damaged, and never an empty one', async () => {
  const path = join(folder, 'spoiled.json')
  const heads = await makeSignedHeads(path)
  await heads.keep('one', headOf(7))
  const text = readFileSync(path, 'utf8')
  for (const spoiled of [text.slice(0, 40), text.replace('"7"', '"6"'), '{}', '']) {
    writeFileSync(path, spoiled)
    expect(await openSignedHeads(path)).toMatchObject({ ok: false, reason: 'damaged' })
  }
  rmSync(path)
  expect(await openSignedHeads(path)).toMatchObject({ ok: false, reason: 'damaged' })
})
