import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit } = houseServed()

/** Invented, as a program writes it that counts a line end of two characters as one and quotes nothing. */
function project(nth: number): Buffer {
  const guid = (kind: string) => `00000000-0000-4000-8000-00000000${kind}0${nth}`
  const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name="Elsewhere" origin="Another 1.0">
    <Users><User guid="${guid('a')}0" name="D. Coder"/></Users>
    <CodeBook><Codes><Code guid="${guid('c')}0" name="Leaving ${nth}" isCodable="true"/></Codes></CodeBook>
    <Sources><TextSource guid="${guid('b')}0" name="Account ${nth}" plainTextPath="internal://b.txt">
      <PlainTextSelection guid="${guid('d')}0" startPosition="14" endPosition="18">
        <Coding guid="${guid('e')}0" creatingUser="${guid('a')}0"><CodeRef targetGUID="${guid('c')}0"/></Coding>
      </PlainTextSelection></TextSource></Sources></Project>`
  const words = `Account ${nth}.\r\nHe left at noon.\r\nNobody saw him again.`
  return Buffer.from(zipSync({ 'project.qde': strToU8(xml), 'sources/b.txt': strToU8(words) }))
}

/** Invented; its last row says no type, and nothing says what its column of events is. */
const ACTS = 'Act,Victim,Type of Act,Of\nA1,P1,Torture,E1\nA2,P2,Killing,E1\nA3,P3,,\n'
const EVENTS = 'Event,Initial Date,Where\nE1,2013-05-02,Old Town\n'

describe.each<{ locale: Locale; width: number; nth: number; title: string }>([
  { locale: 'en', width: 1280, nth: 1, title: 'W7' },
  { locale: 'ar', width: 390, nth: 2, title: 'ش٧' },
])('exchange, in $locale at $width pixels', ({ locale, width, nth, title }) => {
  test('a project is read, asked about and taken in; work is given out with what is withheld beside it', async () => {
    const sitting = await sit(house().member, { locale, width })
    const { page, words } = sitting
    await sitting.visit(`/i/${house().investigation}/exchange`)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: words('exchange.take.choose') }).press('Enter')
    await (
      await choosing
    ).setFiles({ name: 'elsewhere.qdpx', mimeType: 'application/zip', buffer: project(nth) })
    await page.getByText(words('exchange.asked', { count: 1 })).waitFor()
    await pick(sitting, words('exchange.counting'), words('exchange.counting.line-ends-as-one'))
    await page.getByText(words('exchange.asked', { count: 1 })).waitFor({ state: 'detached' })
    await pick(
      sitting,
      words('exchange.whose', { name: `Account ${nth}` }),
      words('exchange.whose.new-witness'),
    )
    await page.getByLabel(words('exchange.whose.new-witness.title'), { exact: true }).fill(title)
    await page.getByRole('checkbox', { name: words('exchange.take.confirm') }).press('Space')
    await expectWhole(sitting, 'asked')
    await page.getByRole('button', { name: words('exchange.take.in'), exact: true }).press('Enter')
    await page.getByText(words('exchange.taken.added')).waitFor()

    await page.getByLabel(words('exchange.acts.name'), { exact: true }).fill(`Field office ${nth}`)
    await page.getByRole('button', { name: words('exchange.acts.document') }).click()
    await page.getByRole('option').nth(1).click()
    const choosingTable = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: words('exchange.acts.choose') }).press('Enter')
    await (
      await choosingTable
    ).setFiles([
      { name: 'acts.csv', mimeType: 'text/csv', buffer: Buffer.from(ACTS) },
      { name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(EVENTS) },
    ])
    await page.getByText(words('exchange.acts.aside', { count: 1 })).waitFor()
    for (const [table, field, column] of [
      ['acts', 'event', 'Of'],
      ['events', 'place', 'Where'],
    ] as const) {
      const columns = page.getByRole('group', { name: words(`exchange.acts.table.${table}`) })
      await columns.getByRole('button', { name: words(`exchange.acts.field.${field}`) }).click()
      await page.getByRole('option', { name: column, exact: true }).click()
    }
    await expectWhole(sitting, 'columns')
    await page.getByRole('button', { name: words('exchange.acts.in'), exact: true }).press('Enter')
    await page.getByText(words('exchange.acts.taken', { created: 2, changed: 0, same: 0, gone: 0 })).waitFor()

    await pick(sitting, words('desk.packages.recipient'), words('recipient.partners'))
    await page.getByText(words('withheld.not-allowed'), { exact: false }).first().waitFor()
    await pick(sitting, words('exchange.give.form'), words('exchange.form.csv'))
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: words('exchange.give.out'), exact: true }).press('Enter')
    expect(readFileSync(await (await saving).path(), 'utf8')).toMatch(/^link,code,source/)
    await page.getByRole('heading', { name: words('exchange.given') }).waitFor()
    await expectWhole(sitting, 'given')
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 240_000)
})

async function pick({ page }: Sitting, label: string, name: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click()
  await page.getByRole('option', { name, exact: true }).click()
}
