import { expect, test } from 'vitest'
import type { Source } from '@corroborate/testimony'
import type { Investigation } from '@corroborate/report'
import { fixture } from './testing/fixture.ts'
import { mayPrintClaim, mayQuote, mayTell } from './may-be-printed.ts'

const { investigation } = fixture('en')

function sourceNamed(code: string): Source {
  const source = investigation.sources.find((each) => each.code === code)
  if (source === undefined) throw new Error(code)
  return source
}

test('a witness who agreed to quotation in public may be quoted', () => {
  expect(mayQuote(investigation, sourceNamed('W1'))).toBe(true)
})

test('a withdrawn consent lets nothing out', () => {
  expect(mayQuote(investigation, sourceNamed('W3'))).toBe(false)
  expect(mayTell(investigation, sourceNamed('W3'))).toBe(false)
})

test('a witness without a consent is not printed', () => {
  const none: Investigation = { ...investigation, consents: [] }
  expect(mayTell(none, sourceNamed('W1'))).toBe(false)
})

test('the newest version of a consent counts, whichever stands first', () => {
  const [given] = investigation.consents
  if (given === undefined) throw new Error('the fixture has consents')
  const narrower = { ...given, version: 2, allows: [] }
  for (const consents of [
    [given, narrower],
    [narrower, given],
  ])
    expect(mayQuote({ ...investigation, consents }, sourceNamed('W1'))).toBe(false)
})

test('consent to the own team is no consent to the public', () => {
  const consents = investigation.consents.map((consent) => ({
    ...consent,
    allows: [{ purpose: 'quotation', recipient: 'own-team' } as const],
  }))
  expect(mayQuote({ ...investigation, consents }, sourceNamed('W1'))).toBe(false)
})

test('a document has nothing to consent to', () => {
  expect(mayQuote(investigation, sourceNamed('D1'))).toBe(true)
})

test('a claim whose source is not held is not printed', () => {
  const [claim] = investigation.claims
  if (claim === undefined) throw new Error('the fixture has claims')
  expect(mayPrintClaim({ ...investigation, sources: [] }, claim)).toBe(false)
})
