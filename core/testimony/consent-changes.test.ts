import { expect, test } from 'vitest'
import { consentChanges } from './consent-changes.ts'

const quoted = { purpose: 'quotation', recipient: 'public' } as const
const studied = { purpose: 'analysis', recipient: 'own-team' } as const
const toCourt = { purpose: 'quotation', recipient: 'icc' } as const

test('what was added and what was dropped are told apart, by purpose and recipient together', () => {
  expect(
    consentChanges(
      { allows: [studied, quoted], conceal: ['name', 'voice'] },
      { allows: [studied, toCourt], conceal: ['name', 'face'] },
    ),
  ).toEqual({ added: [toCourt], dropped: [quoted], concealed: ['face'], shown: ['voice'] })
})

test('in a first version all is new', () => {
  expect(consentChanges(null, { allows: [studied], conceal: ['name'] })).toEqual({
    ...{ added: [studied], dropped: [], concealed: ['name'], shown: [] },
  })
})
