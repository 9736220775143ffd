import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { originAt, serveLocalDesk } from '@corroborate/server'
import { temporaryFolder } from '../../store/testing/temporary.ts'
import { corroborate, root } from './testing/run.ts'

const built = join(root, 'apps/desk/dist')

test('the manifest names every file of the desk with its SHA-256, and its own', async () => {
  const { code, out, err } = await corroborate(['desk', 'manifest'])
  expect(code).toBe(0)
  const lines = out.trimEnd().split('\n')
  for (const line of lines) {
    const [sha256 = '', name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(readFileSync(join(built, name)))
        .digest('hex'),
      name,
    ).toBe(sha256)
  }
  expect(lines.some((line) => line.endsWith('  index.html'))).toBe(true)
  expect(err).toContain(createHash('sha256').update(out).digest('hex'))
})

test('a server that gives out the same desk passes, and one that does not is told file by file', async () => {
  const server = originAt('http://127.0.0.1:9')
  if (server === null) throw new Error('no origin')
  const [same, other] = await Promise.all(
    [built, temporaryFolder()].map(async (deskFolder) =>
      valueOf(await serveLocalDesk({ server, deskFolder, port: 0 })),
    ),
  )
  const passed = await corroborate(['desk', 'check', same?.address ?? ''])
  expect([passed.code, passed.out]).toEqual([0, expect.stringContaining('the desk that was built here')])
  const refused = await corroborate(['desk', 'check', other?.address ?? ''])
  expect([refused.code, refused.out]).toEqual([
    1,
    expect.stringMatching(/^another, or none {2}index\.html$/m),
  ])
  await same?.close()
  await other?.close()
  const gone = await corroborate(['desk', 'check', 'http://127.0.0.1:9'])
  expect([gone.code, gone.err]).toEqual([2, 'http://127.0.0.1:9 does not answer.\n'])
})

test.each([
  [['desk'], 'desk takes "manifest"'],
  [['desk', 'check', 'http://desk.example.org'], 'such as https://desk.example.org'],
  [['desk', 'serve', 'https://desk.example.org', '--port', 'x'], '--port takes a whole number'],
])('%j is refused with what was expected', async (words, expected) => {
  const { code, err } = await corroborate(words)
  expect([code, err]).toEqual([2, expect.stringContaining(expected)])
})
