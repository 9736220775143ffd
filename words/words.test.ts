import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const keysIn = (file: string) =>
  Object.keys(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, string>)

test.each(['en', 'ar'])(
  'in %s no key stands in two files: the later one would be said for both',
  (locale) => {
    const keys = globSync(`${locale}/*.json`, { cwd: import.meta.dirname }).flatMap(keysIn)
    expect(keys.length).toBeGreaterThan(1000)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  },
)
