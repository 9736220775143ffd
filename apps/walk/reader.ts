import axe from 'axe-core'
import type * as Axe from 'axe-core'
import type { APIResponse, Browser, BrowserContext, Page, Request } from 'playwright-core'
import type { InvestigationCard, Overview, SessionView } from '@corroborate/server/api'
import type { Locale } from '@corroborate/base'
import type { Started } from './product.ts'

/** Somebody who is signed in, at a window of some width, in a language; and what their browser complained of. */
export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: readonly string[]
  readonly ask: <Answer>(path: string) => Promise<Answer>
  /** Loads the desk anew at this path. */
  readonly visit: (path: string) => Promise<void>
  /** Goes to another screen within the desk that is open, at a fraction of the cost. */
  readonly turnTo: (path: string) => Promise<void>
  /** Waits until nothing is asked of the server any more and what came is on the screen. */
  readonly settled: () => Promise<void>
}

export interface Asked {
  readonly locale: Locale
  readonly width: number
}

/** Opens a window that is signed in already by the cookie of another. */
export async function readerOf(
  browser: Browser,
  product: Pick<Started, 'address'>,
  asked: Asked & { readonly session: Awaited<ReturnType<BrowserContext['storageState']>> | null },
): Promise<Reader> {
  const context = await browser.newContext({
    viewport: { width: asked.width, height: 900 },
    locale: asked.locale,
    // What moves cannot be clicked where it was seen.
    reducedMotion: 'reduce',
    ...(asked.session === null ? {} : { storageState: asked.session }),
  })
  // Patience, not a claim: what is waited for comes late on a machine that does much else.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    // What a page has in its own memory is called by its own address too.
    const url = request.url().replace(/^blob:/, '')
    if (!url.startsWith(product.address) && !url.startsWith('data:'))
      complaints.push(`called out to ${request.url()}`)
  })
  const settled = settling(page)
  return {
    ...{ page, context, complaints, settled },
    ask: async (path) => answerOf(await context.request.get(`${product.address}/api${path}`)),
    visit: async (path) => {
      await page.goto(product.address + path)
      await settled()
    },
    turnTo: async (path) => {
      // The router listens to the history, as it does when a link is followed.
      await page.evaluate((to) => history.pushState(null, '', to), path)
      await settled()
    },
  }
}

/** Playwright's own `networkidle` waits half a second at least, at each of many hundred screens. */
function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  let asks = 0
  page.on('request', (request) => {
    asked.add(request)
    asks += 1
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  return async () => {
    for (;;) {
      const before = asks
      await twoFrames(page)
      if (asked.size === 0 && asks === before) return
    }
  }
}

/** By then the page has been laid out and painted once, and what it asks for by itself has been asked for. */
export function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

async function answerOf<Answer>(response: APIResponse): Promise<Answer> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}`)
  return (await response.json()) as Answer
}

/** The investigations of whoever is signed in, by their codes. */
export async function investigationNamed(
  reader: Reader,
  code: string,
): Promise<InvestigationCard & Overview> {
  const { investigations } = await reader.ask<SessionView>('/session')
  const card = investigations.find((investigation) => investigation.code === code)
  if (card === undefined) throw new Error(`no investigation ${code}`)
  return { ...card, ...(await reader.ask<Overview>(`/investigations/${card.id}`)) }
}

/** What axe finds wrong on the page as it stands, one line each. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    // Style sheets are not fetched a second time: no rule that looks into them is asked.
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
  return found
}

/** How far the page is wider than its window, in CSS pixels: 0 when nothing has to be pushed sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

declare global {
  var axe: typeof Axe
}
