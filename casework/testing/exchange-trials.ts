import { derivedId, digestOf } from '@corroborate/base'
import type { BroughtWork } from '@corroborate/interchange'
import { takeWorkIn } from '../acts.ts'
import type { House } from './house.ts'

export const FROM = { file: 'work.qdpx', sha256: 'a'.repeat(64), form: 'qdpx' }

/** A code that another program made, another each time. */
function codeBrought({ investigation }: House) {
  const name = `Movement ${Math.random()}`
  const code = { id: derivedId('code', name), code: null, name: { en: name } }
  const work: BroughtWork = {
    ...{ sources: [], places: [], texts: [], passages: [], codings: [], claims: [] },
    codes: [{ ...code, within: null, key: null, memo: null, mergedInto: null }],
  }
  return { investigation, from: { ...FROM, sha256: digestOf(name) }, work }
}

/** How the acts of exchange with other programs are tried: see laws.test.ts. */
export const EXCHANGE_TRIALS = {
  'work.taken-in': {
    valid: codeBrought,
    refused: async (house: House) => {
      const brought = codeBrought(house)
      await takeWorkIn(house.desk, brought)
      return brought
    },
    reason: 'nothing-new',
    // The code that comes in has one of its own.
    lines: 2,
  },
}
