import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { valueOf, type LinkageRunId, type ListId } from '@corroborate/base'
import {
  endLinkageRun,
  gatherLists,
  linkageKnown,
  linkageOutcome,
  listsToLink,
  type LinkageOutcome,
} from '@corroborate/casework'
import { scoreHere } from '@corroborate/linkage'
import { claimLinkageRun, judgements } from '@corroborate/store'
import { smallListRequest } from '../../core/estimate/lists/testing/small-study.ts'
import { buildHouse } from '../../casework/testing/house.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import type {
  ClustersView,
  ClusterView,
  LinkageRunsView,
  LinkageRunView,
  LinkageSummary,
  ListIntakeView,
  ListPreview,
  ListRowsView,
  ListsView,
  PairExplainedView,
  PairSeenView,
  ProposedLinkage,
  ReviewQueueView,
  ReviewStateView,
  RunView,
} from './api.ts'
import { postedJson, served, type Served } from './testing/served.ts'

/** What an act answers: its value, or why it was refused. */
interface Posted<Value> {
  readonly value: Value
  readonly reason?: string
  readonly detail?: string
}

/** Invented people; each list begins so many of them later. */
function csvFrom(first: number): string {
  const given = ['Samir', 'Nadia', 'Omar', 'Salma', 'Karim', 'Layla', 'Yusuf', 'Rana', 'Adel', 'Huda']
  const family = ['Haddad', 'Khoury', 'Nasser', 'Mansour', 'Saleh', 'Daher', 'Issa', 'Fares']
  const rows = Array.from({ length: 30 }, (_, at) => {
    const person = first + at
    const name = `${given[person % 10] ?? ''} ${family[(person * 3 + Math.floor(person / 10)) % 8] ?? ''}`
    return `${name},${20 + ((person * 7) % 41)},${person % 2 === 0 ? 'North' : 'South'}`
  })
  return ['name,age,place', ...rows].join('\n')
}

