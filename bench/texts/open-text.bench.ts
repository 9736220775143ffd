import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { valueOf, type Locale } from '@corroborate/base'
import { enrolMember, importInvestigation, issueSignInLink } from '@corroborate/casework'
import { serve } from '@corroborate/server'
import { folders } from '../../store/testing/engines.ts'
import { openBrowser } from '../../apps/walk/browser.ts'
import { readerOf, type Reader } from '../../apps/walk/reader.ts'
import { against, percentile } from '../measure.ts'
import { markedInvestigation } from './invented-marks.ts'
import { bareParagraphs, openingIn, scrollingThrough, wordsOnPage, type Opened } from './opening-in-page.ts'

/**
 * A text of 50,000 words with 5,000 passages, opened in a real browser by somebody who works in it: from the press on its link, and by its address in
 * a fresh window, until a passage can take the focus, a key has moved the caret and no long task is left (aim: 500 ms); then scrolled from its first
 * word to its last (aim: 60 frames a second), and beside it the same words as bare paragraphs, which are the limit: there frames are drawn without a
 * graphics card. Wants `npm run build:desk`. On a machine that does much else look at the CPU times.
 * `TEXT_WORDS` and `TEXT_PASSAGES` in the environment make it shorter, `ROUNDS` opens it more often.
 */
const [words, passages, rounds] = [
  Number(process.env.TEXT_WORDS ?? 50_000),
  Number(process.env.TEXT_PASSAGES ?? 5_000),
  Number(process.env.ROUNDS ?? 3),
]
const places = folders()
const serving = valueOf(
  await serve({
    ...{ signing: null, files: null, port: 0, host: '127.0.0.1', origin: null },
    deskFolder: join(import.meta.dirname, '../../apps/desk/dist'),
    where: await places.place(),
    software: 'corroborate (bench)',
    report: (error) => console.error(error),
  }),
)
const browser = await openBrowser()
try {
  const member = valueOf(await enrolMember(serving.deskOf('operator'), { name: 'Reader' }))
  for (const language of ['en', 'ar'] as const) {
    const whole = markedInvestigation({ words, passages, language })
    const { id: text, source } = whole.texts[0]
    valueOf(await importInvestigation(serving.deskOf(member), { whole }))
    const { token } = valueOf(await issueSignInLink(serving.deskOf('operator'), { member }))
    await inWindow(language, async (reader) => {
      await reader.visit(`/sign-in?token=${token}`)
      await reader.page.getByRole('button').click()
      await reader.page.getByRole('heading', { level: 1 }).waitFor()
      await measure(reader, {
        source: `/i/${whole.id}/sources/${source}`,
        text: `/i/${whole.id}/texts/${text}`,
        language,
      })
    })
  }
} finally {
  await browser.close()
  await serving.close()
  await places.remove()
}

async function inWindow(locale: Locale, visit: (reader: Reader) => Promise<void>): Promise<void> {
  const reader = await readerOf(browser, serving, { locale, width: 1280, session: null })
  await visit(reader)
  if (reader.complaints.length > 0) throw new Error(reader.complaints.join('\n'))
  await reader.context.close()
}

interface Addresses {
  readonly source: string
  readonly text: string
  readonly language: string
}

