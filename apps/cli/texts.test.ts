import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { corroborate, root } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-texts-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Invented. */
async function files(): Promise<readonly string[]> {
  const contents: Readonly<Record<string, string>> = {
    'critics-june.txt': '[00:00:01] I: When?\n[00:00:03] W3: At night.\n',
    'broken.docx': 'PK\u0003\u0004 and no more',
    'nobody.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v W3>No.\n',
  }
  const paths = Object.keys(contents).map((name) => join(folder, name))
  for (const [i, content] of Object.values(contents).entries()) await writeFile(paths[i] ?? '', content)
  return paths
}

test('shows how testimony would be read, and goes on past a file that cannot be', async () => {
  const { code, out, err } = await corroborate(['texts', 'read', ...(await files())])
  expect(code).toBe(2)
  expect(out).toContain('critics-june.txt: txt, 2 turns, en\n  speakers: I (1), W3 (1)')
  expect(out).toContain('2 read, 1 refused.')
  expect(err).toContain('broken.docx: expected the directory of its archive, found none')
})

test('takes each file in whole or not at all, once, and says of each what came of it', async () => {
  const data = ['--data', join(folder, 'data')]
  const imported = await corroborate(['import', join(root, 'examples/saydnaya'), ...data])
  expect(imported.code).toBe(0)
  const paths = await files()
  const add = ['texts', 'add', ...paths, '--investigation', 'saydnaya', ...data, '--json']
  const came = async (words: readonly string[]) => {
    const { out } = await corroborate(words)
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; reason?: string })
      .map(({ ok, reason }) => (ok ? 'in' : reason))
  }
  // One is named for a source of the investigation; the others go nowhere until somebody says where.
  expect(await came(add)).toEqual(['in', 'document-broken', 'no-source'])
  expect(await came([...add, '--source', 'critics'])).toEqual(['already-here', 'document-broken', 'in'])
  expect((await corroborate(['texts', 'add', ...paths, ...data])).code).toBe(2)
})
