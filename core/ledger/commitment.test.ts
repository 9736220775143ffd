import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { createHash } from 'node:crypto'
import type { Json } from '@corroborate/base'
import { commit, SALT_BYTES } from './commitment.ts'

const salts = fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES })
const contents = fc
  .jsonValue({ stringUnit: 'grapheme' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)

test('is what sha256sum says of the salt followed by the canonical JSON', () => {
  const salt = Uint8Array.from({ length: SALT_BYTES }, (_, i) => i)
  const said = createHash('sha256').update(salt).update('{"a":1,"b":"ب"}', 'utf8').digest('hex')
  expect(commit({ b: 'ب', a: 1 }, salt)).toBe(said)
})

prop.prop([contents, salts])('does not depend on the order in which keys were written', (content, salt) => {
  expect(commit(reversed(content), salt)).toBe(commit(content, salt))
})

prop.prop([contents, salts, salts])(
  'differs under another salt, so that equal contents do not show',
  (content, one, other) => {
    fc.pre(one.some((byte, i) => byte !== other[i]))
    expect(commit(content, one)).not.toBe(commit(content, other))
  },
)

prop.prop([contents, contents, salts])('differs for another content', (one, other, salt) => {
  fc.pre(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)))
  expect(commit(one, salt)).not.toBe(commit(other, salt))
})

test.each([0, 16, 31, 33])('throws at a salt of %i bytes', (length) => {
  expect(() => commit('x', new Uint8Array(length))).toThrow('a salt has 32 bytes')
})

function reversed(value: Json): Json {
  return rekeyed(value, (keys) => keys.toReversed())
}

function sorted(value: Json): Json {
  return rekeyed(value, (keys) => keys.toSorted())
}

function rekeyed(value: Json, order: (keys: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((item: Json) => rekeyed(item, order))
  if (value === null || typeof value !== 'object') return value
  const object = value as Readonly<Record<string, Json>>
  return Object.fromEntries(
    order(Object.keys(object)).map((key) => [key, rekeyed(object[key] ?? null, order)]),
  )
}
