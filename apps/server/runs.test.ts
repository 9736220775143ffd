import { expect, test } from 'vitest'
import { digestOf, valueOf, type RunId } from '@corroborate/base'
import { endRun } from '@corroborate/casework'
import { resultText } from '@corroborate/estimate'
import { claimRun } from '@corroborate/store'
import { smallListRequest, smallStudy } from '../../core/estimate/lists/testing/small-study.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { buildHouse } from '../../casework/testing/house.ts'
import type { EstimateView, ListsView, OverlapPreview, RunsCompared, RunsView, RunView } from './api.ts'
import { postedJson, served } from './testing/served.ts'

const { overlap, seed, question, unit, rounding, assumptions } = smallListRequest()
const ASKED = { overlap, seed, question, unit, rounding, assumptions }
const STUDIED = { kind: 'lists', study: smallStudy() } as const

/** What an act answers: its value, or why it was refused. */
interface Posted<Value> {
  readonly value: Value
  readonly reason?: string
}

eachEngine((_engine, open) => {
  const opened = open()
  const settled = opened.then(async (store) => {
    const house = await buildHouse(store)
    const server = served(store)
    const session = await server.signIn(house.member)
    const at = `/api/investigations/${house.investigation}`
    const get = async <View>(path: string) =>
      (await (await server.ask(`${at}${path}`, { session })).json()) as View
    const post = async <Value>(path: string, body: unknown): Promise<Posted<Value>> =>
      (await (await server.ask(`${at}${path}`, { ...postedJson(body), session })).json()) as Posted<Value>
    /** What the process does that runs it, with a study that was made before. */
    const runAll = async (studied = STUDIED) => {
      const runner = 'a process'
      for (;;) {
        const found = await claimRun(store, { runner, at: '2026-01-05T12:00:00.000Z' })
        if (found === null) return
        const { investigation, run } = found
        const result = resultText(studied)
        const end = { kind: 'done', result, sha256: digestOf(result) } as const
        valueOf(await endRun(house.desk, { investigation, run: run.id, runner, end }))
      }
    }
    return { house, server, session, get, post, runAll }
  })

  test('an estimate from lists cannot be given until it was run, and can be from then on', async () => {
    const { get, post, runAll } = await settled
    const { value: estimate } = await post<string>('/estimates', { code: 'L1', asked: ASKED })
    const before = await get<EstimateView>(`/estimates/${estimate}`)
    expect(before.answer).toEqual({ ok: false, reason: 'not-run-yet', detail: 'It was not run yet.' })
    const { value: run } = await post<RunId>(`/estimates/${estimate}/runs`, {})
    const waiting = await get<RunsView>(`/estimates/${estimate}/runs`)
    expect(waiting).toMatchObject({
      ...{ canBeRun: true, inForce: { ok: false, reason: 'not-run-yet' } },
      runs: [{ id: run, version: 1, state: { kind: 'waiting' }, askedBy: 'A. Researcher', current: true }],
    })
    await runAll()
    const after = await get<EstimateView>(`/estimates/${estimate}`)
    expect(after.answer).toMatchObject({ ok: true, value: { method: 'lists', interval: { min: 480 } } })
    const kept = await get<RunView>(`/runs/${run}`)
    expect(kept).toMatchObject({
      row: { state: { kind: 'done', sha256: digestOf(resultText(STUDIED)) } },
      ...{ result: STUDIED, answer: { ok: true } },
    })
    expect(await get<RunsView>(`/estimates/${estimate}/runs`)).toMatchObject({
      inForce: { ok: true, value: run },
    })
  })

  test('other counts take the answer away, and say of which version it was', async () => {
    const { get, post, runAll } = await settled
    const { value: estimate } = await post<string>('/estimates', { code: 'L2', asked: ASKED })
    await post(`/estimates/${estimate}/runs`, {})
    await runAll()
    const rounded = { ...ASKED, rounding: { kind: 'down-to', unit: 100 } }
    await post(`/estimates/${estimate}/revision`, { asked: rounded })
    const still = await get<EstimateView>(`/estimates/${estimate}`)
    expect(still.answer).toMatchObject({ ok: true, value: { published: { range: { min: 400, max: 700 } } } })
    await post(`/estimates/${estimate}/revision`, { asked: { ...ASKED, seed: 'another' } })
    const { answer } = await get<EstimateView>(`/estimates/${estimate}`)
    expect(answer).toEqual({
      ...{ ok: false, reason: 'inputs-changed' },
      detail: 'Its inputs have changed since version 1 was run.',
    })
  })

  test('a run done again says whether its result has the same bytes', async () => {
    const { get, post, runAll } = await settled
    const { value: estimate } = await post<string>('/estimates', { code: 'L3', asked: ASKED })
    const { value: first } = await post<RunId>(`/estimates/${estimate}/runs`, {})
    await runAll()
    const { value: again } = await post<RunId>(`/runs/${first}/repetition`, {})
    expect((await get<RunView>(`/runs/${again}`)).row.repeats).toEqual({ run: first, version: 1, same: null })
    await runAll()
    expect((await get<RunView>(`/runs/${again}`)).row.repeats).toEqual({ run: first, version: 1, same: true })
    const { value: third } = await post<RunId>(`/runs/${first}/repetition`, {})
    const verdict = {
      kind: 'interval',
      interval: { min: 481, max: 760 },
      point: 600,
      level: 0.95,
      reasons: [],
    } as const
    await runAll({ kind: 'lists', study: smallStudy(verdict) })
    expect(await get<RunsCompared>(`/runs/${third}/against/${first}`)).toMatchObject({
      ...{ before: { version: 1 }, after: { version: 3, repeats: { same: false } }, same: false },
      ...{ request: [], inputsDiffer: false, softwareDiffers: false },
      result: [{ path: 'verdict.interval.min', before: 480, after: 481 }],
    })
  })

  test('a run that waits is cancelled once, and one that was given up answers nothing', async () => {
    const { get, post } = await settled
    const { value: estimate } = await post<string>('/estimates', { code: 'L4', asked: ASKED })
    const { value: run } = await post<RunId>(`/estimates/${estimate}/runs`, {})
    expect(await post(`/estimates/${estimate}/runs`, {})).toMatchObject({ reason: 'running-already' })
    expect(await post(`/runs/${run}/cancellation`, {})).toEqual({ value: run })
    expect(await post(`/runs/${run}/cancellation`, {})).toMatchObject({ reason: 'ended-before' })
    expect(await get<RunView>(`/runs/${run}`)).toMatchObject({
      ...{ row: { state: { kind: 'cancelled' } }, result: null, answer: null },
    })
  })

  test('an overlap is shown before anything is asked, and one that cannot be counted says why', async () => {
    const { get, post } = await settled
    expect(await get<ListsView>('/lists')).toEqual({ lists: [], linkages: [] })
    const { value } = await post<OverlapPreview>('/overlap', { overlap, seed })
    expect(value).toMatchObject({
      overlap: { whole: { observed: 340 } },
      diagnosis: { observed: 340, onSeveral: 70 },
      input: { kind: 'lists', seed: 'small' },
    })
    const one = { ...overlap, lists: ['A'], strata: [{ name: 'all', cells: [{ mask: 1, count: 3 }] }] }
    expect(await post('/overlap', { overlap: one, seed })).toMatchObject({ reason: 'too-few-lists' })
  })
})
