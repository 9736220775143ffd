import { expect, test } from 'vitest'
import { eachEngine } from '../../store/testing/engines.ts'
import type { FindingView } from './api.ts'
import { seated } from './testing/seated.ts'

eachEngine((_engine, open) => {
  const opened = open()
  const others = [{ en: 'They were moved to another prison.' }]
  const consistent = { rating: '++', reason: 'It says so.' }
  const cells = [consistent, { rating: '--', reason: null }]

  test('other explanations are weighed over the claims of a finding; the last weighing holds, and no standing moves', async () => {
    const { house, opener, second } = await seated(await opened)
    const at = `/findings/${house.finding}`
    const before = await second.get<FindingView>(at)
    expect(before.explanations).toBeNull()
    const unsure = [{ claim: house.claim, cells: [consistent, { rating: null, reason: null }] }]
    expect(await opener.post(`${at}/explanations`, { others, rows: unsure })).toMatchObject({ status: 200 })
    const rows = [{ claim: house.claim, cells }]
    expect(await opener.post(`${at}/explanations`, { others, rows })).toMatchObject({ status: 200 })
    const after = await second.get<FindingView>(at)
    expect(after.explanations).toMatchObject({
      others,
      rows,
      by: 'A. Researcher',
      at: expect.any(String) as string,
    })
    expect(after.row).toEqual(before.row)
  })

  test('what is not whole is refused', async () => {
    const { house, opener } = await seated(await opened)
    const post = (body: object) => opener.post(`/findings/${house.finding}/explanations`, body)
    const rows = [{ claim: house.claim, cells }]
    expect(await post({ others: [], rows })).toMatchObject({ status: 422, reason: 'no-other-explanation' })
    expect(await post({ others, rows: [...rows, ...rows] })).toMatchObject({ reason: 'row-twice' })
    expect(await post({ others: [...others, ...others], rows })).toMatchObject({ reason: 'not-a-table' })
    expect(await post({ others, rows: [{ claim: house.denial, cells }] })).toMatchObject({
      reason: 'claim-elsewhere',
    })
    expect(
      await post({ others, rows: [{ claim: house.claim, cells: [{ rating: '?', reason: null }] }] }),
    ).toMatchObject({ status: 400 })
  })
})
