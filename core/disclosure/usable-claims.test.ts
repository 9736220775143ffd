import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import type { Consent, Source } from '@corroborate/testimony'
import { usableClaims } from './usable-claims.ts'

const source = (code: string, kind: Source['kind']): Source => ({
  id: derivedId('source', code),
  code,
  kind,
  role: 'other',
  title: { en: code },
  reliability: 'F',
  credibility: 6,
})
const claim = (code: string, by: string): Claim => ({
  id: derivedId('claim', code),
  code,
  source: derivedId('source', by),
  passages: [derivedId('passage', code)],
  mode: 'state',
  topic: 'topic',
  proposition: { en: code },
  roles: [],
  when: null,
  place: null,
  quantity: null,
  pattern: null,
  basis: { kind: 'saw', chain: [], vantage: null },
  certainty: 'certain',
  polarity: 'affirmed',
  coder: 'coder',
  secondCoder: null,
  status: 'accepted',
})
const consent = (
  by: string,
  withdrawnAt: string | null,
  purpose: 'analysis' | 'advocacy' = 'analysis',
): Consent => ({
  id: derivedId('consent', by),
  witness: derivedId('source', by),
  version: 1,
  allows: [{ purpose, recipient: 'own-team' }],
  conceal: [],
  explainedBy: 'interviewer',
  language: 'ar',
  givenAt: '2026-01-01',
  withdrawnAt,
})

const given = {
  sources: [
    ...['W1', 'W2', 'W3', 'W4'].map((code) => source(code, 'witness')),
    source('report', 'document'),
    source('video', 'media'),
  ],
  consents: [consent('W1', null), consent('W2', '2026-02-01'), consent('W4', null, 'advocacy')],
  claims: [
    ...[claim('C1', 'W1'), claim('C2', 'W2'), claim('C3', 'W3'), claim('C4', 'W4')],
    ...[claim('C5', 'report'), claim('C6', 'video'), claim('C7', 'W2'), claim('C8', 'nobody')],
  ],
}

test('counts what documents and consenting witnesses say, and says why not the others', () => {
  const { usable, setAside } = usableClaims({ ...given, on: '2026-03-01' })
  expect([...usable.values()].map(({ code }) => code)).toEqual(['C1', 'C5', 'C6'])
  expect(setAside.map(({ claim: { code }, reason }) => [code, reason])).toEqual([
    ['C2', 'withdrawn'],
    ['C3', 'no-consent'],
    ['C4', 'not-allowed'],
    ['C7', 'withdrawn'],
    ['C8', 'no-consent'],
  ])
})

test('before the withdrawal the claims were counted', () => {
  const { usable } = usableClaims({ ...given, on: '2026-01-31' })
  expect(usable.has(derivedId('claim', 'C2'))).toBe(true)
})
