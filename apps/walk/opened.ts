import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openBrowser } from './browser.ts'
import type { Started } from './product.ts'
import { readerOf, violationsOn, type Asked, type Reader } from './reader.ts'

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** What the tests of one file walk through: a browser and a product of their own, so that files may run side by side. */
export interface Walk<Served extends Started> {
  readonly browser: () => Browser
  readonly product: () => Served
  /** The cookie of somebody who is signed in. */
  readonly session: () => Session
  /** Lends somebody who is signed in to a visit, on which their browser may not complain of anything. */
  readonly withReader: (asked: Asked, visit: (reader: Reader) => Promise<void>) => Promise<void>
}

/** Opens a browser and starts what is walked through before the tests of the file, and closes both after them. */
export function walkOf<Served extends Started>(start: () => Promise<Served>): Walk<Served> {
  let opened: { readonly browser: Browser; readonly product: Served; readonly session: Session } | null = null
  const there = () => {
    if (opened === null) throw new Error('the walk begins before its browser and its product are open')
    return opened
  }
  beforeAll(async () => {
    // One after the other: unpacking the browser moves the folder for temporary files for a moment.
    const browser = await openBrowser()
    const product = await start()
    opened = { browser, product, session: await signedIn(browser, product) }
  }, 180_000)
  afterAll(async () => {
    await opened?.browser.close()
    await opened?.product.stop()
  })
  return {
    browser: () => there().browser,
    product: () => there().product,
    session: () => there().session,
    withReader: async (asked, visit) => {
      const { browser, product, session } = there()
      const reader = await readerOf(browser, product, { ...asked, session })
      try {
        await visit(reader)
        expect(reader.complaints).toEqual([])
      } finally {
        await reader.context.close()
      }
    },
  }
}

async function signedIn(browser: Browser, product: Started): Promise<Session> {
  const door = await readerOf(browser, product, { locale: 'en', width: 1280, session: null })
  await door.visit(new URL(product.signInLink).pathname + new URL(product.signInLink).search)
  expect(await violationsOn(door.page)).toEqual([])
  await door.page.getByRole('button').click()
  await door.page.getByRole('heading', { level: 1 }).waitFor()
  const { cookies } = await door.context.storageState()
  await door.context.close()
  // The cookie alone: the language that this window kept for itself is not the next one's.
  return { cookies, origins: [] }
}
