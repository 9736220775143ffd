import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { canonicalJson, jsonOf } from '@corroborate/base'
import { differencesOf, MOST_DIFFERENCES } from './differences.ts'

test('each place is named by its path, with what stands there in each', () => {
  const before = { verdict: { kind: 'interval', interval: { min: 480, max: 760 } }, lists: ['A', 'B'] }
  const after = { verdict: { kind: 'at-least', least: 480 }, lists: ['A', 'C', 'B'] }
  expect(differencesOf(before, after)).toEqual([
    { path: 'lists[1]', before: 'B', after: 'C' },
    { path: 'lists[2]', before: null, after: 'B' },
    { path: 'verdict.interval', before: { min: 480, max: 760 }, after: null },
    { path: 'verdict.kind', before: 'interval', after: 'at-least' },
    { path: 'verdict.least', before: null, after: 480 },
  ])
})

prop.prop([fc.jsonValue(), fc.jsonValue()])('two values differ nowhere if they are one JSON text', (a, b) => {
  const [one, other] = [jsonOf(a), jsonOf(b)]
  expect(differencesOf(one, one)).toEqual([])
  if (canonicalJson(one) === canonicalJson(other)) expect(differencesOf(one, other)).toEqual([])
})

test('no more are told than somebody reads', () => {
  const many = (by: number) => Array.from({ length: 1_000 }, (_, i) => i + by)
  expect(differencesOf(many(0), many(1))).toHaveLength(MOST_DIFFERENCES)
})
