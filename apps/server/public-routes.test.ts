import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf, type InvestigationId } from '@corroborate/base'
import { importInvestigation, publishReport, withdrawConsent, writeReport } from '@corroborate/casework'
import { consents, openStore, reports, type Store } from '@corroborate/store'
import { folders } from '../../store/testing/engines.ts'
import { buildHouse, deskIn, plainReport, type House } from '../../casework/testing/house.ts'
import { smallInvestigation } from '../../casework/testing/small-investigation.ts'
import { served } from './testing/served.ts'

const places = folders()
let store: Store
let house: House
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
})
afterAll(async () => {
  await store.close()
  await places.remove()
})

async function imported(name: string): Promise<InvestigationId> {
  const whole = smallInvestigation(name)
  return valueOf(await importInvestigation(deskIn(store, house.member), { whole })).investigation
}

test('a published report is a page without script that everybody reads, in its own language', async () => {
  await imported('open')
  const { ask } = served(store)
  const answer = await ask('/public/open/report/en')
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<html lang="en" dir="ltr">')
  expect(page).toContain('href="/public/assets/report.css"')
  expect(page).toContain('Invented, for training')
  expect(page).not.toMatch(/<script|<style|\sstyle=/)
  expect(await (await ask('/public')).text()).toContain('href="/public/open/report/en"')
})

test('its PDF and its data are given beside it, under the addresses that the page names', async () => {
  await imported('beside')
  const { ask } = served(store)
  const page = await (await ask('/public/beside/report/en')).text()
  const pdf = await ask('/public/beside/report/en/report.pdf')
  expect(page).toContain('href="/public/beside/report/en/report.pdf"')
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(new TextDecoder('latin1').decode(await pdf.arrayBuffer()).slice(0, 5)).toBe('%PDF-')
  const data = await ask('/public/beside/report/en/annex/all.json')
  expect(page).toContain('href="/public/beside/report/en/annex/all.json"')
  expect(await data.json()).toMatchObject({ investigation: { code: 'beside' } })
  expect((await ask('/public/beside/report/en/annex/claims.csv')).headers.get('content-type')).toContain(
    'text/csv',
  )
  expect((await ask('/public/beside/report/en/annex/else.csv')).status).toBe(404)
})

test('what is not published is not there: one answer for a report that exists and one that does not', async () => {
  const { ask } = served(store)
  const investigation = await store.db
    .selectFrom('investigation')
    .select('code')
    .where('id', '=', house.investigation)
    .executeTakeFirstOrThrow()
  const bytes = []
  for (const path of [`/public/${investigation.code}/report/en`, '/public/a/b/en', '/public/a/b/xx']) {
    const answer = await ask(path)
    bytes.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]))
  }
  expect(new Set(bytes)).toHaveLength(1)
  expect(bytes[0]).toContain('404')
})

test('a law that is broken after publication takes the page, the PDF and the data away at once', async () => {
  const id = await imported('withheld')
  const { ask } = served(store)
  const desk = deskIn(store, house.member)
  expect((await ask('/public/withheld/report/en')).status).toBe(200)
  const [report] = await reports(store.db, id)
  if (!report) throw new Error('no report')
  valueOf(
    await writeReport(desk, { ...report, investigation: id, report: report.id, title: 'Exactly 317 people' }),
  )
  for (const path of ['', '/report.pdf', '/annex/all.json']) {
    const answer = await ask(`/public/withheld/report/en${path}`)
    expect([path, answer.status]).toEqual([path, 503])
    expect(await answer.text()).not.toContain('were taken')
  }
  expect(await (await ask('/public')).text()).not.toContain('/public/withheld/')
})

test('words of a witness whose consent was withdrawn are gone from the data in the same minute', async () => {
  const id = await imported('consent')
  const { ask } = served(store)
  const claims = async () => await (await ask('/public/consent/report/en/annex/claims.csv')).text()
  expect(await claims()).toContain('What W1 says in C1')
  const [given] = await consents(store.db, id)
  if (!given) throw new Error('no consent')
  valueOf(
    await withdrawConsent(deskIn(store, house.member), { investigation: id, consent: given.id, reason: '' }),
  )
  expect(await claims()).not.toContain('What W1 says in C1')
  expect(await claims()).toContain('What W2 says in C2')
})

test('an address is given once: a second report of the same codes is refused one', async () => {
  await imported('twice')
  const another = await buildHouse(store)
  const { desk, investigation } = another
  await store.db.updateTable('investigation').set({ code: 'twice' }).where('id', '=', investigation).execute()
  expect(await publishReport(desk, { investigation, report: another.report })).toMatchObject({
    ok: false,
    reason: 'address-taken',
  })
  const other = valueOf(
    await writeReport(desk, { ...plainReport, investigation, report: null, code: 'other' }),
  )
  expect(await publishReport(desk, { investigation, report: other })).toMatchObject({ ok: true })
})
