import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, overflowOf, twoFrames, violationsOn, type Reader } from './reader.ts'

const walk = walkOf(serveExamples)
const [WIDE, NARROW] = [1280, 390]

const INVESTIGATIONS = ['saydnaya', 'training']

// axe is asked where the two languages and the two widths differ most, and of each kind of screen once in each language: of one investigation in
// English, of the other in Arabic. It reads the same elements in the others, and costs more than all else here.
describe.each<{ locale: Locale; askedAt: number; other: number; askedOf: string }>([
  { locale: 'en', askedAt: WIDE, other: NARROW, askedOf: 'saydnaya' },
  { locale: 'ar', askedAt: NARROW, other: WIDE, askedOf: 'training' },
])('in $locale', ({ locale, askedAt, other, askedOf }) => {
  test('every screen of both investigations is whole, wide and narrow: turned the right way, nothing to push sideways, no complaint', async () => {
    await walk.withReader({ locale, width: askedAt }, async (reader) => {
      await reader.visit('/')
      for (const { path, code } of await screens(reader, locale)) {
        await reader.turnTo(path)
        await reader.page.getByRole('heading', { level: 1 }).waitFor()
        const direction = await reader.page.evaluate(() => document.documentElement.dir)
        expect(direction, path).toBe(locale === 'ar' ? 'rtl' : 'ltr')
        for (const width of [other, askedAt]) {
          await resizedTo(reader.page, width)
          expect(await overflowOf(reader.page), `${path} at ${width} pixels`).toBe(0)
        }
        if (code === null || code === askedOf) expect(await violationsOn(reader.page), path).toEqual([])
      }
    })
  }, 300_000)
})

/** Makes the window as wide as this, and waits until the page is laid out in it. */
async function resizedTo(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await twoFrames(page)
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
    '/team',
  ],
  ...['/elements', '/interviews', '/interviews/record'],
  ...['/exchange', '/packages', '/releases'],
  ...['/exhibits/add', '/estimates', '/ledger', '/lists', '/lists/receive', '/lists/link', '/findings/new'],
]

interface Screen {
  readonly path: string
  /** Of which investigation; null of none. */
  readonly code: string | null
}

/** One of each kind of screen, on both investigations. */
async function screens(reader: Reader, locale: Locale): Promise<readonly Screen[]> {
  const found: Screen[] = ['/', '/keys', '/account'].map((path) => ({ path, code: null }))
  for (const code of INVESTIGATIONS) {
    const { id, reports, findings, estimates } = await investigationNamed(reader, code)
    const at = `/i/${id}`
    const [claim] = Object.values(estimates[0]?.claims ?? {})
    const report = reports.find((one) => one.locale === locale)
    const paths = [
      ...SCREENS.map((screen) => at + screen),
      ...findings.slice(0, 3).map((finding) => `${at}/findings/${finding.id}`),
      `${at}/estimates/${estimates[0]?.id}`,
      `${at}/claims/${claim?.id}`,
      `${at}/sources/${claim?.source.id}`,
      `${at}/texts/${claim?.passages[0]?.text}`,
      `${at}/reports/${report?.id}`,
    ]
    found.push(...paths.map((path) => ({ path, code })))
  }
  return found
}
