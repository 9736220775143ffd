import { expect, test } from 'vitest'
import { derivedId, originOf } from '@corroborate/base'
import { hasFallen } from './has-fallen.ts'
import type { Standing } from './standing.ts'

const origins = [originOf(derivedId('source', 'one'))]
const contradicted: Standing = {
  kind: 'contradicted',
  by: [derivedId('claim', 'against')],
  otherwise: { kind: 'strongly-corroborated', origins },
}
const ladder: readonly Standing[] = [
  { kind: 'unsupported' },
  contradicted,
  { kind: 'secondary-only', origins },
  { kind: 'uncorroborated', origins },
  { kind: 'corroborated', origins },
  { kind: 'strongly-corroborated', origins },
]

test('a finding falls from each step of the ladder to each one below it, and never by rising or staying', () => {
  for (const [height, before] of ladder.entries())
    for (const [other, after] of ladder.entries()) expect(hasFallen(before, after)).toBe(other < height)
})

test('an attribution falls when what was said stands lower, and when nothing carries it any more', () => {
  const said = (beneath: Standing): Standing => ({ kind: 'attributed', beneath })
  expect(
    hasFallen(said({ kind: 'uncorroborated', origins }), said({ kind: 'secondary-only', origins })),
  ).toBe(true)
  expect(hasFallen(said({ kind: 'unsupported' }), { kind: 'unsupported' })).toBe(true)
  expect(hasFallen(said({ kind: 'secondary-only', origins }), said({ kind: 'corroborated', origins }))).toBe(
    false,
  )
})
