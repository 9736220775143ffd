import { expect, test } from 'vitest'
import { valueOf, type Locale, type MemberId } from '@corroborate/base'
import { enrolMember } from '@corroborate/casework'
import { totpCode, totpStepAt } from '@corroborate/vault'
import type { Args, Key } from '@corroborate/words'
import { storeServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const served = storeServed()

/** Somebody at a window of their own, whose device holds passkeys. */
interface AtDevice extends Sitting {
  readonly member: MemberId
}

async function sit(asked: { readonly locale: Locale; readonly width: number }): Promise<AtDevice> {
  const member = valueOf(await enrolMember(served.serving().deskOf('operator'), { name: 'A. Researcher' }))
  const sitting = await served.window(asked)
  const device = await sitting.context.newCDPSession(sitting.page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  return { ...sitting, member }
}

async function press({ page, words }: Sitting, key: Key, args?: Args): Promise<void> {
  await page.getByRole('button', { name: words(key, args), exact: true }).click()
}

/** As if so many minutes had gone by since they came in. */
async function ageSession({ member }: AtDevice, minutes: number): Promise<void> {
  const created_at = new Date(Date.now() - minutes * 60_000).toISOString()
  await served
    .serving()
    .store.db.updateTable('session')
    .set({ created_at })
    .where('member', '=', member)
    .execute()
}

/** Somebody left a browser open elsewhere: its session is ended from here, and this one goes on. */
async function endsTheOther({ page, words, visit, member }: AtDevice): Promise<void> {
  const elsewhere = await served.window({ locale: 'en', width: 1280 })
  await served.enter(elsewhere, member)
  await visit('/account')
  await page.getByText(words('account.session.this')).waitFor()
  await expectWhole({ page }, 'sessions')
  const other = page.getByRole('listitem').filter({ hasText: words('account.session.link') })
  await other.getByRole('button').click()
  await other.waitFor({ state: 'detached' })
  await elsewhere.visit('/account')
  await elsewhere.page.getByRole('heading', { name: elsewhere.words('sign-in'), exact: true }).waitFor()
  await elsewhere.context.close()
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
    await served.enter(sitting, sitting.member)
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
    await page.getByText(words('account.passkey.used')).first().waitFor()
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

    await endsTheOther(sitting)
    await press(sitting, 'account.sessions.end')
    await page.getByRole('heading', { name: words('sign-in'), exact: true }).waitFor()
    expect(
      await served
        .serving()
        .store.db.selectFrom('session')
        .selectAll()
        .where('member', '=', sitting.member)
        .execute(),
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
    await served.enter(sitting, sitting.member)
    await visit('/account')
    await press(sitting, 'account.passphrase.make')
    await page.getByRole('img', { name: words('account.codes.picture') }).waitFor()
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
    await served.serving().store.db.deleteFrom('passphrase').execute()
  },
  180_000,
)
