import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { walkOf } from './opened.ts'
import { investigationNamed, overflowOf, violationsOn, type Reader } from './reader.ts'

const walk = walkOf()

// axe is asked where the two languages and the two widths differ most; it reads the same elements in the other two.
describe.each<{ locale: Locale; width: number; axe: boolean }>([
  { locale: 'en', width: 1280, axe: true },
  { locale: 'en', width: 390, axe: false },
  { locale: 'ar', width: 1280, axe: false },
  { locale: 'ar', width: 390, axe: true },
])('in $locale at $width pixels', (asked) => {
  test('every screen of both investigations is whole: turned the right way, nothing to push sideways, no complaint', async () => {
    await walk.withReader(asked, async (reader) => {
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
})

/** The screens of an investigation that show nothing in particular. */
const SCREENS = [
  ...['', '/findings', '/claims', '/codes', '/sources', '/texts/bring-in', '/exhibits', '/custodians'],
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
