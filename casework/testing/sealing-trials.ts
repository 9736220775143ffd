import { signComparison } from '@corroborate/vault/sealing'
import type { House } from './house.ts'
import {
  askedBy,
  copyFor,
  keyed,
  keyedCustodian,
  keyedMember,
  listOf,
  nameToSeal,
  nextCard,
  releasedToMember,
  wrappedFor,
} from './sealed.ts'

const comparison = async (house: House) => {
  const { keys, member } = await keyed(house.desk)
  const other = await keyed(house.stranger)
  const said = { by: member, member: other.member, card: other.card, time: '2026-01-05T12:00:00.000Z' }
  return { said, keys, others: other.keys }
}

const asked = async (house: House) => {
  const by = await askedBy(house, () => keyedMember(house, 'researcher'))
  return { ...by, copy: await copyFor(house, by.custodian, by) }
}

const opened = (house: House, opening: string) => ({ investigation: house.investigation, opening })

/** How each act about sealing is tried. */
export const SEALING_TRIALS = {
  'member-keys.published': {
    valid: async (h: House) => {
      const { card, member, halves } = await nextCard(h.desk)
      return { card, wrapped: wrappedFor(member, halves) }
    },
    refused: async (h: House) => {
      const [{ card, member }, { halves }] = [await nextCard(h.desk), await nextCard(h.desk)]
      return { card, wrapped: wrappedFor(member, halves) }
    },
    reason: 'other-keys',
    chain: 'house',
  },
  'safety-number.compared': {
    valid: async (h: House) => {
      const { said, keys } = await comparison(h)
      return { said: signComparison(said, keys) }
    },
    refused: async (h: House) => {
      const { said, others } = await comparison(h)
      return { said: signComparison(said, others) }
    },
    reason: 'bad-signature',
    chain: 'house',
  },
  'custodian.named': {
    valid: async (h: House) => listOf(h, [await keyedCustodian(h)]),
    refused: async (h: House) => listOf(h, [await keyedCustodian(h), await keyed(h.stranger)]),
    reason: 'no-custodian',
  },
  'identity.sealed': {
    valid: async (h: House) => ({ investigation: h.investigation, sealed: (await nameToSeal(h)).sealed }),
    refused: async (h: House) => {
      const { sealed } = await nameToSeal(h)
      const statement = { ...sealed.statement, field: 'contact' }
      return { investigation: h.investigation, sealed: { ...sealed, statement } }
    },
    reason: 'bad-signature',
  },
  'identity.opening-asked': {
    valid: async (h: House) => ({ ...(await placeAsked(h)), reason: 'To warn them.' }),
    refused: async (h: House) => ({ ...(await placeAsked(h)), reason: ' ' }),
    reason: 'no-reason',
  },
  'identity.opening-released': {
    valid: async (h: House) => {
      const { opening, copy } = await asked(h)
      return { ...opened(h, opening), copy }
    },
    refused: async (h: House) => {
      const { opening, custodian } = await askedBy(h, (one) => Promise.resolve(one))
      return { ...opened(h, opening), copy: await copyFor(h, custodian, { asker: custodian, opening }) }
    },
    reason: 'by-oneself',
  },
  'identity.opened': {
    valid: async (h: House) => opened(h, (await releasedToMember(h)).opening),
    refused: async (h: House) => opened(h, (await askedBy(h, (one) => Promise.resolve(one))).opening),
    reason: 'not-released',
  },
} as const

async function placeAsked(house: House) {
  await askedBy(house, (one) => Promise.resolve(one))
  return { investigation: house.investigation, record: house.witness, field: 'name' }
}
