import { expect, test } from 'vitest'
import type { ElementsView, FindingView } from './api.ts'
import { eachEngine } from '../../store/testing/engines.ts'
import { seated } from './testing/seated.ts'

eachEngine((_engine, open) => {
  const opened = open()

  const cellOf = ({ table }: ElementsView, element: string) =>
    [...table.context, ...table.incidents.flatMap(({ cells }) => cells)].find(({ key }) => key === element)

  test('nothing is held against elements until crimes are chosen', async () => {
    const { opener: adviser } = await seated(await opened)
    expect(await adviser.get<ElementsView>('/elements')).toMatchObject({
      ...{ chosen: [], incidents: [], questions: [] },
      table: { context: [], incidents: [] },
    })
  })

  test('a finding is tied, a standard chosen with reasons, and the state follows from the standing', async () => {
    const { house, opener: adviser } = await seated(await opened)
    await adviser.post('/elements/crimes', { crimes: ['7-1f'] })
    const { value: incident } = await adviser.post('/elements/incidents', { name: { en: 'The night' } })
    const place = { element: '7-1f#1', incident }
    const before = await adviser.get<ElementsView>('/elements')
    expect(cellOf(before, '7-1f#1')).toMatchObject({ state: 'missing', findings: [], incident })
    expect(before.questions.map(({ cell }) => cell.key)).toContain('7-1f#1')
    const tie = { ...place, finding: house.finding }
    expect(await adviser.post('/elements/ties', tie)).toMatchObject({ status: 200 })
    expect(await adviser.post('/elements/ties', tie)).toMatchObject({ status: 422, reason: 'tied-before' })
    const choice = { ...place, standard: 'reasonable-grounds', reasons: { en: 'One voice so far.' } }
    expect(await adviser.post('/elements/standards', choice)).toMatchObject({ status: 200 })
    const { row, tiedTo } = await adviser.get<FindingView>(`/findings/${house.finding}`)
    expect(row.standing.kind).toBe('uncorroborated')
    expect(tiedTo).toMatchObject([{ numbers: ['7(1)(f) 1'], incident: { en: 'The night' } }])
    expect(cellOf(await adviser.get('/elements'), '7-1f#1')).toMatchObject({
      ...{ state: 'arguable', lacking: ['corroboration', 'signature'], findings: [house.finding] },
      choice: { standard: 'reasonable-grounds', by: 'A. Researcher' },
    })
    expect(await adviser.post('/elements/ties/undone', tie)).toMatchObject({ status: 200 })
    expect(cellOf(await adviser.get('/elements'), '7-1f#1')).toMatchObject({ state: 'missing' })
  })

  test('context is tied once and for no incident; who is no legal adviser ties nothing', async () => {
    const { house, opener: adviser, second: reader } = await seated(await opened)
    await adviser.post('/elements/crimes', { crimes: ['7-1a', '7-1f'] })
    const { value: incident } = await adviser.post('/elements/incidents', { name: { en: 'The night' } })
    const tie = { element: 'cah.attack', incident: null, finding: house.finding }
    expect(await adviser.post('/elements/ties', { ...tie, incident })).toMatchObject({
      reason: 'no-such-element',
    })
    expect(await reader.post('/elements/ties', tie)).toMatchObject({ status: 404 })
    expect(await adviser.post('/elements/ties', tie)).toMatchObject({ status: 200 })
    expect(cellOf(await reader.get('/elements'), 'cah.attack')).toMatchObject({
      ...{ numbers: ['7(1)(a) 2', '7(1)(f) 4'], state: 'arguable' },
    })
  })

  test('a body that cannot be read is refused with its place', async () => {
    const { opener: adviser } = await seated(await opened)
    expect(await adviser.post('/elements/ties', { element: '7-1f#1', incident: 'no id' })).toMatchObject({
      ...{ status: 400, reason: 'unreadable' },
    })
  })
})
