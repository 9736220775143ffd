import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { Consent } from '@corroborate/testimony'
import { allowing, concealing, draftFrom, faultsOfConsent, inForceOf } from './draft-consent.ts'

const by = { explainedBy: 'A. Researcher', language: 'ar', givenAt: '2026-01-05' }
const quoted = { purpose: 'quotation', recipient: 'public' } as const
const latest: Consent = {
  ...{ id: derivedId('consent', 'x'), witness: derivedId('source', 'x'), version: 2 },
  ...{ allows: [quoted], conceal: ['name'], ...by, withdrawnAt: null },
}

test('a form begins with what is in force, and after a withdrawal with nothing', () => {
  const first = { ...latest, version: 1, allows: [] }
  const begunWith = (consents: readonly Consent[]) => draftFrom(inForceOf(consents), by)
  expect(begunWith([first, latest])).toEqual({ allows: [quoted], conceal: ['name'], ...by })
  expect(begunWith([latest, { ...latest, version: 3, withdrawnAt: '2026-01-04' }])).toMatchObject({
    ...{ allows: [], conceal: [] },
  })
  expect(begunWith([])).toMatchObject({ allows: [], conceal: [] })
})

test('what is ticked twice is there once, and what is taken back is gone', () => {
  const draft = draftFrom(latest, by)
  expect(allowing(draft, { ...quoted }, true).allows).toEqual([quoted])
  expect(allowing(draft, { ...quoted }, false).allows).toEqual([])
  expect(concealing(draft, 'face', true).conceal).toEqual(['name', 'face'])
  expect(concealing(draft, 'name', false).conceal).toEqual([])
})

test('who explained it, in which language and when, has to be said', () => {
  const empty = { ...draftFrom(null, by), explainedBy: ' ', language: '', givenAt: 'today' }
  expect(Object.keys(faultsOfConsent(empty))).toEqual(['explainedBy', 'language', 'givenAt'])
  expect(faultsOfConsent(draftFrom(null, by))).toEqual({})
})
