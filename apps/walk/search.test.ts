import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { say, type Args, type Key } from '@corroborate/words'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed } from './reader.ts'
import { expectWhole } from './whole.ts'

const walk = walkOf(serveExamples)

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('the search, in $locale at $width pixels', (asked) => {
  test('a key leads to it; words are found, narrowed, kept, and lead to their place in the text', async () => {
    await walk.withReader(asked, async (reader) => {
      const { page } = reader
      const words = (key: Key, args?: Args) => say(asked.locale, key, args)
      const { id } = await investigationNamed(reader, 'saydnaya')
      await reader.visit(`/i/${id}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('/')
      const field = page.getByRole('searchbox', { name: words('search.words') })
      await field.waitFor()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words')

      await page.keyboard.type('"once or twice a week"')
      await page.keyboard.press('Enter')
      const turns = page.getByRole('region', { name: words('search.by.kind') })
      await turns.getByRole('button', { name: words('search.kind.turn') }).waitFor()
      expect(await page.locator('mark').first().innerText()).toBe('once')
      await expectWhole(reader)

      await turns.getByRole('button', { name: words('search.kind.passage') }).click()
      await page.waitForURL(/kind=passage/)
      const name = `Weekly ${asked.locale}`
      await page.getByLabel(words('search.keep.name')).fill(name)
      await page.getByRole('button', { name: words('search.keep'), exact: true }).click()
      await page.getByRole('link', { name }).waitFor()
      await expectWhole(reader)

      await turns.getByRole('button', { name: words('search.kind.passage') }).click()
      await page.locator('main a[href*="#w="]').first().click()
      await page.waitForURL(/texts\/.*#w=/)
      await page.getByRole('article').waitFor()
      await expect
        .poll(() => page.evaluate(() => getSelection()?.toString()))
        .toContain('once or twice a week')
      const seen = await page.evaluate(() => {
        const { top, bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {
          top: -1,
          bottom: -1,
        }
        return top > 0 && bottom < innerHeight
      })
      expect(seen).toBe(true)
    })
  }, 300_000)
})
