import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { sentenceText } from '@corroborate/report'
import type { ReportView } from '@corroborate/server/api'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, type Reader } from './reader.ts'

const walk = walkOf(serveExamples)

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'en', width: 390 },
  { locale: 'ar', width: 1280 },
  { locale: 'ar', width: 390 },
])('in $locale at $width pixels', (asked) => {
  test('a number on the report is three clicks from the words that carry it, and one from them back', async () => {
    await walk.withReader(asked, async (reader) => {
      const { id, reports } = await investigationNamed(reader, 'saydnaya')
      const report = reports.find(({ locale }) => locale === asked.locale)
      await reader.visit(`/i/${id}/reports/${report?.id}`)
      const { page } = reader
      await page.locator('button[id^="s"][aria-pressed]').first().click()
      await page.locator('aside a[href*="/texts/"], aside a[href*="/lists/"]').first().click()
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

test('from every sentence of both reports the words, or the lists, that carry it can be reached: two clicks from sentence to passage', async () => {
  await walk.withReader({ locale: 'en', width: 1280 }, async (reader) => {
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
            .locator('aside a[href*="/texts/"], aside a[href*="/lists/"]')
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
