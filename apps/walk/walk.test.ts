import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext } from 'playwright-core'
import type { Locale } from '@corroborate/base'
import type { ReportView } from '@corroborate/server/api'
import { sentenceText } from '@corroborate/report'
import { openBrowser } from './browser.ts'
import { askOfLists } from './how-many.ts'
import { startProduct, type Product } from './product.ts'
import { investigationNamed, overflowOf, readerOf, violationsOn, type Reader } from './reader.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

let browser: Browser
let product: Product & { readonly again: () => Promise<Product> }
let session: Session

beforeAll(async () => {
  // One after the other: unpacking the browser moves the folder for temporary files for a moment.
  browser = await openBrowser()
  product = await startProduct()
  session = await signedIn()
}, 180_000)

afterAll(async () => {
  await browser.close()
  await product.stop()
})

async function signedIn(): Promise<Session> {
  const door = await readerOf(browser, product, { locale: 'en', width: 1280, session: null })
  await door.visit(new URL(product.signInLink).pathname + new URL(product.signInLink).search)
  expect(await violationsOn(door.page)).toEqual([])
  await door.page.getByRole('button').click()
  await door.page.getByRole('heading', { level: 1 }).waitFor()
  const { cookies } = await door.context.storageState()
  await door.context.close()
  // The cookie alone: the language that this window kept for itself is not the next one's.
  return { cookies, origins: [] }
}

async function withReader(
  asked: { readonly locale: Locale; readonly width: number },
  visit: (reader: Reader) => Promise<void>,
) {
  const reader = await readerOf(browser, product, { ...asked, session })
  try {
    await visit(reader)
    expect(reader.complaints).toEqual([])
  } finally {
    await reader.context.close()
  }
}

test('the first start prints a link, where the store lies, and takes in both examples', () => {
  expect(product.said).toContain('Taken in: Saydnaya prison, Syria.')
  expect(product.said).toContain('(invented, for training)')
  expect(product.said).toContain('Move that file off this machine')
})

test('the sign-in link opens nothing a second time', async () => {
  const reader = await readerOf(browser, product, { locale: 'en', width: 1280, session: null })
  await reader.visit(new URL(product.signInLink).pathname + new URL(product.signInLink).search)
  await reader.page.getByRole('button').click()
  await reader.page.waitForLoadState('networkidle')
  expect(await reader.context.cookies()).toEqual([])
  const answer = await reader.context.request.get(`${product.address}/api/session`)
  expect(answer.status()).toBe(401)
  await reader.context.close()
})

