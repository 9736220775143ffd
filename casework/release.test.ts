import { beforeAll, expect, test } from 'vitest'
import { refuse, valueOf } from '@corroborate/base'
import { tasksOf } from '@corroborate/store'
import { eachEngine } from '../store/testing/engines.ts'
import {
  approveRelease,
  doTask,
  proposeRelease,
  publishReport,
  sealIdentity,
  withdrawConsent,
  writeReport,
} from './acts.ts'
import { makeMemory } from './memory.ts'
import { readReleaseCheck } from './reads.ts'
import { buildHouse, plainReport, type House } from './testing/house.ts'
import { checked, proposal, secondDesk, STOPPED } from './testing/release-trials.ts'
import { nameToSeal } from './testing/sealed.ts'

eachEngine((_engine, open) => {
  const opened = open()
  let house: House
  beforeAll(async () => {
    house = await buildHouse(await opened)
  })
  const report = (more: object = {}) =>
    writeReport(house.desk, {
      ...{ ...plainReport, investigation: house.investigation, report: null, ...more },
    }).then(valueOf)

  test('what the check stopped is published once a second person let it go, as it then read', async () => {
    const { investigation, desk } = house
    const id = await report({ code: 'stopped' })
    const at = { investigation, report: id }
    const release = valueOf(
      await proposeRelease(desk, { ...(await proposal(house)), ...(await checked(house, id)) }),
    )
    expect(await publishReport(desk, at)).toMatchObject({ reason: 'release-needed' })
    const second = await secondDesk(house)
    valueOf(await approveRelease(second, { ...at, release, reason: 'So do I.' }))
    expect(await approveRelease(second, { ...at, release, reason: 'Again.' })).toMatchObject({
      reason: 'approved-before',
    })
    expect(await publishReport(desk, at)).toMatchObject({ ok: true })
  })

  test('a release falls when the report is changed, before it is approved and after', async () => {
    const { investigation, desk } = house
    const id = await report({ code: 'changed' })
    const at = { investigation, report: id }
    const second = await secondDesk(house)
    const release = valueOf(
      await proposeRelease(desk, { ...(await proposal(house)), ...(await checked(house, id)) }),
    )
    valueOf(await writeReport(desk, { ...plainReport, code: 'changed', ...at, title: 'The mill, again' }))
    expect(await approveRelease(second, { ...at, release, reason: 'x' })).toMatchObject({
      reason: 'changed-since',
    })
    expect(await publishReport(desk, at)).toMatchObject({ reason: 'not-checked' })
    valueOf(await proposeRelease(desk, { ...(await checked(house, id)), flags: [], reason: '' }))
    expect(await publishReport(desk, at)).toMatchObject({ ok: true })
  })

  test('a flag that stops nothing needs no second person', async () => {
    const { investigation, desk } = house
    const at = { investigation, report: await report({ code: 'shown' }) }
    const flags = STOPPED.map((flag) => ({ ...flag, kind: 'part-of-name' as const }))
    valueOf(await proposeRelease(desk, { ...(await checked(house, at.report)), flags, reason: '' }))
    expect(await publishReport(desk, at)).toMatchObject({ ok: true })
  })

  test('a withdrawal lists what is out, and makes the tasks; each is done once', async () => {
    const { investigation, desk, consent, claim } = house
    const blocks = [
      {
        kind: 'paragraph',
        at: null,
        sentences: [
          {
            ...{ own: false, at: null, grounds: [{ kind: 'claim', claim }] },
            parts: [{ kind: 'words', text: 'A witness said that men were led out.' }],
          },
        ],
      },
    ] as const
    const id = await report({ code: 'out', blocks })
    valueOf(await publishReport(desk, { investigation, report: id }))
    const uses = valueOf(await withdrawConsent(desk, { investigation, consent, reason: '' }))
    expect(uses.past).toMatchObject([{ kind: 'publication', report: id, recipient: 'public' }])
    expect(uses.tasks.map(({ kind, subject, recipient }) => [kind, subject, recipient])).toEqual([
      ['correct-edition', id, null],
      ['tell-recipient', id, 'public'],
    ])
    const [first] = await tasksOf(house.store.db, investigation)
    if (!first) throw new Error('no task')
    valueOf(await doTask(desk, { investigation, task: first.id, note: 'Taken out.' }))
    expect(await doTask(desk, { investigation, task: first.id, note: 'x' })).toMatchObject({
      reason: 'done-before',
    })
    expect((await tasksOf(house.store.db, investigation)).map(({ note }) => note)).toEqual([
      'Taken out.',
      null,
    ])
  })

  test('a check holds for what was checked, and later editions are held against the counts that this one showed', async () => {
    const { investigation, desk } = house
    const counting = { kind: 'figure', figure: { kind: 'count', of: 'witnesses' } } as const
    const sentence = { own: true, at: null, grounds: [], parts: [counting] } as const
    const blocks = [{ kind: 'paragraph', at: null, sentences: [sentence] }] as const
    const id = await report({ code: 'counting', blocks })
    const at = await checked(house, id)
    const stated = { flags: [], reason: '' }
    expect(await proposeRelease(desk, { ...at, ...stated, content: '0'.repeat(64) })).toMatchObject({
      reason: 'changed-since',
    })
    valueOf(await proposeRelease(desk, { ...at, ...stated }))
    const reader = { ...desk, memory: makeMemory() }
    const earlier = async () =>
      valueOf(
        (await readReleaseCheck(reader, { investigation, of: { kind: 'report', report: id } })) ??
          refuse('not-found', ''),
      ).earlier.flatMap(({ tables }) => tables)
    const showed = { named: 'witnesses', table: { cells: [{ key: 'witnesses', count: 2 }], sums: [] } }
    expect(await earlier()).not.toContainEqual(showed)
    valueOf(await writeReport(desk, { ...plainReport, code: 'counting', ...at, blocks: [] }))
    expect(await earlier()).toContainEqual(showed)
  })

  test('where names are sealed, nothing is published unchecked', async () => {
    const other = await buildHouse(house.store)
    const { custodian, sealed } = await nameToSeal(other)
    valueOf(await sealIdentity(custodian.desk, { investigation: other.investigation, sealed }))
    const at = { investigation: other.investigation, report: other.report }
    expect(await publishReport(other.desk, at)).toMatchObject({ reason: 'not-checked' })
    valueOf(await proposeRelease(other.desk, { ...(await checked(other, at.report)), flags: [], reason: '' }))
    expect(await publishReport(other.desk, at)).toMatchObject({ ok: true })
  })
})
