import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import type { ReviewQueueView } from '@corroborate/server/api'
import { say, type Args, type Key } from '@corroborate/words'
import { inventedLists } from './invented-lists.ts'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, type Reader } from './reader.ts'
import { expectWhole } from './whole.ts'

const walk = walkOf(serveExamples)
/** Pairs that are judged on a walk, at least. */
const JUDGED = 50
const PATIENT = { timeout: 60_000 }

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('who is who, in $locale at $width pixels', (asked) => {
  test('two lists are taken in, linked, reviewed by keyboard, looked into, and lead on to how many', async () => {
    await walk.withReader(asked, async (reader) => {
      const { id } = await investigationNamed(reader, 'training')
      const at = { reader, investigation: id, ...wordsIn(asked.locale) }
      const lists = inventedLists(asked.locale)
      await takeIn(at, lists.hospital)
      await takeIn(at, lists.families)
      await link(at, [lists.hospital.code, lists.families.code])
      await review(at)
      await lookIntoCluster(at)
      await accept(at)
    })
  }, 300_000)
})

interface At {
  readonly reader: Reader
  readonly investigation: string
  readonly words: (key: Key, args?: Args) => string
}

function wordsIn(locale: Locale): Pick<At, 'words'> {
  return { words: (key, args) => say(locale, key, args) }
}

/** A file with one row that is set aside, and a day that there is not; both are said. */
async function takeIn({ reader, investigation, words }: At, list: ListToTakeIn): Promise<void> {
  const { page } = reader
  await reader.visit(`/i/${investigation}/lists/receive`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: words('desk.receive.choose') }).click(),
  ])
  await chooser.setFiles({ name: list.file, mimeType: 'text/csv', buffer: Buffer.from(list.content) })
  await page.getByText(words('desk.receive.says-nothing')).first().waitFor()
  await page.getByText(words('desk.receive.aside', { rows: 1 })).waitFor()
  await expectWhole(reader)
  await page.getByRole('button', { name: words('desk.receive.send') }).click()
  await page.getByText(words('desk.refused.missing-holder')).waitFor()
  await fill(page, words('desk.lists.title'), list.title)
  await fill(page, words('desk.lists.holder'), list.holder)
  await fill(page, words('desk.ask.code'), list.code)
  await page.getByText(words('desk.receive.clean')).click()
  await page.getByRole('button', { name: words('desk.receive.send') }).click()
  await page.getByRole('heading', { level: 1, name: words('desk.receive.taken') }).waitFor(PATIENT)
  await page.getByRole('link', { name: words('desk.receive.open') }).click()
  await page.getByRole('heading', { level: 1, name: list.title }).waitFor()
  await expectWhole(reader)
}

type ListToTakeIn = ReturnType<typeof inventedLists>['hospital']

async function link({ reader, investigation, words }: At, codes: readonly string[]): Promise<void> {
  const { page } = reader
  await reader.visit(`/i/${investigation}/lists/link`)
  for (const code of codes) await page.getByText(`${code} ·`).click()
  await page.getByText(words('desk.link.compared')).waitFor()
  await page.getByText(words('desk.link.records.arabic-names.note')).waitFor()
  await expectWhole(reader)
  await page.getByRole('button', { name: words('desk.link.run') }).click()
  await page.getByText(words('desk.link.done')).waitFor(PATIENT)
  await page.getByRole('img').first().waitFor()
  await expectWhole(reader)
}

/** Fifty pairs, in as many rounds as that takes, none touched by a pointer; one is taken back and judged again. */
async function review(at: At): Promise<void> {
  const { reader, investigation, words } = at
  const { page } = reader
  const run = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const queue = `/investigations/${investigation}/linkage-runs/${run}/queue?size=50`
  await page.getByRole('link', { name: words('desk.review'), exact: true }).click()
  const keys = ['1', '2', 's', 'd', '3']
  for (let judged = 0; judged < JUDGED;) {
    const { pairs } = await reader.ask<ReviewQueueView>(queue)
    const place = (pair: number) => words('desk.review.place', { pair, pairs: pairs.length })
    await page.getByText(place(1), { exact: true }).waitFor(PATIENT)
    if (judged === 0) await expectWhole(reader)
    for (let pair = 1; pair <= pairs.length; pair++) {
      await page.getByText(place(pair), { exact: true }).waitFor()
      await page.keyboard.press(keys[pair % keys.length] ?? '1')
      if (judged === 0 && pair === 1) await why(at)
    }
    judged += pairs.length
    await page.getByText(words('desk.review.round-done', { pairs: pairs.length })).waitFor()
    await page.keyboard.press('z')
    await page.getByText(place(pairs.length), { exact: true }).waitFor()
    await page.keyboard.press('u')
    await page.getByText(words('desk.review.saved')).waitFor(PATIENT)
    await page.getByText(words('desk.review.nobody-else')).waitFor(PATIENT)
    if (judged < JUDGED)
      await page.getByRole('button', { name: words('desk.review.next-round') }).press('Enter')
  }
  await page.keyboard.press('?')
  await page.getByText(words('desk.review.help.words')).waitFor()
  await expectWhole(reader)
  await page.getByRole('link', { name: /\+/ }).first().click()
}

/** Once a pair is judged, a key tells why the machine holds of it what it holds; the same key takes it away. */
async function why({ reader, words }: At): Promise<void> {
  const { page } = reader
  const told = page.getByText(words('linkage.explain.proposal'))
  await page.getByRole('button', { name: words('desk.review.why') }).waitFor(PATIENT)
  await page.keyboard.press('w')
  await told.waitFor(PATIENT)
  await page
    .getByRole('figure', { name: words('desk.review.why.of') })
    .getByRole('img')
    .first()
    .waitFor()
  await expectWhole(reader)
  await page.keyboard.press('w')
  await told.waitFor({ state: 'detached' })
}

async function lookIntoCluster({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page
    .getByRole('table', { name: words('desk.link.clusters') })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { level: 2, name: words('desk.cluster.holds') }).waitFor()
  await page.getByRole('button', { name: words('desk.cluster.explain.do', { from: 1, to: 2 }) }).click()
  await page
    .getByRole('heading', { level: 3, name: words('desk.cluster.explain.of', { from: 1, to: 2 }) })
    .waitFor()
  await page.getByText(words('linkage.explain.proposal')).waitFor(PATIENT)
  await expectWhole(reader)
  await page.getByRole('button', { name: words('desk.cluster.all-same') }).click()
  await page.getByText(words('desk.cluster.judged')).waitFor()
  await page.goBack()
}

/** The overlap is seen, somebody answers for the linkage, and the question of how many begins with it. */
async function accept({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByRole('heading', { level: 2, name: words('desk.study.overlap') }).waitFor()
  const name = words('desk.link.accept')
  await fill(page, words('desk.link.accept.title'), name)
  await fill(page, words('desk.link.made-by'), name)
  await page.getByRole('button', { name: words('desk.link.accept.do') }).click()
  await page.getByRole('heading', { level: 1, name: words('desk.ask.lists.title') }).waitFor(PATIENT)
  await page.getByRole('heading', { level: 2, name: words('desk.ask.preview') }).waitFor()
  await page.getByRole('img').first().waitFor(PATIENT)
  await expectWhole(reader)
}

function fill(page: Page, label: string, value: string): Promise<void> {
  return page.getByLabel(label, { exact: true }).fill(value)
}
