import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
}

function runtimeDependencies(): readonly (readonly [string, string])[] {
  const manifests = globSync(
    '{package.json,{core,apps}/*/package.json,{words,casework,store,vault,interchange,press}/package.json}',
    {
      cwd: root,
    },
  )
  return manifests
    .flatMap((file) =>
      Object.entries((JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest).dependencies ?? {}),
    )
    .filter(([name]) => !name.startsWith('@corroborate/'))
}

const names = [...new Set(runtimeDependencies().map(([name]) => name))].sort()

test('there are at most 30 runtime dependencies', () => {
  expect(names.length).toBeLessThanOrEqual(30)
})

test('each has its reason in the decision record, and the record names no other', () => {
  const record = readFileSync(join(root, 'docs/decisions/0003-runtime-dependencies.md'), 'utf8')
  const written = [...record.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name)
  expect(written.sort()).toEqual(names)
})

test('each is one exact version, the same in every room', () => {
  const versions = new Map<string, string>()
  for (const [name, version] of runtimeDependencies()) {
    expect(version, name).toMatch(/^\d+[.]\d+[.]\d+(-[\w.]+)?$/)
    expect(version, name).toBe(versions.get(name) ?? version)
    versions.set(name, version)
  }
})
