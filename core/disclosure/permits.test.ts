import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { derivedId } from '@corroborate/base'
import { PURPOSES, RECIPIENTS, type Consent, type Purpose, type Recipient } from '@corroborate/testimony'
import { permits } from './permits.ts'

const witness = derivedId('source', 'W1')
function consent(version: number, givenAt: string, rest: Partial<Consent> = {}): Consent {
  return {
    id: derivedId('consent', String(version)),
    witness,
    version,
    allows: [{ purpose: 'analysis', recipient: 'own-team' }],
    conceal: [],
    explainedBy: 'interviewer',
    language: 'ar',
    givenAt,
    withdrawnAt: null,
    ...rest,
  }
}
const analysis = (on: string) => ({ purpose: 'analysis', recipient: 'own-team', on }) as const

test('nothing is allowed before it was given', () => {
  expect(permits([], analysis('2026-01-01'))).toMatchObject({ ok: false, reason: 'no-consent' })
  expect(permits([consent(1, '2026-01-02')], analysis('2026-01-01'))).toMatchObject({ reason: 'no-consent' })
  expect(permits([consent(1, '2026-01-02')], analysis('2026-01-02')).ok).toBe(true)
})

test('withdrawal takes effect on its day', () => {
  const withdrawn = consent(1, '2026-01-01', { withdrawnAt: '2026-03-01' })
  expect(permits([withdrawn], analysis('2026-02-28')).ok).toBe(true)
  expect(permits([withdrawn], analysis('2026-03-01'))).toMatchObject({ ok: false, reason: 'withdrawn' })
  expect(permits([withdrawn], analysis('2027-01-01'))).toMatchObject({ ok: false, reason: 'withdrawn' })
})

test('the latest version rules, in whatever order they come', () => {
  const wide = consent(1, '2026-01-01', { allows: [{ purpose: 'quotation', recipient: 'public' }] })
  const narrow = consent(2, '2026-02-01')
  const quote = { purpose: 'quotation', recipient: 'public', on: '2026-02-01' } as const
  expect(permits([narrow, wide], quote)).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(permits([wide, narrow], { ...quote, on: '2026-01-31' })).toEqual({ ok: true, value: wide })
})

test('withdrawing the latest does not bring back the one before', () => {
  const versions = [consent(1, '2026-01-01'), consent(2, '2026-02-01', { withdrawnAt: '2026-03-01' })]
  expect(permits(versions, analysis('2026-03-02'))).toMatchObject({ reason: 'withdrawn' })
})

test('consent given anew after a withdrawal holds', () => {
  const versions = [consent(1, '2026-01-01', { withdrawnAt: '2026-02-01' }), consent(2, '2026-03-01')]
  expect(permits(versions, analysis('2026-02-15'))).toMatchObject({ reason: 'withdrawn' })
  expect(permits(versions, analysis('2026-03-01')).ok).toBe(true)
})

const uses = fc.record({
  purpose: fc.constantFrom<Purpose>(...PURPOSES),
  recipient: fc.constantFrom<Recipient>(...RECIPIENTS),
})

prop.prop([fc.array(uses), uses])('only what was allowed in so many words is allowed', (allows, use) => {
  const asked = { ...use, on: '2026-01-01' }
  const named = allows.some((one) => one.purpose === use.purpose && one.recipient === use.recipient)
  expect(permits([consent(1, '2026-01-01', { allows })], asked)).toMatchObject(
    named ? { ok: true } : { ok: false, reason: 'not-allowed' },
  )
})
