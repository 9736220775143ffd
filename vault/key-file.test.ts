import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { readKeyFile, writeKeyFile } from './key-file.ts'
import type { KeyFile } from './store-key.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((made) => Buffer.from(made).toString('hex'))
const files: fc.Arbitrary<KeyFile> = fc.record(
  { salt: hex(16), memory: fc.nat(), passes: fc.nat(), lanes: fc.nat(), check: hex(32) },
  { noNullPrototype: true },
)

prop.prop([files])('reads what it wrote', (file) => {
  expect(readKeyFile(writeKeyFile(file))).toEqual({ ok: true, value: file })
})

prop.prop([files, fc.nat(), fc.integer({ min: 1, max: 127 })])(
  'never reads a file with a changed character as another key file',
  (file, at, by) => {
    const text = writeKeyFile(file)
    const i = at % text.length
    const changed = `${text.slice(0, i)}${String.fromCharCode(text.charCodeAt(i) ^ by)}${text.slice(i + 1)}`
    const read = readKeyFile(changed)
    if (read.ok) expect(read.value).toEqual(file)
    else expect(['damaged', 'newer-version']).toContain(read.reason)
  },
)

prop.prop([files, fc.nat()])('calls a file that was cut damaged', (file, at) => {
  const text = writeKeyFile(file).trimEnd()
  expect(readKeyFile(text.slice(0, at % text.length))).toMatchObject({ ok: false, reason: 'damaged' })
})

test.each([
  '',
  'null',
  '[]',
  '"text"',
  '{}',
  '{"format":"something else"}',
  '{"format":"corroborate-store-key"}',
])('calls %s damaged', (text) => {
  expect(readKeyFile(text)).toMatchObject({ ok: false, reason: 'damaged' })
})

test('tells a later version from damage', () => {
  expect(readKeyFile('{"format":"corroborate-store-key","version":2,"more":true}')).toMatchObject({
    ok: false,
    reason: 'newer-version',
  })
})
