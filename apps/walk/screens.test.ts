import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { walkOf } from './opened.ts'
import { investigationNamed, overflowOf, violationsOn, type Reader } from './reader.ts'

const walk = walkOf()
const [WIDE, NARROW] = [1280, 390]

// axe is asked where the two languages and the two widths differ most; it reads the same elements in the other two.
describe.each<{ locale: Locale; askedAt: number; other: number }>([
  { locale: 'en', askedAt: WIDE, other: NARROW },
  { locale: 'ar', askedAt: NARROW, other: WIDE },
])('in $locale', ({ locale, askedAt, other }) => {
  test('every screen of both investigations is whole, wide and narrow: turned the right way, nothing to push sideways, no complaint', async () => {
    await walk.withReader({ locale, width: askedAt }, async (reader) => {
      for (const path of await screens(reader, locale)) {
        await reader.visit(path)
        await reader.page.getByRole('heading', { level: 1 }).waitFor()
        const direction = await reader.page.evaluate(() => document.documentElement.dir)
        expect(direction, path).toBe(locale === 'ar' ? 'rtl' : 'ltr')
        for (const width of [other, askedAt]) {
          await resizedTo(reader.page, width)
          expect(await overflowOf(reader.page), `${path} at ${width} pixels`).toBe(0)
          if (width === askedAt) expect(await violationsOn(reader.page), path).toEqual([])
        }
      }
    })
  }, 300_000)
})

/** Makes the window as wide as this, and waits until the page is laid out in it. */
async function resizedTo(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

/** The screens of an investigation that show nothing in particular. */
const SCREENS = [
  ...[
    '',
    '/findings',
    '/claims',
    '/search',
    '/codes',
    '/sources',
    '/texts/bring-in',
    '/exhibits',
    '/custodians',
  ],
  ...['/elements', '/interviews', '/interviews/record'],
  ...['/exhibits/add', '/estimates', '/ledger', '/lists', '/lists/receive', '/lists/link', '/findings/new'],
]

/** One of each kind of screen, on both investigations. */
async function screens(reader: Reader, locale: Locale): Promise<readonly string[]> {
  const paths = ['/', '/keys']
  for (const code of ['saydnaya', 'training']) {
    const { id, reports, findings, estimates } = await investigationNamed(reader, code)
    const at = `/i/${id}`
    const [claim] = Object.values(estimates[0]?.claims ?? {})
    const report = reports.find((one) => one.locale === locale)
    paths.push(
      ...SCREENS.map((screen) => at + screen),
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
