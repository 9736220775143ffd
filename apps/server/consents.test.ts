import { expect, test } from 'vitest'
import { eachEngine } from '../../store/testing/engines.ts'
import type { SourceView } from './api.ts'
import { seated } from './testing/seated.ts'

eachEngine((_engine, open) => {
  const opened = open()

  test('a consent is asked for, withdrawn with its reason or with none, and what was said is erased on request', async () => {
    const { house, opener, second } = await seated(await opened)
    const given = await opener.post('/consents', {
      ...{
        witness: house.witness,
        conceal: ['voice'],
        explainedBy: 'A',
        language: 'ar',
        givenAt: '2026-01-04',
      },
      allows: [{ purpose: 'analysis', recipient: 'own-team' }],
    })
    expect(given.status).toBe(200)
    const at = `/consents/${String(given.value)}`
    expect(await opener.post(`${at}/erasure`, {})).toMatchObject({ status: 422, reason: 'in-force' })
    expect((await opener.post(`${at}/withdrawal`, {})).status).toBe(400)
    expect((await opener.post(`${at}/withdrawal`, { reason: '' })).status).toBe(200)
    expect((await second.post(`${at}/erasure`, {})).value).toMatchObject({ records: 4 })
    const view = await opener.get<SourceView>(`/sources/${house.witness}`)
    expect(view.withdrawals).toMatchObject([
      { consent: given.value, reason: '', by: 'A. Researcher', erased: { by: 'C. Reader' }, tasks: [] },
    ])
    expect(view.consents.map(({ version, withdrawnAt }) => [version, withdrawnAt])).toEqual([
      [1, null],
      [2, '2026-01-05'],
    ])
  })
})
