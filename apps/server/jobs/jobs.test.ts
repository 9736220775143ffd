import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { digestOf, valueOf, type RunId } from '@corroborate/base'
import {
  askEstimate,
  askRun,
  cancelRun,
  importInvestigation,
  repeatRun,
  takeRole,
} from '@corroborate/casework'
import { resultText } from '@corroborate/estimate'
import { assess } from '@corroborate/report'
import {
  chainOf,
  claimRun,
  investigationWhole,
  keptRunById,
  runById,
  type RunFound,
} from '@corroborate/store'
import { buildHouse, NOON, type House } from '../../../casework/testing/house.ts'
import { smallInvestigation } from '../../../casework/testing/small-investigation.ts'
import { smallListRequest, smallStudy } from '../../../core/estimate/lists/testing/small-study.ts'
import { eachEngine } from '../../../store/testing/engines.ts'
import { startJobs } from './start-jobs.ts'
import type { Jobs } from './work-off.ts'

const worker = (name: string) => new URL(`../testing/workers/${name}-worker.ts`, import.meta.url)

/** Jobs with a worker of this name; null for the one that makes studies. */
function started(house: House, name: string | null, reported: unknown[] = []): Jobs {
  return startJobs({
    ...{ store: house.store, clock: () => NOON, random: randomBytes, software: 'Corroborate (test)' },
    ...{ report: (error) => reported.push(error), pollMs: 20 },
    ...(name === null ? {} : { worker: worker(name) }),
  })
}

async function asked({ desk, investigation }: House): Promise<RunId> {
  const { id, code, ...question } = smallListRequest()
  const estimate = valueOf(await askEstimate(desk, { investigation, code: null, asked: question }))
  expect([id, code]).toHaveLength(2)
  return valueOf(await askRun(desk, { investigation, estimate }))
}

/** The run when it is as far as that; the test's own time limit is the patience. */
async function seen(house: House, run: RunId, kind: RunFound['state']['kind']): Promise<RunFound> {
  for (;;) {
    const found = await runById(house.store.db, house.investigation, run)
    if (found?.state.kind === kind) return found
    await pause(20)
  }
}

eachEngine((_engine, open) => {
  test('what waits is run in the order in which it was asked, and its result is kept to the byte', async () => {
    const house = await buildHouse(await open())
    const runs = [await asked(house), await asked(house)]
    const reported: unknown[] = []
    const jobs = started(house, 'quick', reported)
    for (const run of runs) await seen(house, run, 'done')
    await jobs.stop()
    const [run] = runs
    const kept = run && (await keptRunById(house.store.db, house.investigation, run))
    expect(kept?.sha256).toBe(digestOf(resultText({ kind: 'lists', study: smallStudy() })))
    expect(reported).toEqual([])
  })

  test('a run says how far it is, and one that is cancelled is stopped in the middle', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const jobs = started(house, 'endless')
    for (;;) {
      const { state } = await seen(house, run, 'running')
      if (state.kind === 'running' && state.share === 0.5) break
      await pause(20)
    }
    valueOf(await cancelRun(house.desk, { investigation: house.investigation, run }))
    const next = await asked(house)
    await seen(house, next, 'running')
    expect((await seen(house, run, 'cancelled')).state.kind).toBe('cancelled')
    await jobs.stop()
  })

  test('a process that stops lets its run wait, and the next one runs it', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const first = started(house, 'endless')
    await seen(house, run, 'running')
    await first.stop()
    await seen(house, run, 'waiting')
    const next = started(house, 'quick')
    await seen(house, run, 'done')
    await next.stop()
  })

  test('a run whose process is gone without a word is run again', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    await claimRun(house.store, { runner: 'gone', at: '2026-01-05T11:00:00.000Z' })
    const jobs = started(house, 'quick')
    await seen(house, run, 'done')
    await jobs.stop()
  })

  test('a study of lists is made in a worker, and made again to the byte', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const reported: unknown[] = []
    const jobs = started(house, null, reported)
    await seen(house, run, 'done')
    const { investigation, store } = house
    const again = valueOf(await repeatRun(house.desk, { investigation, run }))
    await seen(house, again, 'done')
    await jobs.stop()
    const [first, second] = [
      await keptRunById(store.db, investigation, run),
      await keptRunById(store.db, investigation, again),
    ]
    expect(first?.result).toMatchObject({ kind: 'lists', study: { overlap: { observed: 340 } } })
    expect(second?.sha256).toBe(first?.sha256)
    expect(reported).toEqual([])
  }, 60_000)

  test('a pattern estimate is studied in a worker, and has the study from then on', async () => {
    const house = await buildHouse(await open())
    const whole = smallInvestigation(`studied-${house.member}`)
    valueOf(await importInvestigation(house.desk, { whole }))
    const [estimate] = whole.estimates
    if (estimate === undefined) throw new Error('the small investigation asks how many')
    const at = { investigation: whole.id }
    const run = valueOf(await askRun(house.desk, { ...at, estimate: estimate.id }))
    const jobs = started(house, null)
    await seen({ ...house, ...at }, run, 'done')
    await jobs.stop()
    const now = await investigationWhole(house.store.db, whole.id)
    const answer = now && assess(now, { today: '2026-01-05', software: 'Corroborate (test)' })
    expect(answer?.estimates.get(estimate.id)).toMatchObject({
      ok: true,
      value: { method: 'pattern-arithmetic', study: { estimate: estimate.id, withoutOrigins: [{}] } },
    })
  }, 60_000)

  test('two processes that ask at once get two runs', async () => {
    const house = await buildHouse(await open())
    const runs = [await asked(house), await asked(house)]
    const at = '2026-01-05T12:00:00.000Z'
    const claimed = await Promise.all(['a', 'b', 'c'].map((runner) => claimRun(house.store, { runner, at })))
    expect(claimed.flatMap((one) => (one === null ? [] : [one.run.id])).sort()).toEqual(runs.sort())
  })

  test('work that breaks is a run that failed, and the error is reported', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const reported: unknown[] = []
    const jobs = started(house, 'breaking', reported)
    expect((await seen(house, run, 'failed')).state).toMatchObject({ reason: 'broke-off' })
    await jobs.stop()
    expect(reported).toHaveLength(1)
  })

  test('the result is nobody’s when whoever asked may no longer do so', async () => {
    const house = await buildHouse(await open())
    const run = await asked(house)
    const { investigation, member } = house
    valueOf(await takeRole(house.operator, { investigation, member, role: 'statistician' }))
    const jobs = started(house, 'quick')
    expect((await seen(house, run, 'failed')).state).toMatchObject({ reason: 'asker-gone' })
    await jobs.stop()
    let last: unknown = null
    for await (const entry of chainOf(house.store.db, investigation)) last = entry
    expect(last).toMatchObject({ act: 'run.given-up', actor: 'operator', subject: run })
  })
})
