import { derivedId, valueOf, whenFrom, type When } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import { indexNames, type Consent } from '@corroborate/testimony'
import { USUAL_CELLS } from '../cells/cells-at-risk.ts'
import type { ReleaseContext } from '../release/check-release.ts'
import type { KnownPerson } from '../release/known-person.ts'
import type { Account, OutputPlace, ReleaseOutput } from '../release/release-output.ts'

/** Invented. */
export const NAMES = indexNames(
  [
    { token: '⟦W1⟧', spellings: ['علي حسن', 'Ali Hasan', 'Abu Layth'] },
    { token: '⟦P4⟧', spellings: ['وليد الشامي', 'Walid al-Shami'] },
  ],
  (name) => nameKeys(name, USUAL_NAMES),
)

export const TODAY = '2026-03-01'
export const HERE: OutputPlace = { part: 'text', at: 's1' }
export const NOTHING: ReleaseOutput = {
  ...{ texts: [], accounts: [], tables: [], figures: [], overworded: [], records: [], files: [] },
}

const region = derivedId('place', 'region')
const mill = derivedId('place', 'mill')
export const PLACES: readonly Place[] = [
  { id: region, code: 'region', name: { en: 'A region' }, kind: 'region', within: null, aliases: [] },
  { id: mill, code: 'mill', name: { en: 'The mill' }, kind: 'facility', within: region, aliases: [] },
]
export const AT = { region, mill } as const

export function on(edtf: string): When {
  return valueOf(whenFrom(edtf))
}

export function witness(code: string) {
  return derivedId('source', code)
}

export function person(code: string, more: Partial<KnownPerson> = {}): KnownPerson {
  return {
    ...{ witness: witness(code), role: 'former-guard', topics: ['size', code] },
    stays: [{ when: on('2013'), where: mill }],
    ...more,
  }
}

/** Six guards who were at the mill in 2013, and consent to everything public. */
export const PEOPLE = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'].map((code) => person(code))

export function consent(code: string, more: Partial<Consent> = {}): Consent {
  return {
    ...{ id: derivedId('consent', code), witness: witness(code), version: 1, conceal: [] },
    allows: [
      { purpose: 'quotation', recipient: 'public' },
      { purpose: 'details', recipient: 'public' },
    ],
    ...{ explainedBy: 'A. Researcher', language: 'en', givenAt: '2026-01-01', withdrawnAt: null },
    ...more,
  }
}

export const CONTEXT: ReleaseContext = {
  unopened: { names: 0, originals: 0 },
  purposes: ['quotation', 'details'],
  ...{ names: NAMES, recipient: 'public', on: TODAY, people: PEOPLE, places: PLACES, earlier: [] },
  consents: PEOPLE.map((_, i) => consent(`W${i + 1}`)),
  ...{ cells: USUAL_CELLS, coordinateDecimals: 1, recorded: () => true },
}

export function account(more: Partial<Account> = {}): Account {
  return {
    ...{ place: HERE, witness: witness('W1'), words: null, role: 'former-guard' },
    ...{ when: on('2013'), where: mill, topic: 'size', alone: false },
    ...more,
  }
}
