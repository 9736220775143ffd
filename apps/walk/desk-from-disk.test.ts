import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { issueSignInLink } from '@corroborate/casework'
import { originAt, serveLocalDesk } from '@corroborate/server'
import { openBrowser } from './browser.ts'
import { houseServed } from './house-served.ts'
import { readerOf } from './reader.ts'
import { expectWhole } from './whole.ts'
import type { Browser } from 'playwright-core'

const served = houseServed()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the desk of this disk lets somebody in at a server elsewhere, and asks nothing but that server through itself', async () => {
  const { address, deskOf } = served.serving()
  const server = originAt(address)
  if (server === null) throw new Error('nothing is served')
  const deskFolder = join(import.meta.dirname, '../desk/dist')
  const desk = valueOf(await serveLocalDesk({ server, deskFolder, port: 0 }))
  const reader = await readerOf(browser, desk, { locale: 'en', width: 1280, session: null })
  const { member, investigation } = served.house()
  const { token } = valueOf(await issueSignInLink(deskOf('operator'), { member }))
  await reader.visit(`/sign-in?token=${token}`)
  await reader.page.getByRole('button').click()
  await reader.page.getByRole('link', { name: 'The mill' }).waitFor()
  await reader.visit(`/i/${investigation}/findings`)
  await reader.page.getByText('Men were led out.').first().waitFor()
  await expectWhole(reader, 'desk-from-disk')
  expect(reader.complaints).toEqual([])
  await reader.context.close()
  await desk.close()
}, 120_000)
