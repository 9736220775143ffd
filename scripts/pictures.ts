import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../apps/walk/browser.ts'
import { startProduct } from '../apps/walk/product.ts'
import { investigationNamed, readerOf } from '../apps/walk/reader.ts'

/** Takes the pictures of the README from the running product: `node scripts/run.mjs scripts/pictures.ts`. */
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/pictures')
await mkdir(folder, { recursive: true })
const browser = await openBrowser()
const product = await startProduct()
const door = await readerOf(browser, product, { locale: 'en', width: 1280, session: null })
await door.page.goto(product.signInLink)
await door.page.getByRole('button').click()
await door.page.getByRole('heading', { level: 1 }).waitFor()
const { cookies } = await door.context.storageState()

for (const { locale, width } of [
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
] as const) {
  const reader = await readerOf(browser, product, { locale, width, session: { cookies, origins: [] } })
  const { id, reports } = await investigationNamed(reader, 'saydnaya')
  const report = reports.find((one) => one.locale === locale)
  await reader.visit(`/i/${id}/reports/${report?.id}`)
  await reader.page.locator('button[id^="s"][aria-pressed]').nth(1).click()
  await reader.page.locator('aside a[href*="/texts/"]').first().waitFor()
  await reader.page.waitForTimeout(300)
  await reader.page.screenshot({ path: join(folder, `desk-${locale}.png`) })
  await reader.context.close()
}
await browser.close()
await product.stop()
