import { derivedId, digestOf, valueOf, type InvestigationId } from '@corroborate/base'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import {
  actFileOf,
  actRows,
  readActs,
  type ActMapping,
  type ActRow,
  type BroughtWork,
} from '@corroborate/interchange'
import { openInvestigation, takeWorkIn } from '../acts.ts'
import type { Desk } from '../desk.ts'
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

export const OUT = { purpose: 'analysis', recipient: 'own-team', locale: 'en', desk: null } as const

/** An investigation of its own, with nothing in it. Invented. */
export async function emptyInvestigation(desk: Desk): Promise<InvestigationId> {
  return valueOf(
    await openInvestigation(desk, {
      ...{ code: `empty-${Math.random()}`, title: { en: 'Another' }, notice: { en: 'Invented.' } },
      ...{ nature: 'own', thresholds: USUAL_THRESHOLDS },
    }),
  )
}

export const ACT_MAPPING: ActMapping = {
  acts: {
    ...{ id: 'Act', event: null, victim: 'Victim', type: 'Type' },
    ...{ from: 'Date', to: null, place: null, method: null },
  },
  ...{ events: null, persons: null, involvement: null },
}

/** A table of acts as it is read; people by their numbers. Invented. */
export function rowsOfActs(csv: string, database: string): readonly ActRow[] {
  const acts = valueOf(actFileOf('acts.csv', csv))
  const read = readActs({ acts }, { database, mapping: ACT_MAPPING, before: [] })
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join(' '))
  return actRows(read.acts)
}

export const ACTS = 'Act,Victim,Type,Date\nA1,P1,Arbitrary detention,2013-05-02\nA2,P2,Torture,2013-06-00\n'

/** A table of its own for each trial. */
function table({ investigation, document: source }: House) {
  const name = `Field office ${Math.random()}`
  return { investigation, name, source, language: 'en', mapping: ACT_MAPPING, rows: rowsOfActs(ACTS, name) }
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
  'acts.taken-in': {
    valid: table,
    refused: (house: House) => ({ ...table(house), source: house.witness }),
    reason: 'not-a-document',
  },
  'work.given-out': {
    valid: ({ investigation }: House) => ({ investigation, ...OUT, form: 'csv' }),
    // Tried in an investigation that has no codes.
    refused: async ({ desk }: House) => ({
      investigation: await emptyInvestigation(desk),
      ...OUT,
      form: 'qdc',
    }),
    reason: 'no-codes',
  },
}
