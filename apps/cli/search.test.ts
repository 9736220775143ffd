import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { corroborate, root } from './testing/run.ts'

vi.setConfig({ testTimeout: 240_000 })
let data: readonly string[]
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-search-'))
  data = ['--data', join(folder, 'data')]
  await corroborate(['import', join(root, 'examples/saydnaya'), ...data])
}, 240_000)
afterAll(() => rm(folder, { recursive: true }))

test('words are found and marked, before and after the index is made anew; a mistake in them is said', async () => {
  const ask = ['search', '"once or twice a week"', '--investigation', 'saydnaya', ...data]
  const { code, out } = await corroborate(ask)
  expect(code).toBe(0)
  expect(out).toMatch(/^saydnaya: \d+ found/)
  expect(out).toContain('[once] [or] [twice] [a] [week]')
  expect((await corroborate(['index', ...data])).out).toMatch(/saydnaya: \d+ turns, passages/)
  expect((await corroborate(ask)).out).toBe(out)
  const wrong = await corroborate(['search', '"once or', ...data])
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('quotation') as string })
})
