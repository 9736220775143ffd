import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { derivedId, newId, originOf, parseId, type SourceId } from './id.ts'

test('agrees with the example of RFC 9562, appendix A.6', () => {
  // Its random part: rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  const id = newId({ at: Date.UTC(2022, 1, 22, 19, 22, 22), random })
  expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

const made = fc.record({
  at: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  random: fc.uint8Array({ minLength: 10, maxLength: 10 }),
})

prop.prop([made])('a new id is one of ours', (what) => {
  const id = newId(what)
  expect(parseId(id)).toBe(id)
})

prop.prop([made, made])('ids sort by the time they were made', (a, b) => {
  fc.pre(a.at !== b.at)
  expect(newId(a) < newId(b)).toBe(a.at < b.at)
})

test('the same names give the same id, and other names or kinds another', () => {
  const id = derivedId('claim', 'training', 'C1')
  expect(derivedId('claim', 'training', 'C1')).toBe(id)
  expect(parseId(id)).toBe(id)
  expect(new Set([id, derivedId('claim', 'trainingC1'), derivedId('source', 'training', 'C1')]).size).toBe(3)
})

test.each([
  ...['', 'W3', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F'],
  ...['017f22e2-79b0-7cc3-18c4-dc0c0c07398f', ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
])('"%s" is no id of ours', (text) => {
  expect(parseId(text)).toBeNull()
})

test('a source that depends on nobody is its own origin', () => {
  const source = derivedId('source', 'W1') satisfies SourceId
  expect(originOf(source)).toBe(source)
})
