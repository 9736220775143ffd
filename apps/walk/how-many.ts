import { expect } from 'vitest'
import type { Locale } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import type { Reader } from './reader.ts'
import { expectWhole } from './whole.ts'

/** A reader who asks "how many" in an investigation, in the language of the window. */
export interface Asking {
  readonly reader: Reader
  readonly investigation: string
  readonly locale: Locale
}

/** Three invented lists, counted by nobody. */
const TABLE = [
  'A, B, C, count',
  ...[
    '1, 0, 0, 120',
    '0, 1, 0, 90',
    '1, 1, 0, 30',
    '0, 0, 1, 60',
    '1, 0, 1, 20',
    '0, 1, 1, 15',
    '1, 1, 1, 5',
  ],
].join('\n')

/** Puts a question of lists together from a table of counts, has it run, and waits for the verdict. */
export async function askOfLists({ reader, investigation, locale }: Asking, question: string): Promise<void> {
  const { page } = reader
  const words = (key: Key) => say(locale, key)
  await reader.visit(`/i/${investigation}/estimates/ask/lists`)
  await page.getByLabel(words('desk.ask.question'), { exact: true }).fill(question)
  const table = page.getByLabel(words('desk.ask.table'), { exact: true }).and(page.locator('textarea'))
  await expectFaults(table, page, locale)
  await table.fill(TABLE)
  await page.getByRole('img').first().waitFor()
  await page.getByLabel(words('desk.ask.table.source'), { exact: true }).fill(question)
  await page.getByLabel(say(locale, 'desk.ask.assumption', { number: 1 }), { exact: true }).fill(question)
  await page.getByLabel(words('desk.run.seed'), { exact: true }).fill('walk')
  await expectWhole(reader)
  await page.getByRole('button', { name: words('desk.ask.lists.run') }).click()
  await page.getByRole('heading', { level: 1, name: question }).waitFor()
  await page.getByText(say(locale, 'desk.run.in-force', { version: 1 })).waitFor({ timeout: 90_000 })
  await page.getByRole('region', { name: words('desk.verdict') }).waitFor()
  await page.getByText(words('desk.study.methods')).first().waitFor()
  await expectWhole(reader)
}

/** What cannot be is refused at its field, in the core's sentence or in its translation, and stays as it was typed. */
async function expectFaults(
  table: ReturnType<Reader['page']['locator']>,
  page: Reader['page'],
  locale: Locale,
): Promise<void> {
  const lists = (count: number) => Array.from({ length: count }, (_, at) => `L${at}`).join(', ')
  const ones = (count: number) => Array.from({ length: count }, () => '1').join(', ')
  const wrong: readonly (readonly [string, Key, string])[] = [
    ['A, B, count\n1, 1, 0.5', 'estimate.refusal.count-unusable', 'found 0.5'],
    ['A, B, count\n1, 1, 1000000000', 'estimate.refusal.count-too-large', '1000000000 people'],
    ['A, count\n1, 7', 'estimate.refusal.too-few-lists', 'found 1'],
    [`${lists(13)}, count\n${ones(13)}, 7`, 'estimate.refusal.too-many-lists', 'found 13'],
  ]
  for (const [typed, key, english] of wrong) {
    await table.fill(typed)
    await page
      .getByText(locale === 'en' ? english : say(locale, key))
      .first()
      .waitFor()
    expect(await table.inputValue()).toBe(typed)
  }
}
