import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printRange, type Locale } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import { openBrowser } from './browser.ts'
import { startProduct, type Product } from './product.ts'
import { investigationNamed, overflowOf, readerOf, violationsOn, type Reader } from './reader.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

let browser: Browser
let product: Product
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
  await door.page.getByRole('button').click()
  await door.page.getByRole('heading', { level: 1 }).waitFor()
  const { cookies } = await door.context.storageState()
  await door.context.close()
  return { cookies, origins: [] }
}

describe.each<{ locale: Locale; width: number; question: string }>([
  { locale: 'en', width: 1280, question: 'How many, asked of claims on a walk?' },
  { locale: 'ar', width: 390, question: 'كم عددهم، في سؤال عن إفادات أثناء الجولة؟' },
])('asked of claims in $locale at $width pixels', ({ question, ...asked }) => {
  const { locale } = asked
  const words = (key: Key) => say(locale, key)

  test('the number moves with each choice, is kept, run, and studied', async () => {
    const reader = await readerOf(browser, product, { ...asked, session })
    const { page } = reader
    const { id } = await investigationNamed(reader, 'saydnaya')
    await reader.visit(`/i/${id}/estimates/ask/claims`)
    await page.getByLabel(words('desk.ask.question'), { exact: true }).fill(question)
    const period = page.getByRole('group', { name: say(locale, 'desk.ask.period', { number: 1 }) })
    const take = async (part: 'window' | 'rate' | 'size', code: string) => {
      await choose(period.getByRole('combobox', { name: words(`desk.ask.part.${part}`) }), code)
      await period.getByRole('link', { name: code }).first().waitFor()
    }
    const moving = page.getByRole('region', { name: words('desk.ask.now') }).getByRole('status')
    const expectNumber = (min: number, max: number) =>
      expect.poll(() => moving.innerText(), PATIENT).toBe(printRange(locale, { min, max }))

    await moving.getByText(words('desk.ask.now.none')).waitFor()
    await take('window', 'period-1')
    await take('rate', 'period-1')
    await take('size', 'period-1')
    // 122 days hold 8 steps of 15 days and 12 of 10; 7 to 20 people each time, then 20 to 50.
    await expectNumber(56, 240)
    await take('size', 'F03')
    await expectNumber(160, 600)

    await page.getByLabel(say(locale, 'desk.ask.assumption', { number: 1 }), { exact: true }).fill(question)
    await askAround(page, locale)
    await expectWhole(reader)
    await page.getByRole('button', { name: words('desk.ask.save'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: question }).waitFor()
    await page.getByRole('button', { name: words('desk.run.start') }).click()
    await page.getByText(say(locale, 'desk.run.in-force', { version: 1 })).waitFor({ timeout: 90_000 })
    await page.getByRole('heading', { name: words('desk.study.claims') }).waitFor()
    await page.getByText(words('desk.study.drawn')).first().waitFor()
    await page
      .getByRole('heading', { name: words('desk.study.break-even') })
      .first()
      .waitFor()
    await page.getByRole('heading', { name: words('desk.study.projections') }).waitFor()
    await expectWhole(reader)
    expect(reader.complaints).toEqual([])
    await reader.context.close()
  }, 180_000)
})

/** Everything that may be asked around the number: what cannot be is said at its field and stays as it was typed, then it is mended. */
async function askAround(page: Page, locale: Locale): Promise<void> {
  const words = (key: Key) => say(locale, key)
  const field = (key: Key) => page.getByLabel(words(key), { exact: true })
  const refused = async (key: Key, typed: string, why: Key) => {
    await field(key).fill(typed)
    await page.getByText(words(why)).first().waitFor()
    expect(await field(key).getAttribute('aria-invalid')).toBe('true')
    expect(await field(key).inputValue()).toBe(typed)
  }
  const add = (key: Key) => page.getByRole('button', { name: words(key), exact: true }).press('Enter')

  await add('desk.ask.threshold.add')
  await refused('desk.ask.threshold.people', 'many', 'desk.refused.not-a-number')
  await field('desk.ask.threshold.people').fill('300')
  await add('desk.ask.projection.add')
  await refused('desk.ask.projection.until', 'soon', 'desk.refused.not-a-day')
  // The claims reach the end of 2011: this ends before it would begin.
  await field('desk.ask.projection.until').fill('2011-06-30')
  await page.getByText('there is nothing to project').waitFor()
  await field('desk.ask.projection.until').fill('2012-06-30')
  await page.getByText('there is nothing to project').waitFor({ state: 'detached' })
  await add('desk.ask.drawing.add')
  // Left empty, it is missing only when somebody tries.
  await page.getByRole('button', { name: words('desk.ask.save'), exact: true }).press('Enter')
  await page.getByText(words('desk.refused.missing-number')).first().waitFor()
  await field('desk.ask.within').fill('30')
  await refused('desk.ask.between', 'x', 'desk.refused.not-a-number')
  await field('desk.ask.between').fill('٣٠')
  await field('desk.ask.projection.assumption').fill(words('desk.ask.projections.help'))
}

/** Takes the claim of this code from the list, as a person does: when the page moves the list closes, and one opens it again. */
async function choose(box: Locator, code: string): Promise<void> {
  const option = box.page().getByRole('option', { name: `${code} ·` })
  await expect
    .poll(async () => {
      if (!(await option.isVisible())) await box.click()
      await option.click({ timeout: 5_000 }).catch(() => null)
      return box.inputValue()
    }, PATIENT)
    .toContain(`${code} ·`)
  await box.page().getByRole('listbox').waitFor({ state: 'detached' })
}

/** For a machine with much else to do. */
const PATIENT = { timeout: 60_000 }

async function expectWhole({ page }: Reader): Promise<void> {
  expect(await overflowOf(page), page.url()).toBe(0)
  expect(await violationsOn(page), page.url()).toEqual([])
}
