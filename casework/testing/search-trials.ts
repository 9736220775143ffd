import { valueOf } from '@corroborate/base'
import { saveSearch } from '../acts.ts'
import type { House } from './house.ts'

export const WIDE = { kind: null, text: null, code: null, speaker: null, language: null } as const

const asked = { words: '"led out"', narrowing: WIDE }

async function kept({ desk, investigation }: House) {
  const name = `Nights ${Math.random()}`
  return { investigation, name, search: valueOf(await saveSearch(desk, { investigation, name, asked })) }
}

/** How the acts of keeping searches are tried: see laws.test.ts. */
export const SEARCH_TRIALS = {
  'search.saved': {
    valid: ({ investigation }: House) => ({ investigation, name: 'Led out', asked }),
    refused: async (house: House) => ({ ...(await kept(house)), asked }),
    reason: 'kept-already',
  },
  'search.dropped': {
    valid: async (house: House) => {
      const { investigation, search } = await kept(house)
      return { investigation, search }
    },
    refused: async (house: House) => {
      const { investigation, search } = await kept(house)
      return { investigation, search: `${search.slice(0, -4)}0000` }
    },
    reason: 'not-found',
  },
}
