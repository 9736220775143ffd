import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function tool(name: string, args: readonly string[], cwd = root) {
  const done = spawnSync(join(root, 'node_modules/.bin', name), args, { cwd, encoding: 'utf8' })
  return { code: done.status, said: done.stdout + done.stderr }
}

test('the type gate closes on a word where a number belongs', () => {
  const { code, said } = tool('tsc', ['--noEmit', '-p', 'scripts/gates/types/tsconfig.json'])
  expect(said).toContain("Type 'string' is not assignable to type 'number'")
  expect(code).not.toBe(0)
})

test('the format gate closes on a crooked line', () => {
  const { code } = tool('prettier', ['--check', '--ignore-path', '/dev/null', 'scripts/gates/crooked.ts'])
  expect(code).not.toBe(0)
})

const house = tool(
  'depcruise',
  ['--config', join(root, '.dependency-cruiser.mjs'), 'core'],
  join(root, 'scripts/gates/house'),
)

test('the direction gate closes on an import up the house', () => {
  const { code, said } = house
  expect(said).toContain('up-from-core-base: core/base/up.ts → core/testimony/above.ts')
  expect(code).not.toBe(0)
})

test('the direction gate sees through package names to the rooms behind them', () => {
  const { said } = tool('depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'core/claims',
  ])
  const doors = [...said.matchAll(/"resolved": "(core\/[a-z]+\/index[.]ts)"/g)].map(([, door]) => door)
  expect(new Set(doors)).toContain('core/base/index.ts')
})

test('the direction gate closes on a circle', () => {
  expect(house.said).toMatch(/no-circles: core\/claims\/(one|two)[.]ts/)
})

// One for all the cases: each new one would read the types of the whole house again.
const eslint = new ESLint({ cwd: root })

test.each([
  ['an any', 'export const a: any = 1\n', '@typescript-eslint/no-explicit-any'],
  [
    'a bang',
    'export const a = (b: string | null): string => b!\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'a cast',
    'export const a = (b: unknown): string => b as string\n',
    '@typescript-eslint/consistent-type-assertions',
  ],
  ['a clock in the core', 'export const now = () => Date.now()\n', 'no-restricted-properties'],
  ['dice in the core', 'export const dice = () => Math.random()\n', 'no-restricted-properties'],
  [
    'a disk in the core',
    "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
    'no-restricted-imports',
  ],
  ['a default export', 'const a = 1\nexport default a\n', 'no-restricted-syntax'],
])('the lint gate closes on %s', async (_, code, rule) => {
  const [result] = await eslint.lintText(code, { filePath: join(root, 'core/base/outcome.ts') })
  expect(result?.messages.map((message) => message.ruleId)).toContain(rule)
})
