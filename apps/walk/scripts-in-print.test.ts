import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, valueOf } from '@corroborate/base'
import { openInvestigation, publishReport, writeReport } from '@corroborate/casework'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import { claimsCsv, givenFileOf, inspectFile, webAnnotations } from '@corroborate/interchange'
import { dataAnnex, reportPage, reportPdf } from '@corroborate/press'
import { openStore } from '@corroborate/store'
import { buildHouse, plainReport } from '../../casework/testing/house.ts'
import { readCsv } from '../../interchange/folder/csv.ts'
import { roCrateOf } from '../../interchange/package/ro-crate.ts'
import type { Fixture } from '../../press/testing/fixture.ts'
import { listFixture, studiedFixture } from '../../press/testing/studied.ts'
import { folders } from '../../store/testing/engines.ts'
import { served } from '../server/testing/served.ts'
import { openBrowser } from './browser.ts'
import { BITES, planted } from './planted.ts'

/** What the press makes of an investigation in which every word is an attempt on its readers; read by what its readers read it with. */
const onClaims = planted<Fixture>(studiedFixture('ar'))
const onLists = planted<Fixture>(listFixture('en'))
const HREFS = { stylesheet: '/report.css', pdf: '/report.pdf', data: '/all.json', other: null }

const places = folders()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await places.remove()
})

/** What a document holds that could do something, beside its words. Runs in the browser. */
function harmIn(document: Document): readonly string[] {
  const STRANGERS =
    'parsererror, script, iframe, object, embed, foreignObject, base, form, style, meta[http-equiv], animate, set'
  const strangers = [...document.querySelectorAll(STRANGERS)].map(({ outerHTML }) => outerHTML)
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
  const harmful = attributes.filter(
    ({ localName, value }) =>
      localName.startsWith('on') ||
      localName === 'style' ||
      (/^(?:href|src|action|formaction|data)$/.test(localName) && !/^[#/]/.test(value)),
  )
  return [...strangers, ...harmful.map(({ name, value }) => `${name}="${value}"`)]
}

/** @param of a document, as the browser calls it */
function harm(page: Page, of: string): Promise<readonly string[]> {
  return page.evaluate(`(${harmIn.toString()})(${of})`)
}

/** Opens a page in a browser that runs whatever it finds, under an address of its own. */
async function opened(html: string): Promise<{ page: Page; did: string[] }> {
  const page = await browser.newPage()
  const did: string[] = []
  page.on('dialog', (dialog) => {
    did.push('a script ran')
    void dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    if (!/^\/(?:public\/assets\/)?\w+\.css$/.test(pathname)) did.push(`asked for ${pathname}`)
    return route.fulfill({ status: 404, body: '' })
  })
  await page.goto('http://print.test/', { waitUntil: 'load' })
  did.push(...(await harm(page, 'document')))
  return { page, did }
}

function withOneLineEnd(words: string): string {
  return words.replaceAll(/\r\n?/g, '\n')
}

/** A parser of pages reads line ends as one, and keeps no zero character. */
function asParsed(words: string): string {
  return withOneLineEnd(words).replaceAll(/[\0\ufffd]/g, '')
}

describe.each([
  { on: 'claims', ...onClaims },
  { on: 'lists', ...onLists },
])('a report on $on', ({ value, words }) => {
  const html = reportPage({ ...value, hrefs: HREFS })

  test('is a page of words alone, and has them to the letter', async () => {
    const { page, did } = await opened(html)
    expect(did).toEqual([])
    const shown = asParsed(
      await page.evaluate(() => {
        for (const drawing of document.querySelectorAll('svg')) drawing.remove()
        return document.body.textContent
      }),
    )
    const begun = [...words].filter((word) => shown.includes(asParsed(word.slice(0, word.indexOf('¶') + 1))))
    expect(begun.length).toBeGreaterThan(15)
    expect(begun.filter((word) => !shown.includes(asParsed(word)))).toEqual([])
    await page.close()
  })

  test('has drawings that are XML, with no more in them than shapes and words', async () => {
    const drawings = html.match(/<svg[^]*?<\/svg>/g) ?? []
    expect(drawings.length).toBeGreaterThan(5)
    const page = await browser.newPage()
    const parsed = `new DOMParser().parseFromString(drawing, 'image/svg+xml')`
    const each = `${JSON.stringify(drawings)}.flatMap((drawing) => (${harmIn.toString()})(${parsed}))`
    expect(await page.evaluate(each)).toEqual([])
    await page.close()
  })

  test('has data beside it that a spreadsheet reads back cell by cell and runs none of', () => {
    const annex = dataAnnex(value)
    const { records } = JSON.parse(annex.get('all.json') ?? '') as { records: Record<string, Row[]> }
    for (const [name, rows] of Object.entries(records)) expectCells(annex.get(`${name}.csv`) ?? '', rows)
    const said = stringsIn(records).filter((word) => word.includes('¶'))
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((word) => !words.has(word) && !isOfSeveral(word, words))).toEqual([])
  })
})

type Row = Readonly<Record<string, string | number | boolean | null>>

const FORMULA = /^\s*[=+\-@＝＋－＠]/

/** Each cell says what its record says, with an apostrophe before what would be run. */
function expectCells(text: string, rows: readonly Row[]): void {
  const table = readCsv(text)
  if (!table.ok) throw new Error(JSON.stringify(table.faults))
  expect(table.rows).toHaveLength(rows.length)
  for (const [at, row] of rows.entries())
    expect(table.rows[at]).toEqual(
      table.columns.map((column) => {
        const cell = withOneLineEnd(String(row[column] ?? ''))
        const isGuarded = typeof row[column] === 'string' && FORMULA.test(cell)
        return isGuarded ? `'${cell}` : cell
      }),
    )
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Several of a kind stand in one cell. */
function isOfSeveral(cell: string, words: ReadonlySet<string>): boolean {
  return ![...words].reduce((left, word) => left.replaceAll(word, ''), cell).includes('¶')
}

test('the guard of a cell begins with every sign that a spreadsheet takes for a formula', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '＝'])
    expect(csv(['a'], [{ a: `${sign}cmd|' /C calc'!A0` }])).toMatch(/^a\r\n"?'/)
})