function formOf(content: string, what: object | null): RequestInit {
  const body = new FormData()
  body.set('file', new File([content], 'list.csv', { type: 'text/csv' }))
  if (what !== null) body.set('what', JSON.stringify(what))
  return { method: 'POST', body }
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
    const send = async <Value>(path: string, init: RequestInit): Promise<Posted<Value>> =>
      (await (await server.ask(`${at}${path}`, { ...init, session })).json()) as Posted<Value>
    const post = <Value>(path: string, body: unknown) => send<Value>(path, postedJson(body))
    /** What the thread does that links, in this one. */
    const linkAll = async () => {
      const runner = 'a process'
      for (;;) {
        const found = await claimLinkageRun(store, { runner, at: '2026-01-05T12:00:00.000Z' })
        if (found === null) return
        const { investigation, run } = found
        const end = await ended(house, run)
        valueOf(await endLinkageRun(house.desk, { investigation, run: run.id, runner, end }))
      }
    }
    const takeIn = async (code: string, content: string) => {
      const { value: preview } = await send<ListPreview>('/list-files/preview', formOf(content, null))
      const { mapping } = preview.proposed
      const what = {
        code,
        title: { en: `List ${code}` },
        holder: 'Invented',
        mapping,
        clean: true,
        sheet: null,
      }
      return send<{ list: ListId; rows: number }>('/list-files', formOf(content, what))
    }
    const first = (await takeIn('first', csvFrom(0))).value.list
    const second = (await takeIn('second', csvFrom(15))).value.list
    const proposed = await get<ProposedLinkage>(`/linkage-runs/proposed?list=${first}&list=${second}`)
    const asked = { lists: [first, second], ...proposed }
    const { value: run } = await post<LinkageRunId>('/linkage-runs', asked)
    await linkAll()
    return { house, server, session, get, post, send, linkAll, takeIn, first, second, proposed, asked, run }
  })

  async function ended(
    { store, investigation }: Awaited<ReturnType<typeof buildHouse>>,
    { lists: ids, settings, judged, grows }: NonNullable<Awaited<ReturnType<typeof claimLinkageRun>>>['run'],
  ): Promise<LinkageOutcome> {
    const digest = createHash('sha256')
    const gathered = gatherLists(settings.fields, (text) => digest.update(text))
    const lists = (await listsToLink(store.db, investigation, ids)) ?? []
    const counts: { id: ListId; rows: number }[] = []
    for (const { id, rows, ...list } of lists) {
      gathered.begin(list)
      const count = { id, rows: 0 }
      for await (const batch of rows()) {
        gathered.add(batch)
        count.rows += batch.length
      }
      counts.push(count)
    }
    const known = grows === null ? null : await linkageKnown(store.db, investigation, grows.run)
    const linked = await linkageOutcome({
      ...{ table: gathered.table(), settings, unread: gathered.unread(), onShare: () => undefined },
      score: scoreHere,
      judgements: await judgements(store.db, investigation, judged),
      grows: known === null || grows === null ? null : { known, model: grows.model },
    })
    return linked.kind === 'failed' ? linked : { ...linked, lists: counts, dataSha256: digest.digest('hex') }
  }

  test('a file is looked at before it is taken in, and then shown with where it came from and how it is read', async () => {
    const { get, post, send, first } = await settled
    const { value: preview } = await send<ListPreview>('/list-files/preview', formOf(csvFrom(0), null))
    expect(preview).toMatchObject({ columns: ['name', 'age', 'place'], aside: [] })
    expect(preview.rows[0]).toMatchObject({ line: 2, cells: ['Samir Haddad', '20', 'North'] })
    expect(await get<ListsView>('/lists')).toMatchObject({ lists: [{ code: 'first', rows: 30 }, {}] })
    const intake = await get<ListIntakeView>(`/lists/${first}/intake`)
    expect(intake).toMatchObject({ provenance: { file: 'list.csv', rows: 30, aside: 0 }, clean: true })
    const rows = await get<ListRowsView>(`/lists/${first}/rows?after=29`)
    expect(rows).toMatchObject({ rows: [{ row: 30, line: 31 }], next: null })
    const read = { mapping: intake.mapping, clean: true }
    expect(await post(`/lists/${first}/mapping`, read)).not.toHaveProperty('reason')
    expect(await post(`/lists/${first}/mapping`, { ...read, mapping: null })).toMatchObject({
      detail: expect.stringContaining('mapping') as string,
    })
  })

  test('bad files are refused in sentences, and nothing of them is kept', async () => {
    const { get, send } = await settled
    const before = (await get<ListsView>('/lists')).lists.length
    expect(await send('/list-files/preview', formOf('name,name\nA,B\n', null))).toMatchObject({
      detail: expect.stringContaining('“name”') as string,
    })
    const columns = [
      { column: 'name', into: { field: 'name', kind: 'full-name' } },
      { column: 'age', into: null },
    ]
    const what = {
      ...{ code: null, title: { en: 'L' }, holder: 'Invented', clean: false, sheet: null },
      mapping: { columns, dateOrder: 'day-first' },
    }
    expect(await send('/list-files', formOf('name,age\nA,1\nB,"2\n', what))).toMatchObject({
      ...{ reason: 'quote-open', detail: expect.stringContaining('line 3') as string },
    })
    expect((await get<ListsView>('/lists')).lists).toHaveLength(before)
  })

  test('the kind of records is guessed, may be chosen, and is kept with the run', async () => {
    const { get, proposed, first, second, run } = await settled
    expect(proposed.records).toBe('arabic-names')
    const western = await get<ProposedLinkage>(
      `/linkage-runs/proposed?list=${first}&list=${second}&records=western-persons`,
    )
    expect(western.records).toBe('western-persons')
    expect(western.settings.comparisons).not.toEqual(proposed.settings.comparisons)
    expect((await get<LinkageRunView>(`/linkage-runs/${run}`)).row.records).toBe('arabic-names')
    expect((await get<LinkageRunsView>('/linkage-runs')).runs).not.toHaveLength(0)
  })

  test('a queue is blind, a pair is seen once it is judged, and it is explained to its last bit', async () => {
    const { get, post, run } = await settled
    const queue = await get<ReviewQueueView>(`/linkage-runs/${run}/queue?size=5`)
    expect(JSON.stringify(queue)).not.toMatch(/weight|probability/)
    const [pair] = queue.pairs
    if (pair === undefined) throw new Error('the run keeps pairs')
    const seen = `/linkage-runs/${run}/pairs/${pair.pair}`
    expect(await get(seen)).toMatchObject({ reason: 'not-found' })
    const [left, right] = [pair.left, pair.right].map(({ list, row }) => ({ list, row }))
    const judged = await post('/judgements', { left, right, verdict: 'same', why: null, run })
    expect(judged.value).toEqual({ warnings: [] })
    const machine = await get<PairSeenView>(seen)
    const explanation = `/linkage-runs/${run}/explanation`
    const [one, other] = [left, right].map((of) => `${of?.list ?? ''}.${of?.row ?? 0}`)
    const told = await get<PairExplainedView>(`${explanation}?left=${one ?? ''}&right=${other ?? ''}`)
    expect(told.explanation).toMatchObject({ weight: machine.weight, probability: machine.probability })
    expect(await get(`${explanation}?left=${other ?? ''}&right=${one ?? ''}`)).toEqual(told)
    expect(await get(`${explanation}?left=nobody.1&right=${one ?? ''}`)).toMatchObject({
      reason: 'not-found',
    })
    expect((await get<ReviewStateView>(`/linkage-runs/${run}/review`)).reviewers).toEqual([
      { name: 'A. Researcher', judged: 1 },
    ])
    expect(await post('/judgements/taken-back', { left, right })).not.toHaveProperty('reason')
    expect(await get(seen)).toMatchObject({ reason: 'not-found' })
  })

  test('a cluster is shown with its records and pairs, and judged as a whole', async () => {
    const { get, post, run } = await settled
    const { clusters, total } = await get<ClustersView>(`/linkage-runs/${run}/clusters`)
    expect(total).toBeGreaterThan(10)
    const name = clusters[0]?.name ?? ''
    const cluster = await get<ClusterView>(`/linkage-runs/${run}/cluster?name=${encodeURIComponent(name)}`)
    expect(cluster.records.length).toBe(2)
    const people = cluster.records.map(({ list, row }) => [{ list, row }])
    const of = { cluster: name, why: null }
    expect(await post(`/linkage-runs/${run}/clusters`, { ...of, people: people.slice(1) })).toMatchObject({
      reason: 'records-differ',
    })
    expect(await post(`/linkage-runs/${run}/clusters`, { ...of, people })).toEqual({
      value: { warnings: [] },
    })
    const oneOfThem = await post(`/linkage-runs/${run}/clusters`, { ...of, people: [people.flat()] })
    expect(oneOfThem.value).toMatchObject({ warnings: [{ kind: 'held-different', by: ['A. Researcher'] }] })
    expect(await get(`/linkage-runs/${run}/cluster?name=nobody`)).toMatchObject({ reason: 'not-found' })
  })

  test('a new list is linked against all before, keeps their clusters, and comes out the same again', async () => {
    const { get, post, linkAll, takeIn, run } = await settled
    const { list } = (await takeIn('third', csvFrom(30))).value
    const growth = `/linkage-runs/${run}/growth`
    expect(await post(growth, { lists: [], model: 'kept' })).toMatchObject({ reason: 'unreadable' })
    const { value: grown } = await post<LinkageRunId>(growth, { lists: [list], model: 'kept' })
    expect(await post(growth, { lists: [list], model: 'kept' })).toMatchObject({ reason: 'running-already' })
    await linkAll()
    const before = await get<LinkageRunView>(`/linkage-runs/${run}`)
    const after = await get<LinkageRunView>(`/linkage-runs/${grown}`)
    expect(after).toMatchObject({ row: { grows: { run, model: 'kept' }, state: { kind: 'done' } } })
    expect(after.lists.map(({ code }) => code)).toEqual(['first', 'second', 'third'])
    const [old, now] = [summaryOf(before), summaryOf(after)]
    expect(now.rows).toBe(90)
    expect(now.model).toEqual(old.model)
    expect(now.changes?.counts.grown).toBeGreaterThan(5)
    const clusters = await get<ClustersView>(`/linkage-runs/${grown}/clusters`)
    expect(clusters.clusters.some(({ name }) => name.startsWith('first#'))).toBe(true)
    const { value: again } = await post<LinkageRunId>(`/linkage-runs/${grown}/repetition`, {})
    await linkAll()
    expect((await get<LinkageRunView>(`/linkage-runs/${again}`)).row.repeated).toEqual({
      run: grown,
      same: true,
    })
  })

  test('a rule that makes too many pairs is refused before a pair is made, with the number', async () => {
    const { get, post, linkAll, asked } = await settled
    const settings = { ...asked.settings, blocking: [{ keys: [] }], everyPairUpTo: 0, mostPairs: 100 }
    const { value: run } = await post<LinkageRunId>('/linkage-runs', { ...asked, settings })
    await linkAll()
    const { row } = await get<LinkageRunView>(`/linkage-runs/${run}`)
    expect(row.state).toMatchObject({ kind: 'failed', reason: 'too-many-pairs' })
    expect(row.state.kind === 'failed' ? row.state.detail : '').toMatch(/900|1,?770/)
  })

  test('a linkage that waits can be given up, one that is done accepted, and an estimate by strata rests on it', async () => {
    const { get, post, asked, first, second, run } = await settled
    const settings = { ...asked.settings, seed: 'another' }
    const { value: waiting } = await post<LinkageRunId>('/linkage-runs', { ...asked, settings })
    expect(await post(`/linkage-runs/${waiting}/cancellation`, {})).toEqual({ value: waiting })
    const accepted = { code: null, title: { en: 'Who is who' }, madeBy: { en: 'A. Researcher' } }
    expect(await post(`/linkage-runs/${waiting}/acceptance`, accepted)).toMatchObject({ reason: 'not-done' })
    const { value: linkage } = await post<string>(`/linkage-runs/${run}/acceptance`, accepted)
    const columns = [first, second].map((list) => ({ list, column: 'place' }))
    const overlap = { kind: 'linked', linkage, lists: [first, second], strata: [{ name: 'place', columns }] }
    const shown = await post('/overlap', { overlap, seed: 's' })
    expect(shown.value).toMatchObject({ overlap: { strata: [{}, {}] } })
    const { question, unit, rounding, assumptions } = smallListRequest()
    const { value: estimate } = await post<string>('/estimates', {
      ...{ code: null, asked: { question, unit, rounding, assumptions, overlap, seed: 's' } },
    })
    const { value: asking } = await post<string>(`/estimates/${estimate}/runs`, {})
    expect((await get<RunView>(`/runs/${asking}`)).row.state).toEqual({ kind: 'waiting' })
  })

  test('to whoever has no part in it every route answers as if nothing were there', async () => {
    const { house, server, asked, first, run } = await settled
    const session = await server.signIn(house.strangerId)
    const named = `/linkage-runs/${run}`
    const record = { list: first, row: 1 }
    const reads = [
      ...['/linkage-runs', `/linkage-runs/proposed?list=${first}`, named, `${named}/queue`],
      ...[`${named}/cluster?name=x`, `${named}/clusters`, `${named}/review`, `${named}/pairs/1?shown=yes`],
      ...[`${named}/explanation?left=${first}.1&right=${first}.2`],
      ...[`/lists/${first}/rows`, `/lists/${first}/intake`],
    ].map((path): readonly [string, RequestInit] => [path, {}])
    const pair = { left: record, right: { ...record, row: 2 } }
    const mapping = { columns: [], dateOrder: 'day-first' }
    const acts = Object.entries({
      '/linkage-runs': asked,
      [`${named}/growth`]: { lists: [first], model: 'kept' },
      [`${named}/cancellation`]: {},
      [`${named}/repetition`]: {},
      [`${named}/acceptance`]: { code: null, title: { en: 'T' }, madeBy: { en: 'M' } },
      [`${named}/clusters`]: { cluster: 'x', people: [[record]], why: null },
      '/judgements': { ...pair, verdict: 'same', why: null, run: null },
      '/judgements/taken-back': pair,
      [`/lists/${first}/mapping`]: { mapping, clean: true },
    }).map(([path, body]): readonly [string, RequestInit] => [path, postedJson(body)])
    const what = { code: null, title: { en: 'L' }, holder: 'H', mapping, clean: true, sheet: null }
    const files: readonly (readonly [string, RequestInit])[] = [
      ['/list-files/preview', formOf(csvFrom(0), null)],
      ['/list-files', formOf(csvFrom(0), what)],
    ]
    const absent = await answered(server, '/api/investigations/00000000-0000-8000-8000-000000000000/lists', {
      session,
    })
    expect(absent.status).toBe(404)
    for (const [path, init] of [...reads, ...acts, ...files]) {
      const whole = `/api/investigations/${house.investigation}${path}`
      expect(await answered(server, whole, { ...init, session }), path).toEqual(absent)
      expect((await server.ask(whole, init)).status, path).toBe(401)
    }
  })
})

async function answered(server: Served, path: string, init: Parameters<Served['ask']>[1]) {
  const answer = await server.ask(path, init)
  return { status: answer.status, body: await answer.text() }
}

function summaryOf({ row: { state } }: LinkageRunView): LinkageSummary {
  if (state.kind !== 'done') throw new Error('it is done')
  return state.summary as unknown as LinkageSummary
}
