import type { Browser, Page } from 'playwright-core'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueOf, type Locale, type MemberId } from '@corroborate/base'
import { enrolMember, issueSignInLink } from '@corroborate/casework'
import { serve, type Serving } from '@corroborate/server'
import { totpCode, totpStepAt } from '@corroborate/vault'
import { say, type Args, type Key } from '@corroborate/words'
import { folders } from '../../store/testing/engines.ts'
import { openBrowser } from './browser.ts'
import { overflowOf, readerOf, violationsOn, type Reader } from './reader.ts'

const places = folders()
let serving: Serving
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  const deskFolder = join(import.meta.dirname, '../desk/dist')
  const asked = { signing: null, files: null, port: 0, host: '127.0.0.1', origin: null, deskFolder }
  const report = (error: unknown) => console.error(error)
  const where = await places.place()
  serving = valueOf(await serve({ ...asked, where, software: 'Corroborate (test)', report }))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await serving.close()
  await places.remove()
})

/** Somebody at a window of their own, whose device holds passkeys. */
interface Sitting extends Reader {
  readonly member: MemberId
  readonly words: (key: Key, args?: Args) => string
}

async function sit(asked: { readonly locale: Locale; readonly width: number }): Promise<Sitting> {
  const member = valueOf(await enrolMember(serving.deskOf('operator'), { name: 'A. Researcher' }))
  const reader = await readerOf(browser, serving, { ...asked, session: null })
  const device = await reader.context.newCDPSession(reader.page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  return { ...reader, member, words: (key, args) => say(asked.locale, key, args) }
}

async function enterByLink({ page, visit, member }: Sitting): Promise<void> {
  const { token } = valueOf(await issueSignInLink(serving.deskOf('operator'), { member }))
  await visit(`/sign-in?token=${token}`)
  await page.getByRole('button').click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function press({ page, words }: Sitting, key: Key, args?: Args): Promise<void> {
  await page.getByRole('button', { name: words(key, args), exact: true }).click()
}

async function expectWhole({ page }: { readonly page: Page }): Promise<void> {
  expect(await overflowOf(page)).toBe(0)
  expect(await violationsOn(page)).toEqual([])
}

/** As if so many minutes had gone by since they came in. */
async function ageSession({ member }: Sitting, minutes: number): Promise<void> {
  const created_at = new Date(Date.now() - minutes * 60_000).toISOString()
  await serving.store.db.updateTable('session').set({ created_at }).where('member', '=', member).execute()
}

/** What an app for codes makes of the secret that is shown: the code of so many steps from now. */
function codeOf(shown: string, steps: number): string {
  const bits = Array.from(shown.replaceAll(' ', ''), (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('')
  const secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  return totpCode(secret, totpStepAt(Date.now()) + steps)
}

const SITTINGS = [
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
] as const

test.each(SITTINGS)(
  'from a link to a passkey, out, in by it, shown once more before it is taken away, and out everywhere ($locale)',
  async (asked) => {
    const sitting = await sit(asked)
    const { page, words, visit } = sitting
    await enterByLink(sitting)
    await page.getByRole('link', { name: words('account.invitation.link') }).click()
    await page.getByLabel(words('account.passkey.name')).fill('Ring')
    await press(sitting, 'account.passkey.add')
    await page
      .getByRole('button', { name: words('account.passkey.remove.which', { name: 'Ring' }) })
      .waitFor()
    await expectWhole(sitting)

    await press(sitting, 'account.sign-out')
    await page.getByRole('heading', { name: words('sign-in'), exact: true }).waitFor()
    await expectWhole(sitting)
    await press(sitting, 'sign-in.passkey')
    await page.getByRole('heading', { name: words('desk.investigations'), exact: true }).waitFor()

    await visit('/account')
    await page.getByText(words('account.passkey.used')).waitFor()
    await ageSession(sitting, 11)
    await press(sitting, 'account.passkey.remove.which', { name: 'Ring' })
    const dialog = page.getByRole('dialog', { name: words('prove') })
    await dialog.waitFor()
    await expectWhole(sitting)
    await dialog.getByRole('button', { name: words('sign-in.passkey'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: words('account.passkey.remove.which', { name: 'Ring' }) })
      .waitFor({
        state: 'detached',
      })

    await press(sitting, 'account.sessions.end')
    await page.getByRole('heading', { name: words('sign-in'), exact: true }).waitFor()
    expect(
      await serving.store.db.selectFrom('session').selectAll().where('member', '=', sitting.member).execute(),
    ).toEqual([])
    // The browser itself says of each answer that nobody is signed in, or must show it once more.
    expect(
      sitting.complaints.filter((said) => !/status of (401|422)|Nobody is signed in here/.test(said)),
    ).toEqual([])
  },
  180_000,
)

test.each(SITTINGS)(
  'a passphrase made in the browser and the codes of a device let somebody in, and no byte of it is sent ($locale)',
  async (asked) => {
    const sitting = await sit(asked)
    const { page, words, visit } = sitting
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await enterByLink(sitting)
    await visit('/account')
    await press(sitting, 'account.passphrase.make')
    await page.getByText(words('account.codes')).waitFor()
    const [passphrase = '', secret = ''] = await page.locator('p[translate=no]').allTextContents()
    const code = page.getByLabel(words('sign-in.code'))
    await page.getByLabel(words('sign-in.name')).fill('Amal')
    await page.getByLabel(words('seal.once.last-group')).fill(passphrase.slice(-5))
    await code.fill(codeOf(secret, 0))
    await expectWhole(sitting)
    await press(sitting, 'account.passphrase.use')
    await page.getByRole('button', { name: words('account.passphrase.renew') }).waitFor()

    await press(sitting, 'account.sign-out')
    await page.getByText(words('sign-in.passphrase.open')).click()
    await page.getByLabel(words('sign-in.name')).fill('amal')
    await page.getByLabel(words('sign-in.passphrase'), { exact: true }).fill(passphrase)
    await code.fill(codeOf(secret, 1))
    await expectWhole(sitting)
    await page.getByRole('button', { name: words('sign-in'), exact: true }).click()
    await page.getByRole('heading', { name: words('desk.investigations'), exact: true }).waitFor()
    expect(sent.join('\n')).toContain('amal')
    expect(sent.join('\n')).not.toContain(passphrase.slice(-11))
    await serving.store.db.deleteFrom('passphrase').execute()
  },
  180_000,
)
