import { derivedId, valueOf } from '@corroborate/base'
import * as acts from '../acts.ts'
import type { House } from './house.ts'

/** The finding of the house at an element of an incident of its own: a tie is tried more than once in one house. */
async function tied(house: House) {
  const { desk, investigation, finding } = house
  valueOf(await acts.chooseCrimes(desk, { investigation, crimes: ['7-1f'] }))
  const incident = valueOf(await acts.nameIncident(desk, { investigation, name: { en: 'A night' } }))
  return { investigation, element: '7-1f#1', incident, finding }
}

const choice = { standard: 'reasonable-grounds', reasons: { en: 'Two saw it.' } } as const

const rated = { rating: '-', reason: null } as const

/** The claim of the house, weighed against one other explanation. */
function weighing({ investigation, finding, claim }: House) {
  const rows = [{ claim, cells: [{ rating: '++', reason: 'It says so.' }, rated] }]
  return { investigation, finding, others: [{ en: 'They were moved elsewhere.' }], rows }
}

/** How the acts about findings held against something are tried, elements of crimes or other explanations: see laws.test.ts. */
export const ELEMENT_TRIALS = {
  'crimes.chosen': {
    valid: ({ investigation }: House) => ({ investigation, crimes: ['7-1f', '7-1i'] }),
    refused: ({ investigation }: House) => ({ investigation, crimes: ['9-1z'] }),
    reason: 'unknown-crime',
  },
  'incident.named': {
    valid: ({ investigation }: House) => ({ investigation, name: { en: 'The night of the transfer' } }),
    refused: ({ investigation }: House) => ({ investigation, name: { en: ' ' } }),
    reason: 'no-name',
  },
  'element.tied': {
    valid: tied,
    refused: async (house: House) => ({ ...(await tied(house)), element: 'cah.attack' }),
    reason: 'no-such-element',
  },
  'element.untied': {
    valid: async (house: House) => {
      const tie = await tied(house)
      valueOf(await acts.tieElement(house.desk, tie))
      return tie
    },
    refused: async (house: House) => ({ ...(await tied(house)), finding: derivedId('finding', 'nowhere') }),
    reason: 'not-found',
  },
  'standard.chosen': {
    valid: async (house: House) => ({ ...(await tied(house)), ...choice }),
    refused: async (house: House) => ({ ...(await tied(house)), ...choice, reasons: { en: ' ' } }),
    reason: 'no-reasons',
  },
  'explanations.weighed': {
    valid: weighing,
    refused: (house: House) => ({
      ...weighing(house),
      rows: [{ claim: house.denial, cells: [rated, rated] }],
    }),
    reason: 'claim-elsewhere',
  },
} as const
