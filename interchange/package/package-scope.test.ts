import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import { nameOfScope, scopeNamed } from './package-scope.ts'

const [one, other] = [derivedId('finding', 'one'), derivedId('finding', 'other')]
const report = derivedId('report', 'main')

test('a scope has one name, whatever the order of its findings, and is found by it', () => {
  const name = nameOfScope({ kind: 'request', recipient: 'icc', findings: [one, other] })
  expect(nameOfScope({ kind: 'request', recipient: 'icc', findings: [other, one] })).toBe(name)
  expect(scopeNamed(name)).toEqual({ kind: 'request', recipient: 'icc', findings: [one, other].sort() })
  expect(scopeNamed(nameOfScope({ kind: 'report', report }))).toEqual({ kind: 'report', report })
})

test.each([
  'investigation',
  'report.main',
  `report.${report}.${report}`,
  'request.icc',
  `request.own-team.${one}`,
  `request.icc.${one}.x`,
])('no scope for somebody outside is called %s', (name) => {
  expect(scopeNamed(name)).toBeNull()
})
