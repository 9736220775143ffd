import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { overflowOf, violationsOn } from './reader.ts'

/**
 * Nothing has to be pushed sideways, and axe finds nothing wrong.
 * @param name where `CORROBORATE_SHOTS` names a folder, the screen is saved there under it, for a person to look at
 */
export async function expectWhole({ page }: { readonly page: Page }, name?: string): Promise<void> {
  const folder = process.env.CORROBORATE_SHOTS
  if (folder !== undefined && name !== undefined) {
    const language = await page.evaluate(() => document.documentElement.lang)
    await page.screenshot({ path: join(folder, `${name}-${language}.png`), fullPage: true })
  }
  expect(await overflowOf(page), name ?? page.url()).toBe(0)
  expect(await violationsOn(page), name ?? page.url()).toEqual([])
}
