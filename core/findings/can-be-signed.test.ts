import { expect, test } from 'vitest'
import { canBeSigned } from './can-be-signed.ts'
import type { Standing } from './standing.ts'
import { claimId, finding, origins, sourceId } from './testing/findings.ts'

const some = origins('W1')
const contradicted: Standing = {
  kind: 'contradicted',
  by: [claimId('C1')],
  otherwise: { kind: 'corroborated', origins: some },
}

test.each<[Standing, string]>([
  [{ kind: 'unsupported' }, 'unsupported'],
  [{ kind: 'secondary-only', origins: some }, 'secondary-only'],
  [contradicted, 'contradicted'],
])('$kind cannot be signed', (standing, reason) => {
  expect(canBeSigned(finding([]), standing)).toMatchObject({ ok: false, reason })
})

test.each<[Standing]>([
  [{ kind: 'uncorroborated', origins: some }],
  [{ kind: 'corroborated', origins: some }],
  [{ kind: 'strongly-corroborated', origins: some }],
])('whether $kind is enough is for the signer', (standing) => {
  expect(canBeSigned(finding([]), standing).ok).toBe(true)
})

test('that somebody said it can be signed, whatever stands beneath', () => {
  const said = finding([], { kind: { kind: 'attribution', to: sourceId('report'), beneath: { en: '' } } })
  expect(canBeSigned(said, { kind: 'attributed', beneath: contradicted }).ok).toBe(true)
  expect(canBeSigned(said, { kind: 'unsupported' }).ok).toBe(false)
})
