import { createHash } from 'node:crypto'
import { canonicalJson } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { appendTo, hashOf, leafOf, NO_ENTRY, type Draft } from './entry.ts'

const draft: Draft = {
  time: '2026-02-03T04:05:06.789Z',
  actor: 'a-member',
  act: 'claim.stated',
  subject: 'a-claim',
  commitment: 'c0'.repeat(32),
}

test('the first entry is number 1 and continues nothing', () => {
  const entry = appendTo(null, draft)
  expect(entry).toMatchObject({ sequence: 1, previous: NO_ENTRY, ...draft })
  expect(NO_ENTRY).toMatch(/^0{64}$/)
})

test('every other entry continues the one before', () => {
  const first = appendTo(null, draft)
  const second = appendTo(first, { ...draft, subject: 'another' })
  expect(second).toMatchObject({ sequence: 2, previous: first.hash })
})

test('the hash is what sha256sum says of a zero byte and the canonical JSON: the leaf hash of RFC 9162', () => {
  const entry = appendTo(null, draft)
  const written =
    `{"act":"claim.stated","actor":"a-member","commitment":"${draft.commitment}",` +
    `"previous":"${NO_ENTRY}","sequence":1,"subject":"a-claim","time":"2026-02-03T04:05:06.789Z"}`
  expect(leafOf(entry)).toBe(written)
  expect(entry.hash).toBe(
    createHash('sha256')
      .update(Buffer.from([0]))
      .update(written)
      .digest('hex'),
  )
})

// The last look like the escapes of a lone surrogate, and are none.
const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\\ud800', '\\\\udfff', '𝄞'))
const anything = {
  sequence: fc.nat(),
  time: texts,
  actor: texts,
  act: texts,
  subject: texts,
  commitment: texts,
  previous: texts,
}

prop.prop([fc.record(anything)])(
  'the leaf is the canonical JSON of the entry, whatever its fields hold',
  (entry) => {
    expect(leafOf(entry)).toBe(canonicalJson(entry))
  },
)

test('throws at half of a letter, which has no UTF-8', () => {
  const whole = appendTo(null, draft)
  expect(() => leafOf({ ...whole, subject: 'a\ud800' })).toThrow('lone surrogate')
})

test('the hash is of what stands in the entry and of nothing that came along', () => {
  const entry = appendTo(null, draft)
  const carried = { ...entry, chain: 'house' }
  expect(hashOf(carried)).toBe(entry.hash)
})

test.each([
  '2026-02-03',
  '2026-02-03T04:05:06Z',
  '2026-02-03T04:05:06.789+01:00',
  '2026-13-03T04:05:06.789Z',
])('throws at the time %s, which would not order as text', (time) => {
  expect(() => appendTo(null, { ...draft, time })).toThrow('not a UTC time')
})

test('throws at a commitment that is no digest', () => {
  expect(() => appendTo(null, { ...draft, commitment: 'the content itself' })).toThrow('not a SHA-256')
})
