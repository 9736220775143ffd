import { afterAll, expect, test } from 'vitest'
import { valueOf, type ConsentId } from '@corroborate/base'
import { consentsOf, openStore, type Store } from '@corroborate/store'
import { folders } from '../store/testing/engines.ts'
import {
  correctText,
  eraseTestimony,
  makeTranslation,
  recordInterview,
  stateClaim,
  withdrawConsent,
} from './acts.ts'
import { buildHouse, everythingIn, patternClaim, plainClaim, TESTIMONY, type House } from './testing/house.ts'
import { everyAct, TRIALS } from './testing/trials.ts'

/** Invented, and in no other words of the house. */
const SAID = 'Quarrystones'
const BOTH = { en: SAID, ar: SAID }
/** Words of the testimony that no trial types. */
const SPOKEN = [SAID, 'Twenty men']

/** Acts that cannot follow all the others in one house, or that the test itself ends with. */
const NOT_AMONG_THEM = [
  ...['consent.withdrawn', 'testimony.erased'],
  // They want the house as it was built: other acts have moved its findings, its members and its files.
  ...['contradiction.resolved', 'finding.signed', 'package.made', 'sign-in-link.released'],
]

const places = folders()
afterAll(() => places.remove())

/** What the witness of the house says, in every field in which an act takes their words. */
async function speak({ desk, investigation, witness, passage }: House): Promise<void> {
  const said = { investigation, source: witness, passages: [passage] as const, proposition: BOTH }
  valueOf(
    await stateClaim(desk, {
      ...{ ...plainClaim, ...said, when: { ...plainClaim.when, ...DAY, said: SAID } },
      roles: [{ part: 'victim', who: BOTH, register: null }],
      quantity: { min: 1, max: 2, best: null, said: SAID, unit: SAID, how: 'counted', per: 'all' },
      basis: { kind: 'saw', chain: [], vantage: SAID },
    }),
  )
  const { pattern } = patternClaim
  if (pattern === null) throw new Error('the house has a pattern')
  valueOf(
    await stateClaim(desk, {
      ...patternClaim,
      ...said,
      pattern: { ...pattern, said: SAID, exceptions: SAID },
    }),
  )
  valueOf(
    await recordInterview(desk, {
      ...{ investigation, witness, code: null, date: '2026-01-03', place: { en: 'abroad' }, remote: false },
      ...{ interviewer: 'A', interpreter: null, languages: ['en'], others: [SAID], plan: null, promises: [] },
      ...{ priorAccounts: [SAID], distress: SAID, referralOffered: true },
      risk: { before: SAID, after: SAID },
    }),
  )
}

const DAY = { edtf: '2013-05-06', earliest: '2013-05-06', latest: '2013-05-06' }

/** Everything that can be done in a house, one after the other. */
async function everythingDone(house: House): Promise<readonly string[]> {
  const undone: string[] = []
  for (const one of everyAct.filter(({ actName }) => !NOT_AMONG_THEM.includes(actName))) {
    const { by = () => house.desk, valid } = TRIALS[one.actName] ?? {}
    if (valid === undefined) throw new Error('no trial')
    if (!(await one(by(house), await valid(house))).ok) undone.push(one.actName)
  }
  return undone
}

/** In which tables words of the witness stand, in small letters or large. */
async function tablesWith(store: Store): Promise<readonly string[]> {
  const tables = JSON.parse(await everythingIn(store)) as readonly (readonly [string, readonly string[]])[]
  return tables.flatMap(([name, rows]) => {
    const held = rows.join('\n').toLowerCase()
    return SPOKEN.some((words) => held.includes(words.toLowerCase())) ? [name] : []
  })
}

test('after every act that there is, erasing what a witness said leaves no word of it in any table', async () => {
  const store = valueOf(await openStore(await places.place()))
  const house = await buildHouse(store)
  const { desk, investigation, text, witness } = house
  await speak(house)
  expect(await everythingDone(house)).toEqual([])
  valueOf(
    await makeTranslation(desk, { investigation, original: text, language: 'ar', turns: ['ماذا؟', SAID] }),
  )
  const start = TESTIMONY.indexOf('Monday')
  const corrections = [{ start, end: start + 'Monday'.length, words: SAID }]
  valueOf(await correctText(desk, { investigation, text, corrections }))
  const held = ['claim', 'interview', 'ledger_content', 'passage', 'search_word', 'text']
  expect(await tablesWith(store)).toEqual(held)

  const consents = await consentsOf(store.db, investigation, witness)
  let newest: ConsentId = house.consent
  for (const { id, withdrawnAt } of consents.toSorted((a, b) => a.version - b.version)) {
    newest = id
    if (withdrawnAt === null) valueOf(await withdrawConsent(desk, { investigation, consent: id, reason: '' }))
  }
  valueOf(await eraseTestimony(desk, { investigation, consent: newest }))
  expect(await tablesWith(store)).toEqual([])
  await store.close()
})
