import type { Browser, Locator, Page } from 'playwright-core'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { valueOf, type Locale, type MemberId } from '@corroborate/base'
import { issueSignInLink } from '@corroborate/casework'
import { serve, type Serving } from '@corroborate/server'
import { say, type Args, type Key } from '@corroborate/words'
import { buildHouse, type House } from '../../casework/testing/house.ts'
import { folders } from '../../store/testing/engines.ts'
import { openBrowser } from './browser.ts'
import { readerOf, type Asked, type Reader } from './reader.ts'

/** Somebody at a window of their own. */
export interface Sitting extends Reader {
  readonly locale: Locale
  readonly words: (key: Key, args?: Args) => string
}

/** A store that is served to a browser. */
export interface StoreServed {
  readonly serving: () => Serving
  /** A window of some width, in a language, at which nobody is signed in. */
  readonly window: (asked: Asked) => Promise<Sitting>
  /** Signs a member in at a window. */
  readonly enter: (sitting: Sitting, member: MemberId) => Promise<void>
}

/** A small investigation that is served to a browser, so that several members can sit at it. */
export interface HouseServed extends StoreServed {
  readonly house: () => House
  /** Signs a member in at a window of their own. */
  readonly sit: (member: MemberId, asked: Asked) => Promise<Sitting>
}

/** Whether there is a place for the files of exhibits. */
interface Keeping {
  readonly keepsFiles: boolean
}

/** Opens a browser and serves an empty store before the tests of the file, and closes both after them. */
export function storeServed({ keepsFiles }: Keeping = { keepsFiles: false }): StoreServed {
  const places = folders()
  let opened: { readonly browser: Browser; readonly serving: Serving } | null = null
  const there = () => {
    if (opened === null) throw new Error('somebody sits down before the store is open')
    return opened
  }
  beforeAll(async () => {
    const browser = await openBrowser()
    const deskFolder = join(import.meta.dirname, '../desk/dist')
    const where = await places.place()
    const folder = keepsFiles && where.kind === 'file' ? join(where.folder, 'files') : null
    const files = folder === null ? null : { folder, passphrase: 'invented for a test', bucket: null }
    const asked = { signing: null, files, port: 0, host: '127.0.0.1', origin: null, deskFolder }
    const report = (error: unknown) => console.error(error)
    opened = {
      browser,
      serving: valueOf(await serve({ ...asked, where, software: 'Corroborate (test)', report })),
    }
  }, 120_000)
  afterAll(async () => {
    await opened?.browser.close()
    await opened?.serving.close()
    await places.remove()
  })
  return {
    serving: () => there().serving,
    window: async (asked) => {
      const reader = await readerOf(there().browser, there().serving, { ...asked, session: null })
      return { ...reader, locale: asked.locale, words: (key, args) => say(asked.locale, key, args) }
    },
    enter: async ({ visit, page }, member) => {
      const { token } = valueOf(await issueSignInLink(there().serving.deskOf('operator'), { member }))
      await visit(`/sign-in?token=${token}`)
      await page.getByRole('button').click()
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  }
}

/** The same with a small investigation in the store. */
export function houseServed(keeping?: Keeping): HouseServed {
  const served = storeServed(keeping)
  let house: House | null = null
  beforeAll(async () => {
    house = await buildHouse(served.serving().store)
  })
  return {
    ...served,
    house: () => {
      if (house === null) throw new Error('somebody sits down before the house is built')
      return house
    },
    sit: async (member, asked) => {
      const sitting = await served.window(asked)
      await served.enter(sitting, member)
      return sitting
    },
  }
}

/** Opens the list of a choice by key, and goes down to what is meant. */
export async function choose({ page, words }: Sitting, label: Key, option: Key): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${words(label)}$`) }).press('Enter')
  const meant = page.getByRole('option', { name: words(option), exact: true })
  await meant.waitFor()
  const options = await page.getByRole('option').count()
  for (let step = 0; step <= options; step++) {
    if (await meant.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await meant.waitFor({ state: 'hidden' })
}

/** Finds one of many by some letters of it, by key, in the first field of that name. */
export async function find(within: Page | Locator, label: string, letters: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true }).first()
  await field.pressSequentially(letters)
  // The list stands above the page and belongs to no part of it.
  await field.page().getByRole('option').filter({ hasText: letters }).first().waitFor()
  await field.press('ArrowDown')
  await field.press('Enter')
}