// axe is asked where the two languages and the two widths differ most; it reads the same elements in the other two.
describe.each<{ locale: Locale; width: number; axe: boolean }>([
  { locale: 'en', width: 1280, axe: true },
  { locale: 'en', width: 390, axe: false },
  { locale: 'ar', width: 1280, axe: false },
  { locale: 'ar', width: 390, axe: true },
])('in $locale at $width pixels', (asked) => {
  test('every screen of both investigations is whole: turned the right way, nothing to push sideways, no complaint', async () => {
    await withReader(asked, async (reader) => {
      for (const path of await screens(reader, asked.locale)) {
        await reader.visit(path)
        await reader.page.getByRole('heading', { level: 1 }).waitFor()
        const direction = await reader.page.evaluate(() => document.documentElement.dir)
        expect(direction, path).toBe(asked.locale === 'ar' ? 'rtl' : 'ltr')
        expect(await overflowOf(reader.page), path).toBe(0)
        if (asked.axe) expect(await violationsOn(reader.page), path).toEqual([])
      }
    })
  }, 300_000)

  test('a number on the report is three clicks from the words that carry it, and one from them back', async () => {
    await withReader(asked, async (reader) => {
      const { id, reports } = await investigationNamed(reader, 'saydnaya')
      const report = reports.find(({ locale }) => locale === asked.locale)
      await reader.visit(`/i/${id}/reports/${report?.id}`)
      const { page } = reader
      await page.locator('button[id^="s"][aria-pressed]').first().click()
      await page.locator('aside a[href*="/texts/"]').first().click()
      await expectChosenPassage(reader)
      await page.locator('nav a[href*="/reports/"]').last().click()
      await page.waitForURL(/\/reports\/[^/]+.*#s\d+[.]\d+$/)
      await page.locator('button[aria-pressed="true"][id^="s"]').waitFor()
    })
  }, 120_000)
})

async function expectChosenPassage({ page }: Reader): Promise<void> {
  await page.waitForURL(/\/texts\//)
  const chosen = page.locator('mark[data-chosen="true"]').first()
  await chosen.waitFor()
  await expect
    .poll(() => chosen.evaluate((mark) => mark.getBoundingClientRect().top < innerHeight))
    .toBe(true)
}

test('from every sentence of both reports the words that carry it can be reached: two clicks from sentence to passage', async () => {
  await withReader({ locale: 'en', width: 1280 }, async (reader) => {
    for (const code of ['saydnaya', 'training']) {
      const { id, reports } = await investigationNamed(reader, code)
      for (const report of reports) {
        const { resolved } = await reader.ask<ReportView>(`/investigations/${id}/reports/${report.id}`)
        await reader.visit(`/i/${id}/reports/${report.id}`)
        const sentences = resolved.blocks.flatMap((block) =>
          block.kind === 'paragraph' ? block.sentences : [],
        )
        for (const sentence of sentences.filter(({ own }) => !own)) {
          await reader.page.locator(`#${sentence.anchor} > button[aria-expanded]`).click()
          await reader.page
            .locator('aside a[href*="/texts/"]')
            .first()
            .waitFor({ timeout: 10_000 })
            .catch(() => {
              throw new Error(`${code}: nothing to walk back to from “${sentenceText(sentence)}”`)
            })
        }
      }
    }
  })
}, 300_000)

test('the language is changed where one stands, the layout turns, and the choice is kept', async () => {
  await withReader({ locale: 'en', width: 1280 }, async (reader) => {
    const { id } = await investigationNamed(reader, 'saydnaya')
    await reader.visit(`/i/${id}/findings`)
    await reader.page.getByText('العربية', { exact: true }).click()
    await expect.poll(() => reader.page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(new URL(reader.page.url()).pathname).toBe(`/i/${id}/findings`)
    await reader.page.reload()
    await expect.poll(() => reader.page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  })
})

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'en', width: 320 },
  { locale: 'ar', width: 320 },
])('the public page in $locale at $width pixels', (asked) => {
  test('is read by anybody, without script, and walks back within itself', async () => {
    const reader = await readerOf(browser, product, { ...asked, session: null })
    for (const path of [
      '/public',
      `/public/saydnaya/report/${asked.locale}`,
      `/public/training/report/${asked.locale}`,
    ]) {
      await reader.visit(path)
      expect(await reader.page.locator('script').count()).toBe(0)
      expect(await violationsOn(reader.page), path).toEqual([])
      expect(await overflowOf(reader.page), path).toBe(0)
    }
    await expectEveryAnchorLands(reader)
    expect(reader.complaints).toEqual([])
    await reader.context.close()
  }, 120_000)
})

/** Each link within the page has its target in the page: the walk back has no broken step. */
async function expectEveryAnchorLands({ page }: Reader): Promise<void> {
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
  )
  expect(lost).toEqual([])
}

describe.each<{ locale: Locale; width: number; question: string }>([
  { locale: 'en', width: 1280, question: 'How many people, asked on a walk?' },
  { locale: 'ar', width: 390, question: 'كم شخصًا، في سؤال أثناء الجولة؟' },
])('how many, asked in $locale at $width pixels', ({ question, ...asked }) => {
  test('of lists: what cannot be is refused at its field, what can be is run to a verdict', async () => {
    await withReader(asked, async (reader) => {
      const { id } = await investigationNamed(reader, 'training')
      await askOfLists({ reader, investigation: id, locale: asked.locale }, question)
    })
  }, 180_000)
})

test('a second start finds everything as it was', async () => {
  const before = await product.again()
  try {
    expect(before.said).not.toContain('Taken in')
    const reader = await readerOf(browser, before, { locale: 'en', width: 1280, session: null })
    await reader.visit(new URL(before.signInLink).pathname + new URL(before.signInLink).search)
    await reader.page.getByRole('button').click()
    await reader.page.getByText('The Prison of the Nine Lamps').first().waitFor()
    await reader.context.close()
  } finally {
    await before.stop()
  }
}, 60_000)

/** One of each kind of screen, on both investigations. */
async function screens(reader: Reader, locale: Locale): Promise<readonly string[]> {
  const paths = ['/']
  for (const code of ['saydnaya', 'training']) {
    const { id, reports, findings, estimates } = await investigationNamed(reader, code)
    const at = `/i/${id}`
    const [claim] = Object.values(estimates[0]?.claims ?? {})
    const report = reports.find((one) => one.locale === locale)
    paths.push(
      ...['', '/findings', '/claims', '/sources', '/estimates', '/ledger'].map((screen) => at + screen),
      ...findings.slice(0, 3).map((finding) => `${at}/findings/${finding.id}`),
      `${at}/estimates/${estimates[0]?.id}`,
      `${at}/claims/${claim?.id}`,
      `${at}/sources/${claim?.source.id}`,
      `${at}/texts/${claim?.passages[0]?.text}`,
      `${at}/reports/${report?.id}`,
    )
  }
  return paths
}
