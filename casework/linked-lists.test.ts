import { expect, test } from 'vitest'
import { valueOf, type ListId } from '@corroborate/base'
import {
  claimLinkageRun,
  clusterOfRecord,
  judgements,
  linkageRunById,
  linkages,
  lists,
  mappingForHeaders,
  membersOfCluster,
  overlapOfRun,
  pairsOfRun,
  pairsWithin,
  placesJudged,
  wordsOnPairs,
  provenanceOf,
  releaseRuns,
  requeueRuns,
  rowsOfList,
  tellShare,
  weightsOfRun,
} from '@corroborate/store'
import { headersKey } from '@corroborate/interchange'
import { eachEngine } from '../store/testing/engines.ts'
import * as acts from './acts.ts'
import { buildHouse, deskIn, type House } from './testing/house.ts'
import { LINKAGE_SETTINGS, listOf } from './testing/small-lists.ts'

async function received(house: House, content: string) {
  const { investigation, desk } = house
  return acts.receiveListFile(desk, { investigation, ...(await listOf(content)) })
}

eachEngine((_engine, open) => {
  test('a list is kept with its file, its lines and what was set aside; nothing of one that breaks off', async () => {
    const house = await buildHouse(await open())
    const { investigation, store } = house
    const { list, ...told } = valueOf(await received(house, 'name,age\nA,1\nB\nC,3\n'))
    expect(told).toEqual({
      ...{ rows: 2, aside: 1 },
      faults: ['invented.csv, line 3: expected 2 cells, as in the header, found 1.'],
    })
    expect(await rowsOfList(store.db, { investigation, list }, { after: 0, most: 9 })).toEqual([
      { row: 1, line: 2, cells: ['A', '1'] },
      { row: 2, line: 4, cells: ['C', '3'] },
    ])
    expect(await provenanceOf(store.db, investigation, list)).toMatchObject({
      ...{ file: 'invented.csv', bytes: 19, rows: 2, aside: 1, receivedBy: 'A. Researcher' },
    })
    expect(await mappingForHeaders(store.db, investigation, headersKey(['name', 'age']))).toMatchObject({
      list,
    })
    expect(await received(house, 'name,age\nA,1\nB\nC,3\n')).toMatchObject({ reason: 'file-taken-in' })
    const broken = `name,age\n${'A,1\n'.repeat(30_000)}"open,2\n`
    expect(await received(house, broken)).toMatchObject({
      ...{ ok: false, reason: 'quote-open' },
      detail:
        'invented.csv, line 30002: expected a quote that closes the one opened here, found none to the end of the file.',
    })
    expect(await received(house, 'name,age\n1\n')).toMatchObject({
      reason: 'no-rows',
      detail: expect.stringContaining(
        'found 1 that cannot be read, the first: invented.csv, line 2',
      ) as string,
    })
    expect((await lists(store.db, investigation)).map(({ code }) => code)).toHaveLength(1)
  })

  test('a linkage is run, its pairs and clusters are kept, judged, and accepted for estimates', async () => {
    const house = await buildHouse(await open())
    const { investigation, store, desk } = house
    const a = valueOf(await received(house, 'name,age\nSamir A,1\nNadia B,2\n')).list
    const b = valueOf(await received(house, 'name,age\nSamir A,1\nOmar C,3\n')).list
    const asked = {
      investigation,
      lists: [a, b],
      settings: LINKAGE_SETTINGS,
      records: 'arabic-names' as const,
    }
    const run = valueOf(await acts.askLinkageRun(desk, asked))
    const runner = 'p'
    const at = '2026-01-05T12:00:00.000Z'
    expect(await claimLinkageRun(store, { runner, at })).toMatchObject({
      run: { id: run },
      member: house.member,
    })
    expect(await tellShare(store.db, 'linkage_run', { investigation, run, runner, at, share: 0.5 })).toBe(
      true,
    )
    expect(await linkageRunById(store.db, investigation, run)).toMatchObject({
      state: { kind: 'running', share: 0.5 },
    })
    await requeueRuns(store.db, 'linkage_run', { seenBefore: '9999' })
    await claimLinkageRun(store, { runner, at })
    await releaseRuns(store.db, 'linkage_run', runner)
    expect(await linkageRunById(store.db, investigation, run)).toMatchObject({ state: { kind: 'waiting' } })
    await claimLinkageRun(store, { runner, at })
    const pairs = {
      ...{ left: Int32Array.of(0, 0), right: Int32Array.of(2, 3), pattern: Int32Array.of(7, 1) },
      weight: Float64Array.of(12.25, -3),
    }
    const end = {
      ...({ kind: 'done', summary: { pairs: 2 }, dataSha256: 'd', sha256: 's' } as const),
      lists: [a, b].map((id) => ({ id, rows: 2 })),
      ...{ pairs, clusterOf: Int32Array.of(0, 1, 0, 3), held: [] },
    }
    valueOf(await acts.endLinkageRun(desk, { investigation, run, runner, end }))
    const of = { investigation, run }
    expect(await linkageRunById(store.db, investigation, run)).toMatchObject({
      state: { kind: 'done', sha256: 's', summary: { pairs: 2 } },
    })
    expect(await weightsOfRun(store.db, of)).toEqual(pairs.weight)
    const cluster = await clusterOfRecord(store.db, of, { list: b, row: 1 })
    expect(cluster).toMatch(/#1$/)
    expect(await clusterOfRecord(store.db, of, { list: b, row: 2 })).toBeNull()
    const members = [
      { list: a, row: 1 },
      { list: b, row: 1 },
    ]
    expect(await membersOfCluster(store.db, of, cluster ?? '')).toEqual(members)
    expect(await pairsWithin(store.db, of, cluster ?? '')).toMatchObject([{ ordinal: 1, pattern: 7 }])
    expect(await pairsOfRun(store.db, of, { from: 0, to: 99, most: 10 })).toMatchObject([
      { left: { list: a, row: 1 }, right: { list: b, row: 1 }, weight: 12.25 },
    ])
    const sizes = [a, b].map((id) => ({ id, rows: 2 }))
    const overlap = await overlapOfRun(store.db, of, sizes)
    expect(overlap.map(({ lists: on, people }) => [on.length, people]).sort()).toEqual([
      [1, 1],
      [1, 1],
      [2, 1],
    ])
    const pair = { left: { list: b, row: 1 }, right: { list: a, row: 1 } }
    valueOf(await acts.judgePair(desk, { investigation, ...pair, verdict: 'same', why: null, run }))
    expect([...(await placesJudged(store.db, of, 'A. Researcher')).judged]).toEqual([0])
    expect((await wordsOnPairs(store.db, of)).at(-1)).toMatchObject({ place: 0, by: 'A. Researcher' })
    const linkage = valueOf(
      await acts.acceptLinkageRun(desk, { ...of, code: null, title: { en: 'K' }, madeBy: { en: 'A rule.' } }),
    )
    const [kept] = await linkages(store.db, investigation)
    expect(kept).toMatchObject({ id: linkage })
    expect(kept?.links.map(({ person }) => person === cluster)).toEqual([true, false, true, false])
    const again = valueOf(await acts.repeatLinkageRun(desk, of))
    expect(await linkageRunById(store.db, investigation, again)).toMatchObject({ repeats: run })
  })

  test('a word that goes against an earlier one is kept and warned of; one taken back counts no more', async () => {
    const house = await buildHouse(await open())
    const { investigation, store, desk } = house
    const { list } = valueOf(await received(house, 'name,age\nA,1\nB,2\nC,3\n'))
    const judge = async (left: number, right: number, verdict: 'same' | 'different') => {
      const pair = { left: { list, row: left }, right: { list, row: right } }
      return valueOf(await acts.judgePair(desk, { investigation, ...pair, verdict, why: null, run: null }))
    }
    expect(await judge(1, 3, 'different')).toEqual({ warnings: [] })
    expect(await judge(1, 2, 'same')).toEqual({ warnings: [] })
    expect((await judge(2, 3, 'same')).warnings).toMatchObject([
      { kind: 'held-different', left: { row: 1 }, right: { row: 3 }, by: ['A. Researcher'] },
    ])
    const pair = { left: { list, row: 2 }, right: { list, row: 1 } }
    valueOf(await acts.takeBackJudgement(desk, { investigation, ...pair }))
    const said = await judgements(store.db, investigation)
    expect(said.map(({ verdict }) => verdict)).toEqual(['different', 'same', 'same', 'taken-back'])
    expect(await judgements(store.db, investigation, 1)).toHaveLength(1)
    await expect(store.db.deleteFrom('judgement').execute()).rejects.toThrow('append-only')
    await expect(store.db.updateTable('judgement').set({ why: 'x' }).execute()).rejects.toThrow('append-only')
  })

  test('a linkage is not asked of lists that are not there, not read, or do not have its fields', async () => {
    const house = await buildHouse(await open())
    const { investigation, desk } = house
    const bare = { code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1']] }
    const unread = valueOf(await acts.receiveList(desk, { investigation, ...bare }))
    const ask = (lists: readonly ListId[], settings = LINKAGE_SETTINGS) =>
      acts.askLinkageRun(desk, { investigation, lists, settings, records: 'arabic-names' })
    expect(await ask([])).toMatchObject({ reason: 'lists-crooked' })
    expect(await ask([unread])).toMatchObject({ reason: 'not-mapped' })
    const { list } = valueOf(await received(house, 'name\nA\n'))
    expect(await ask([list])).toMatchObject({
      reason: 'field-missing',
      detail: 'field “age”: expected on a list at least, found on none',
    })
    expect(
      await acts.askLinkageRun(deskIn(house.store, house.strangerId), {
        investigation,
        ...{ lists: [list], settings: LINKAGE_SETTINGS, records: 'arabic-names' },
      }),
    ).toMatchObject({ reason: 'not-found' })
  })
})
