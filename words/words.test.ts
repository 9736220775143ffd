import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { isKey, say } from './say.ts'

const messagesIn = (file: string) =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, string>
const keysIn = (file: string) => Object.keys(messagesIn(file))

test.each(['en', 'ar'])(
  'in %s no key stands in two files: the later one would be said for both',
  (locale) => {
    const keys = globSync(`${locale}/*.json`, { cwd: import.meta.dirname }).flatMap(keysIn)
    expect(keys.length).toBeGreaterThan(1000)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  },
)

test.each(['en', 'ar'] as const)(
  'in %s what stands in a message with nothing to fill in is what a reader of ICU messages makes of it',
  (locale) => {
    const files = globSync(`${locale}/*.json`, { cwd: import.meta.dirname })
    const plain = files.flatMap((file) =>
      Object.entries(messagesIn(file)).filter(([, said]) => !said.includes('{')),
    )
    expect(plain.length).toBeGreaterThan(1000)
    for (const [key, said] of plain)
      expect(isKey(key) ? say(locale, key) : key).toBe(String(new IntlMessageFormat(said, locale).format()))
  },
)