async function measure({ page, visit }: Reader, at: Addresses): Promise<void> {
  const measured = await page.context().newCDPSession(page)
  await measured.send('Performance.enable')
  await page.addInitScript(openingIn)
  const [pressed, loaded]: [Sample[], Sample[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    await visit(at.source)
    await page.locator(`a[href="${at.text}"]`).waitFor()
    pressed.push(await opened(page, measured, at.text))
    await page.goto('about:blank')
    const before = await cpuOf(measured)
    await page.goto(`${serving.address}${at.text}`, { waitUntil: 'commit' })
    loaded.push(await whenOpened(page, measured, before))
  }
  console.log(`  ${words} words, ${passages} passages, ${at.language}`)
  // The first of each warms the caches of the browser and the code of the server.
  say('pressed', pressed.slice(1))
  say('loaded in a fresh window', loaded.slice(1))
  await sayHeld('opened', measured)
  const frames = await scrolled(page, measured)
  sayScrolled('scrolled', frames)
  await sayHeld('scrolled through', measured)
  const paragraphs = { words: await page.evaluate(wordsOnPage), language: at.language }
  await page.goto('about:blank')
  await page.evaluate(bareParagraphs, paragraphs)
  const limit = await scrolled(page, measured)
  sayScrolled('the same words as bare paragraphs', limit)
  console.log(
    `    of what bare paragraphs do: ${(frames.perSecond / limit.perSecond).toFixed(2)} of the frames, ${(frames.cpuEach / limit.cpuEach).toFixed(1)} times the CPU a frame`,
  )
}

/** With what the main thread had taken when the text could be worked in, and when all of it was there. */
type Sample = Opened & { readonly cpuHandled: number; readonly cpu: number }

async function opened(page: Page, measured: CDPSession, address: string): Promise<Sample> {
  const before = await cpuOf(measured)
  await page.evaluate((href) => {
    const link = document.querySelector<HTMLAnchorElement>(`a[href="${href}"]`)
    if (link === null) throw new Error(`no link to ${href}`)
    globalThis.opening = globalThis.openingFrom(performance.now())
    link.click()
  }, address)
  return whenOpened(page, measured, before)
}

async function whenOpened(page: Page, measured: CDPSession, before: number): Promise<Sample> {
  await page.evaluate(() => (globalThis.opening ??= globalThis.openingFrom(0)).handled)
  const cpuHandled = (await cpuOf(measured)) - before
  const opened = await page.evaluate(() => (globalThis.opening ??= globalThis.openingFrom(0)).opened)
  return { ...opened, cpuHandled, cpu: (await cpuOf(measured)) - before }
}

function say(how: string, samples: readonly Sample[]): void {
  const median = (of: (sample: Sample) => number) => percentile(samples.map(of), 0.5)
  console.log(
    `    ${how}: interactive after ${against(
      500,
      median(({ interactive }) => interactive),
      'ms',
    )}; key handled after ${median(({ handled }) => handled).toFixed(0)} ms, its data came after ${median(({ data }) => data).toFixed(0)} ms, long tasks ${median(({ long }) => long).toFixed(0)} ms, main thread ${median(({ cpuHandled }) => cpuHandled).toFixed(0)} ms of CPU until then, ${median(({ cpu }) => cpu).toFixed(0)} ms a second later`,
  )
}

type Scrolled = Awaited<ReturnType<typeof scrolled>>

function sayScrolled(what: string, { pixels, perSecond, p95, cpuEach }: Scrolled): void {
  console.log(
    `    ${what}, ${pixels} pixels: ${perSecond.toFixed(1)} frames a second (aim: 60), a frame p95 ${p95.toFixed(1)} ms, main thread ${cpuEach.toFixed(2)} ms of CPU a frame`,
  )
}

async function sayHeld(when: string, measured: CDPSession): Promise<void> {
  const { JSHeapUsedSize = NaN, Nodes = NaN } = await metricsOf(measured)
  console.log(`    ${when}: heap ${(JSHeapUsedSize / 1e6).toFixed(0)} MB, ${Nodes} nodes`)
}

async function scrolled(page: Page, measured: CDPSession) {
  const before = await cpuOf(measured)
  const { pixels, frames } = await page.evaluate(scrollingThrough)
  const took = frames.reduce((sum, frame) => sum + frame, 0)
  return {
    pixels,
    perSecond: (frames.length / took) * 1_000,
    p95: percentile(frames, 0.95),
    cpuEach: ((await cpuOf(measured)) - before) / frames.length,
  }
}

/** What the main thread of the page has taken of a processor, in milliseconds. */
async function cpuOf(measured: CDPSession): Promise<number> {
  return ((await metricsOf(measured)).ThreadTime ?? Number.NaN) * 1_000
}

async function metricsOf(measured: CDPSession): Promise<Readonly<Record<string, number | undefined>>> {
  const { metrics } = await measured.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
