import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { valueOf, type LinkageRunId } from '@corroborate/base'
import {
  askLinkageRun,
  cancelLinkageRun,
  receiveListFile,
  repeatLinkageRun,
  takeRole,
} from '@corroborate/casework'
import {
  claimLinkageRun,
  linkageRunById,
  membersOfRun,
  pairsOfRun,
  type LinkageRunFound,
} from '@corroborate/store'
import { buildHouse, NOON, type House } from '../../../casework/testing/house.ts'
import { LINKAGE_SETTINGS, listOf } from '../../../casework/testing/small-lists.ts'
import { eachEngine } from '../../../store/testing/engines.ts'
import { startLinkages } from './start-linkages.ts'
import type { Jobs } from './work-off.ts'

function started(house: House, worker: string | null, reported: unknown[] = []): Jobs {
  return startLinkages({
    ...{ store: house.store, clock: () => NOON, random: randomBytes, software: 'Corroborate (test)' },
    ...{ report: (error) => reported.push(error), pollMs: 20 },
    ...(worker === null
      ? {}
      : { worker: new URL(`../testing/workers/${worker}-worker.ts`, import.meta.url) }),
  })
}

const ASKED = { settings: LINKAGE_SETTINGS, records: 'arabic-names' } as const

/** Invented: two lists of sixty people, forty of whom are on both. */
async function asked({ desk, investigation }: House): Promise<LinkageRunId> {
  const given = ['Samir', 'Nadia', 'Omar', 'Salma', 'Karim', 'Layla', 'Yusuf', 'Rana', 'Adel', 'Huda']
  const family = ['Haddad', 'Khoury', 'Nasser', 'Mansour', 'Saleh', 'Daher', 'Issa', 'Fares']
  const rows = (from: number) =>
    Array.from({ length: 60 }, (_, i) => {
      const person = i + from
      const [first, last] = [given[person % 10] ?? '', family[Math.floor(person / 10)] ?? '']
      return `${first} ${last},${20 + ((person * 7) % 41)}`
    })
  const lists = []
  for (const from of [0, 20]) {
    const content = `name,age\n${rows(from).join('\n')}\nBroken,31/02/2013\n`
    lists.push(
      valueOf(await receiveListFile(desk, { investigation, ...(await listOf(content)), clean: true })).list,
    )
  }
  return valueOf(await askLinkageRun(desk, { ...ASKED, investigation, lists }))
}

async function seen(
  { store, investigation }: House,
  run: LinkageRunId,
  kind: LinkageRunFound['state']['kind'],
): Promise<LinkageRunFound> {
  for (;;) {
    const found = await linkageRunById(store.db, investigation, run)
    if (found?.state.kind === kind) return found
    if (found?.state.kind === 'failed') throw new Error(found.state.detail)
    await pause(20)
  }
}

eachEngine((_engine, open) => {
  test('a linkage is made in a worker, kept in the store, and made again to the byte', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const reported: unknown[] = []
    // Another process took it up before, and was gone without a word.
    await claimLinkageRun(house.store, { runner: 'gone', at: '2026-01-05T11:00:00.000Z' })
    const jobs = started(house, null, reported)
    const first = await seen(house, run, 'done')
    const { investigation, store } = house
    const again = await seen(
      house,
      valueOf(await repeatLinkageRun(house.desk, { investigation, run })),
      'done',
    )
    await jobs.stop()
    if (first.state.kind !== 'done' || again.state.kind !== 'done') throw new Error('both are done')
    expect([again.state.sha256, again.state.dataSha256]).toEqual([first.state.sha256, first.state.dataSha256])
    expect(first.state.summary).toMatchObject({
      rows: 122,
      unread: [
        { column: 'age', reason: 'age-unreadable', cells: 1, first: { line: 62, found: '“31/02/2013”' } },
        {},
      ],
    })
    const members = await membersOfRun(store.db, { investigation, run })
    expect(members.length).toBeGreaterThanOrEqual(80)
    const pairs = await pairsOfRun(store.db, { investigation, run }, { from: -99, to: 99, most: 1_000 })
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    expect(reported).toEqual([])
  }, 60_000)

  test('one that is cancelled is stopped in the middle; one whose process stops waits for the next', async () => {
    const house = await buildHouse(await open())
    const { investigation } = house
    const cancelled = await asked(house)
    const jobs = started(house, 'endless')
    await seen(house, cancelled, 'running')
    valueOf(await cancelLinkageRun(house.desk, { investigation, run: cancelled }))
    await seen(house, cancelled, 'cancelled')
    await jobs.stop()
    const lists = (await linkageRunById(house.store.db, investigation, cancelled))?.lists ?? []
    const run = valueOf(await askLinkageRun(house.desk, { ...ASKED, investigation, lists }))
    const first = started(house, 'endless')
    await seen(house, run, 'running')
    await first.stop()
    await seen(house, run, 'waiting')
  }, 60_000)

  test('its result is nobody’s when whoever asked may no longer keep it', async () => {
    const house = await buildHouse(await open())
    const { investigation, member, store } = house
    const run = await asked(house)
    valueOf(await takeRole(house.operator, { investigation, member, role: 'statistician' }))
    const jobs = started(house, null)
    for (;;) {
      const found = await linkageRunById(store.db, investigation, run)
      if (found?.state.kind === 'failed') {
        expect(found.state).toMatchObject({ reason: 'asker-gone' })
        break
      }
      await pause(20)
    }
    await jobs.stop()
  }, 60_000)
})
