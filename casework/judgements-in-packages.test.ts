import { beforeEach, expect, test } from 'vitest'
import { valueOf, type InvestigationId } from '@corroborate/base'
import {
  actTables,
  choicesOf,
  claimsById,
  conflicts,
  crimesChosen,
  explanationsOf,
  plansOf,
  tasksOf,
  tiesOf,
  translationsBeside,
} from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import {
  chooseCrimes,
  chooseStandard,
  correctText,
  decideConflict,
  doTask,
  makeTranslation,
  nameIncident,
  planInterview,
  recordInterview,
  takeActsIn,
  tieElement,
  untieElement,
  weighExplanations,
} from './acts.ts'
import { ACT_MAPPING, ACTS, rowsOfActs } from './testing/exchange-trials.ts'
import type { House } from './testing/house.ts'
import { officeAndField, packedBy, recordsIn, takenIn, type Instance } from './testing/instances.ts'

eachEngine((_engine, open) => {
  let house: House
  let office: Instance
  let field: Instance
  let id: InvestigationId
  beforeEach(async () => {
    ;({ house, id, office, field } = await officeAndField(open))
    await sync(office, field)
  })

  const sync = async (from: Instance, to: Instance) => valueOf(await takenIn(to, await packedBy(from, id)))
  const agree = async () => expect(await recordsIn(field, id)).toEqual(await recordsIn(office, id))
  const weighed = ({ desk }: Instance, other: string) =>
    weighExplanations(desk, {
      ...{ investigation: id, finding: house.finding, others: [{ en: other }] },
      rows: [{ claim: house.claim, cells: [RATED, RATED] }],
    }).then(valueOf)

  test('what was weighed on both sides waits for a person, whose word the other side follows', async () => {
    await weighed(office, 'They were moved.')
    expect(await sync(office, field)).toMatchObject({ added: 1, conflicts: 0 })
    await weighed(field, 'They were moved at night.')
    expect(await sync(field, office)).toMatchObject({ replaced: 1, conflicts: 0 })
    await weighed(office, 'They were let go.')
    await weighed(field, 'They fled.')
    expect(await sync(field, office)).toMatchObject({ replaced: 0, conflicts: 1 })
    const [found] = await conflicts(office.store.db, id)
    if (!found) throw new Error('nothing was kept')
    const { kind, record, sha256 } = found
    const decided = { investigation: id, kind, record, sha256, reason: 'It fits the road.' }
    valueOf(await decideConflict(office.desk, { ...decided, choice: 'theirs' }))
    const { db } = office.store
    expect(await explanationsOf(db, id, house.finding)).toMatchObject({ others: [{ en: 'They fled.' }] })
    expect(await sync(office, field)).toMatchObject({ conflicts: 0 })
    await agree()
  })

  test('a finding that was taken from an element does not come back, and the last standard of a cell holds on both sides', async () => {
    valueOf(await chooseCrimes(office.desk, { investigation: id, crimes: ['7-1f', '7-1i'] }))
    const incident = valueOf(await nameIncident(office.desk, { investigation: id, name: { en: 'A night' } }))
    const place = { investigation: id, element: '7-1f#1', incident }
    const tie = { ...place, finding: house.finding }
    valueOf(await tieElement(office.desk, tie))
    const chosen = ({ desk }: Instance, standard: 'reasonable-grounds' | 'beyond-reasonable-doubt') =>
      chooseStandard(desk, { ...place, standard, reasons: { en: 'Two saw it.' } }).then(valueOf)
    await chosen(office, 'reasonable-grounds')
    await sync(office, field)
    await chosen(field, 'beyond-reasonable-doubt')
    valueOf(await untieElement(office.desk, tie))
    valueOf(await chooseCrimes(office.desk, { investigation: id, crimes: ['7-1f'] }))
    expect(await sync(field, office)).toMatchObject({ added: 0, replaced: 1, kept: 2, conflicts: 0 })
    const { db } = office.store
    expect(await tiesOf(db, id)).toEqual([])
    expect(await crimesChosen(db, id)).toEqual(['7-1f'])
    expect((await choicesOf(db, id)).at(-1)?.standard).toBe('beyond-reasonable-doubt')
  })

  test('a row of a table of acts that was taken in elsewhere is known again by its number', async () => {
    const take = ({ desk }: Instance, csv: string) => {
      const table = { investigation: id, name: NAME, source: house.document, language: 'en' }
      return takeActsIn(desk, { ...table, mapping: ACT_MAPPING, rows: rowsOfActs(csv, NAME) })
    }
    valueOf(await take(office, ACTS))
    await sync(office, field)
    expect(await take(field, ACTS)).toMatchObject({ reason: 'nothing-new' })
    valueOf(await take(field, ACTS.replace('Torture', 'Ill-treatment')))
    expect(await sync(field, office)).toMatchObject({ conflicts: 0 })
    const { db } = office.store
    const [table] = await actTables(db, id)
    const claims = await claimsById(db, id, table?.rows.map(({ claim }) => claim) ?? [])
    expect(claims.map(({ topic }) => topic)).toContain('ill-treatment')
    await agree()
  })

  test('a plan that was asked, and a promise that was kept, are so on the other side', async () => {
    const { witness } = house
    const plan = valueOf(
      await planInterview(office.desk, { investigation: id, witness, due: null, questions: [QUESTION] }),
    )
    await sync(office, field)
    const promises = [{ words: 'To write.', due: '2026-02-01' }] as const
    const session = { ...SESSION, investigation: id, witness, plan, promises }
    const interview = valueOf(await recordInterview(office.desk, session))
    expect(await sync(office, field)).toMatchObject({ replaced: 1, conflicts: 0 })
    expect(await plansOf(field.store.db, id)).toMatchObject([{ id: plan, interview }])
    const [task] = await tasksOf(office.store.db, id)
    if (!task) throw new Error('nothing was promised')
    valueOf(await doTask(office.desk, { investigation: id, task: task.id, note: 'Written.' }))
    expect(await sync(office, field)).toMatchObject({ replaced: 1, conflicts: 0 })
    expect(await tasksOf(field.store.db, id)).toMatchObject([{ note: 'Written.', doneBy: house.member }])
    await agree()
  })

  test('a translation whose words were corrected stands in the place of the one before', async () => {
    const made = {
      investigation: id,
      original: house.text,
      language: 'ar',
      turns: ['ماذا رأيت؟', 'أُخرج عشرون.'],
    }
    const text = valueOf(await makeTranslation(office.desk, made))
    await sync(office, field)
    const corrections = [{ start: 3, end: 7, words: 'ما الذي' }]
    const { text: corrected } = valueOf(
      await correctText(office.desk, { investigation: id, text, corrections }),
    )
    await sync(office, field)
    const beside = await translationsBeside(field.store.db, id, house.text)
    expect(beside.map(({ translation }) => translation)).toEqual([corrected])
    await agree()
  })
})

const NAME = 'Field office'
const RATED = { rating: '-', reason: null } as const
const QUESTION = { words: 'Who else saw it?', because: 'own' } as const
const SESSION = {
  ...{ code: null, date: '2026-01-03', place: { en: 'abroad' }, remote: false, interviewer: 'A' },
  ...{ interpreter: null, languages: ['en'], others: [], priorAccounts: [], distress: null },
  referralOffered: true,
} as const
