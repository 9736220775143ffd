import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { walkOf } from './opened.ts'
import { startProduct } from './product.ts'
import { investigationNamed, overflowOf, readerOf, violationsOn, type Reader } from './reader.ts'

const walk = walkOf(startProduct)

test('the first start prints a link, where the store lies, and takes in both examples', () => {
  expect(walk.product().said).toContain('Taken in: Saydnaya prison, Syria.')
  expect(walk.product().said).toContain('(invented, for training)')
  expect(walk.product().said).toContain('Move that file off this machine')
})

test('the sign-in link opens nothing a second time', async () => {
  const reader = await readerOf(walk.browser(), walk.product(), { locale: 'en', width: 1280, session: null })
  await reader.visit(new URL(walk.product().signInLink).pathname + new URL(walk.product().signInLink).search)
  await reader.page.getByRole('button').click()
  await reader.settled()
  expect(await reader.context.cookies()).toEqual([])
  const answer = await reader.context.request.get(`${walk.product().address}/api/session`)
  expect(answer.status()).toBe(401)
  await reader.context.close()
})

test('the language is changed where one stands, the layout turns, and the choice is kept', async () => {
  await walk.withReader({ locale: 'en', width: 1280 }, async (reader) => {
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
    const reader = await readerOf(walk.browser(), walk.product(), { ...asked, session: null })
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

test('a second start finds everything as it was', async () => {
  const before = await walk.product().again()
  try {
    expect(before.said).not.toContain('Taken in')
    const reader = await readerOf(walk.browser(), before, { locale: 'en', width: 1280, session: null })
    await reader.visit(new URL(before.signInLink).pathname + new URL(before.signInLink).search)
    await reader.page.getByRole('button').click()
    await reader.page.getByText('The Prison of the Nine Lamps').first().waitFor()
    await reader.context.close()
  } finally {
    await before.stop()
  }
}, 180_000)
