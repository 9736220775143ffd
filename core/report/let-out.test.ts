import { describe, expect, test } from 'vitest'
import { letOut } from './let-out.ts'
import { allow, claim, consent, id, investigation, text, TODAY } from './testing/investigation.ts'

const CONSENTS = [
  consent('W1', { allows: [allow('analysis', 'partners')] }),
  consent('W2', { allows: [allow('analysis', 'own-team'), allow('quotation', 'partners')] }),
]
const CLAIMS = [
  claim('C1', 'W1'),
  claim('C2', 'W2'),
  claim('C3', 'D1'),
  claim('C4', 'D1', { passages: [id.passage('W2.1')] }),
]
const WHOLE = investigation([], { consents: CONSENTS, claims: CLAIMS })
const codesOf = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code)

describe('to partners, for analysis', () => {
  const { investigation: out, withheld } = letOut(WHOLE, {
    purpose: 'analysis',
    recipient: 'partners',
    on: TODAY,
  })

  test('goes what a witness allowed them for it, and what no witness said', () => {
    expect(codesOf(out.texts)).toEqual(['W1.text', 'D1.text', 'D2.text'])
    expect(codesOf(out.passages)).toEqual(['W1.1', 'D1.1', 'D2.1'])
  })
  test('a claim does not go where one of its passages does not', () => {
    expect(codesOf(out.claims)).toEqual(['C1', 'C3'])
  })
  test('what is withheld is counted', () => {
    expect(withheld).toEqual({ sources: 1, texts: 1, passages: 1, claims: 2 })
  })
})

test('after a withdrawal nothing of that witness goes', () => {
  const [first] = CONSENTS
  const withdrawn = { ...WHOLE, consents: first === undefined ? [] : [{ ...first, withdrawnAt: TODAY }] }
  const { investigation: out } = letOut(withdrawn, { purpose: 'analysis', recipient: 'partners', on: TODAY })
  expect(codesOf(out.claims)).toEqual(['C3'])
})

test('a translation stays where its original does, under whichever source it was entered', () => {
  const translated = (of: string) => ({
    ...text(`${of}.ar`, 'D1', 'x'),
    translationOf: id.text(`${of}.text`),
  })
  const further = { ...text('further', 'D1', 'x'), translationOf: id.text('W2.ar') }
  const texts = [...WHOLE.texts, translated('W1'), translated('W2'), further]
  const use = { purpose: 'analysis', recipient: 'partners', on: TODAY } as const
  const { investigation: out, withheld } = letOut({ ...WHOLE, texts }, use)
  expect(codesOf(out.texts)).toEqual(['W1.text', 'D1.text', 'D2.text', 'W1.ar'])
  expect(withheld.texts).toBe(3)
})