test('a PDF holds no script, no attachment and no link out', async () => {
  const pdf = await reportPdf(onLists.value)
  const { hidden } = await inspectFile(givenFileOf('report.pdf', pdf))
  expect(new Set(hidden.map(({ kind }) => kind))).toEqual(new Set(['author-or-program']))
  const plain = Buffer.from(pdf).toString('latin1')
  expect(plain).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|AA|SubmitForm|URI|EmbeddedFile)\b/)
  expect(plain).toContain('/StructTreeRoot')
}, 60_000)

test('annotations, claims and the description of a package are data with the very words in them', () => {
  const { investigation } = onClaims.value
  const links = { desk: 'https://desk.test' }
  const work = { ...investigation, codes: [], codings: [] }
  const annotations = stringsIn(JSON.parse(webAnnotations(work, { locale: 'en', links })))
  const claims = readCsv(claimsCsv(work, links))
  const cells = claims.ok ? claims.rows.flat().map(unguarded) : []
  for (const { proposition } of investigation.claims) {
    expect(annotations).toContain(proposition.en)
    expect(cells).toContain(withOneLineEnd(proposition.en ?? ''))
  }
  const { title, code } = investigation
  const crate = roCrateOf({ title, code, about: BITES, signedAt: '', files: [] })
  expect(stringsIn(JSON.parse(crate))).toEqual(expect.arrayContaining([title.en, BITES]))
})

function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

test('the list of what is published, and a report out of the store, are pages of words alone', async () => {
  const store = valueOf(await openStore(await places.place()))
  const { desk } = await buildHouse(store)
  // No store keeps a zero character, and no report is published with a number that was typed.
  const words = BITES.replaceAll(/[\d\0]/g, '')
  const investigation = valueOf(
    await openInvestigation(desk, {
      ...{ code: 'bites', title: { en: words }, notice: { en: words } },
      ...{ nature: 'own', thresholds: USUAL_THRESHOLDS },
    }),
  )
  const sentence = { own: true, at: null, grounds: [], parts: [{ kind: 'words', text: words }] } as const
  const report = valueOf(
    await writeReport(desk, {
      ...{ ...plainReport, investigation, report: null, title: words, subtitle: words, authors: [words] },
      blocks: [
        { kind: 'heading', level: 2, text: words, at: null },
        { kind: 'paragraph', at: null, sentences: [sentence] },
      ],
    }),
  )
  valueOf(await publishReport(desk, { investigation, report }))
  const server = served(store)
  for (const path of ['/public', '/public/bites/report/en']) {
    const answer = await server.ask(path)
    const { page, did } = await opened(await answer.text())
    expect([answer.status, did]).toEqual([200, []])
    expect(await page.evaluate(() => document.body.textContent)).toContain(asParsed(words))
    await page.close()
  }
  await store.close()
})
