import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { printRange, type Locale } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, overflowOf, violationsOn, type Reader } from './reader.ts'

const walk = walkOf(serveExamples)

type Screen = 'form' | 'study'

// axe reads each of the two screens once, in the language and at the width where the other screen is not read.
describe.each<{ locale: Locale; width: number; question: string; axe: Screen }>([
  { locale: 'en', width: 1280, question: 'How many, asked of claims on a walk?', axe: 'form' },
  { locale: 'ar', width: 390, question: 'كم عددهم، في سؤال عن إفادات أثناء الجولة؟', axe: 'study' },
])('asked of claims in $locale at $width pixels', ({ question, axe, ...asked }) => {
  const { locale } = asked
  const words = (key: Key) => say(locale, key)

  async function expectWhole({ page }: Reader, screen: Screen): Promise<void> {
    expect(await overflowOf(page), page.url()).toBe(0)
    if (axe === screen) expect(await violationsOn(page), page.url()).toEqual([])
  }

  test('the number moves with each choice, is kept, run, and studied', async () => {
    await walk.withReader(asked, async (reader) => {
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
      await expectWhole(reader, 'form')
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
      await expectWhole(reader, 'study')
    })
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

/**
 * Takes the claim of this code by its keys, as the field offers: some letters of it, down, and in. A pointer would have to hit a list that closes
 * whenever the page moves beneath it, and on a slow machine missed it for a minute.
 */
async function choose(box: Locator, code: string): Promise<void> {
  const option = box.page().getByRole('option', { name: `${code} ·` })
  await expect
    .poll(async () => {
      await box.fill(`${code} ·`)
      await option.waitFor({ timeout: 10_000 }).catch(() => null)
      await box.press('ArrowDown')
      await box.press('Enter')
      return box.inputValue()
    }, PATIENT)
    .toMatch(new RegExp(`^${code} · .`))
  await box.page().getByRole('listbox').waitFor({ state: 'detached' })
}

/** For a machine with much else to do. */
const PATIENT = { timeout: 60_000 }
