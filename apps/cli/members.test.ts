import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { valueOf } from '@corroborate/base'
import { parseCommandLine } from './command-line.ts'
import { members } from './members.ts'

const data = join(mkdtempSync(join(tmpdir(), 'corroborate-members-')), 'data')

beforeAll(() => {
  vi.stubEnv('CORROBORATE_PASSPHRASE', 'invented for a test')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(join(data, '..'), { recursive: true })
})

/** What is said at the terminal, and the exit code. */
async function said(...words: readonly string[]): Promise<readonly [number, string]> {
  const asked = valueOf(parseCommandLine(['members', ...words, '--data', data]))
  if (asked.command !== 'members') throw new Error('another command was read')
  const lines: string[] = []
  const hear = (line: string) => void lines.push(line)
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation(hear),
  )
  const code = await members(asked)
  for (const spy of spies) spy.mockRestore()
  return [code, lines.join('\n')]
}

test('somebody is enrolled, gets a link, and is a member no more', async () => {
  const [added, link] = await said('add', 'Amal Invented', '--desk', 'https://desk.example.org')
  expect([added, link]).toEqual([
    0,
    expect.stringMatching(/^https:\/\/desk\.example\.org\/sign-in\?token=[\w-]{43}\n/),
  ])
  expect(await said()).toEqual([0, expect.stringContaining('Amal Invented')])
  expect((await said('link', 'Amal Invented'))[1]).toMatch(/Good once, until/)
  expect(await said('end', 'Amal Invented')).toEqual([0, 'They are a member no more.'])
  expect(await said('link', 'Amal Invented')).toEqual([1, expect.stringContaining('Nobody is called')])
})

test('a role is asked for by its name, in an investigation that there is', async () => {
  await said('add', 'B. Invented')
  const grant = (role: string) => said('grant', 'B. Invented', '--role', role, '--investigation', 'none')
  expect(await grant('king')).toEqual([1, expect.stringContaining('--role takes one of researcher')])
  expect(await grant('monitor')).toEqual([1, 'There is no investigation “none”.'])
})

test.each([
  [['grant', 'A'], 'needs --role'],
  [['grant', 'A', '--role', 'monitor'], 'needs --investigation'],
  [['grant', 'A', '--role', 'monitor', '--investigation', 'x', '--until', 'soon'], 'found "soon"'],
  [['enrol', 'A'], 'found "enrol"'],
  [['add'], 'needs the name'],
  [['add', 'A', 'B'], '"B" is one word too many'],
])('“members %s” is refused: %s', (words, sentence) => {
  expect(parseCommandLine(['members', ...words])).toMatchObject({
    reason: 'usage',
    detail: expect.stringContaining(sentence) as string,
  })
})
