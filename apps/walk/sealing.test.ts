import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { valueOf, type MemberId } from '@corroborate/base'
import { enrolMember, grantRole } from '@corroborate/casework'
import { makeCard, makeMemberKeys, type SignedCard } from '@corroborate/vault/sealing'
import type { Args, Key } from '@corroborate/words'
import { everythingIn } from '../../casework/testing/house.ts'
import { toJson } from '../../store/json.ts'
import { dropFiles } from './drop-files.ts'
import { choose, houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const PATIENT = { timeout: 90_000 }
/** Invented. */
const NAME = 'Zaynab Invented-Walker'
const REASON = 'To ask whether the summary may be shown.'
/** Invented: spoken of in a text. */
const MET = 'Harith Invented-Mentioned'
const TYPED = 'They met, as far as was typed.'
const RECORD = { name: 'Zaynab Invented-Walker.txt', text: 'I am Zaynab, and this is what I saw.' }
const served = houseServed({ keepsFiles: true })
let second: MemberId

beforeAll(async () => {
  const house = served.house()
  second = valueOf(await enrolMember(house.operator, { name: 'C. Custodian' }))
  for (const member of [house.member, second])
    valueOf(
      await grantRole(house.operator, {
        ...{ investigation: house.investigation, member },
        role: 'identity-custodian',
      }),
    )
})

test('two members make keys, compare, seal a name and a file, ask, release, open and read; an exchanged key is refused with its sentence', async () => {
  const one = await served.sit(served.house().member, { locale: 'en', width: 1280 })
  const passphrase = await makesKeys(one)
  const other = await served.sit(second, { locale: 'ar', width: 390 })
  await makesKeys(other)
  await reload(one, passphrase)
  const numbers = [await compares(one, 'C. Custodian'), await compares(other, 'A. Researcher')]
  expect(numbers[0]).toHaveLength(12)
  expect(numbers[1]).toEqual(numbers[0])

  await namesCustodians(one)
  await seals(one)
  await asks(one)
  await releases(other, () => toSource(other))
  await opens(one)
  expect(await everythingIn(served.serving().store)).not.toContain(NAME)
  expect(await other.page.content()).not.toContain(NAME)

  await addsSealedExhibit(one)
  await asks(one)
  await releases(other, () => toExhibit(other))
  await reads(one)
  const kept = await everythingIn(served.serving().store)
  for (const secret of [RECORD.name, RECORD.text]) expect(kept).not.toContain(secret)

  await bringsTextIn(one, 'heard', `W1: I met ${MET} at noon.`)
  await sendsText(one)
  await asksForNames(one)
  await releases(other, () => toText(other))
  await marksWhileNamesAreShown(one)
  await keepsWhatIsTyped(one, passphrase)
  await bringsTextIn(one, 'again', `W1: ${MET} came again.`)
  await press(one, 'desk.texts.known.fetch')
  await press(one, 'desk.texts.names.look')
  const again = one.page.getByLabel(one.words('desk.texts.token', { words: MET }), { exact: true })
  await again.waitFor()
  expect(await again.inputValue()).toBe('B7')
  await expectWhole(one, 'known-again')
  expect(await everythingIn(served.serving().store)).not.toContain(MET)

  await exchangeKeyOf(second)
  await reload(one, passphrase)
  await one.page.getByText(one.words('desk.refused.other-version')).waitFor()
  await toSource(one)
  await one.page.getByText(one.words('desk.refused.unknown-author')).waitFor()
  expect(await one.page.getByRole('button', { name: one.words('seal.seal'), exact: true }).count()).toBe(0)
  for (const { complaints } of [one, other]) expect(complaints).toEqual([])
}, 300_000)

/** Every address is reached by a link: keys that are open do not outlive the page. */
async function follow({ page }: Sitting, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function press({ page, words }: Sitting, key: Key, args?: Args): Promise<void> {
  await page
    .getByRole('button', { name: words(key, args), exact: true })
    .first()
    .click()
}

/** Answers the passphrase, as it is shown this once. */
async function makesKeys(sitting: Sitting): Promise<string> {
  const { page, words } = sitting
  await follow(sitting, words('seal.keys'))
  await press(sitting, 'seal.make')
  await page.getByRole('heading', { name: words('seal.once') }).waitFor(PATIENT)
  await expectWhole(sitting)
  const [passphrase = '', recoveryKey = ''] = await page.locator('p[translate=no]').allTextContents()
  expect(passphrase.split('-')).toHaveLength(7)
  expect(recoveryKey.split('-')).toHaveLength(11)
  await page.getByLabel(words('seal.once.last-group')).fill('wrong')
  await page.getByText(words('seal.once.printed')).click()
  await press(sitting, 'seal.publish')
  await page.getByText(words('desk.refused.missing-last-group')).waitFor()
  await page.getByLabel(words('seal.once.last-group')).fill(passphrase.slice(-5))
  await press(sitting, 'seal.publish')
  await page.getByText(words('seal.keys.open')).waitFor()
  return passphrase
}

/** Loads the screen of keys anew, which locks them, and opens them again. */
async function reload({ page, words, visit }: Sitting, passphrase: string): Promise<void> {
  await visit('/keys')
  await page.getByLabel(words('seal.unlock.passphrase')).fill(passphrase)
  await page.getByRole('button', { name: words('seal.unlock'), exact: true }).click()
  await page.getByText(words('seal.keys.open')).waitFor(PATIENT)
}

/** Compares with the one other member, and answers the number that was shown. */
async function compares(sitting: Sitting, name: string): Promise<readonly string[]> {
  const { page, words } = sitting
  await page.getByRole('heading', { level: 3, name }).waitFor()
  await press(sitting, 'seal.compare')
  const number = await page.getByRole('list', { name: words('seal.safety-number') }).allInnerTexts()
  await press(sitting, 'seal.compare.differs')
  await page.getByText(words('seal.compare.differs.words', { name })).waitFor()
  await expectWhole(sitting)
  await press(sitting, 'seal.compare.same')
  await page.getByText(words('seal.person.trusted'), { exact: true }).waitFor()
  return number.join(' ').trim().split(/\s+/)
}

async function namesCustodians(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await toSource(sitting)
  await follow(sitting, words('seal.custodians'))
  await page.getByText(words('seal.custodians.none')).waitFor()
  await page.getByText('C. Custodian').last().click()
  await expectWhole(sitting)
  await press(sitting, 'seal.custodians.make')
  await page.getByText(words('seal.sheet.piece', { piece: 5, of: 5 })).waitFor()
  await expectWhole(sitting)
  await page.getByText(words('seal.sheet.printed')).click()
  await press(sitting, 'seal.custodians.do')
  await page
    .getByText(words('seal.identity-key.split', { needed: 3, of: 5 }))
    .first()
    .waitFor()
}

async function seals(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await toSource(sitting)
  await press(sitting, 'seal.seal')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByLabel(words('seal.seal.name')).fill(NAME)
  await press(sitting, 'seal.seal.do')
  await page
    .getByText(words('seal.value.sealed', { version: 1, by: 'A. Researcher' }))
    .first()
    .waitFor()
  expect(await page.getByLabel(words('seal.seal.name')).inputValue()).toBe('')
  expect(sent.some((body) => body.includes('"ciphertext"'))).toBe(true)
  expect(sent.join('\n')).not.toContain(NAME)
  await expectWhole(sitting)
}

async function asks(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await press(sitting, 'seal.ask')
  await page.getByLabel(words('seal.ask.reason')).fill(REASON)
  await press(sitting, 'seal.ask.do')
  await page.getByText(words('seal.opening.waits')).waitFor()
}

async function releases(sitting: Sitting, goThere: () => Promise<void>): Promise<void> {
  const { page, words } = sitting
  await goThere()
  await page.getByText(REASON).waitFor()
  await expectWhole(sitting)
  await press(sitting, 'seal.release', { name: 'A. Researcher' })
  await page.getByText(words('seal.opening.released', { by: 'C. Custodian' })).waitFor()
}

/** Shown, kept nowhere, and gone when it is hidden. */
async function opens(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await follow(sitting, words('seal.custodians'))
  await page.getByText(REASON).waitFor()
  await page.getByText(words('seal.opening.released', { by: 'C. Custodian' })).waitFor(PATIENT)
  await page.getByRole('link', { name: words('seal.opening.asked', { by: 'A. Researcher' }) }).click()
  await press(sitting, 'seal.open')
  await page.getByText(NAME).waitFor()
  await expectWhole(sitting)
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).toContain('corroborate.seen')
  expect(kept).not.toContain(NAME)
  await press(sitting, 'seal.opened.hide')
  await expect.poll(() => page.content()).not.toContain(NAME)
}

/** What a server does that wants to read along: another key in the place of a member's, signed by itself. The store's own guard goes first. */
async function exchangeKeyOf(member: MemberId): Promise<void> {
  const time = new Date().toISOString()
  const forged: SignedCard = await makeCard(await makeMemberKeys(), { member, time })
  await sql.raw('drop trigger member_key_no_update').execute(served.serving().store.db)
  await served
    .serving()
    .store.db.updateTable('member_key')
    .set({ statement: toJson(forged.statement), signature: forged.signature, succession: null })
    .where('member', '=', member)
    .execute()
}

/** The file is encrypted here, and what leaves says neither what it holds nor what it is called. */
async function addsSealedExhibit(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await toInvestigation(sitting)
  await follow(sitting, words('desk.exhibits'))
  await follow(sitting, words('desk.exhibit.add'))
  await choose(sitting, 'desk.exhibit.way', 'desk.exhibit.way.sealed')
  const choosing = page.waitForEvent('filechooser')
  await press(sitting, 'desk.exhibit.choose')
  const file = { name: RECORD.name, mimeType: 'text/plain', buffer: Buffer.from(RECORD.text) }
  await (await choosing).setFiles(file)
  await page.getByRole('group', { name: words('desk.exhibit.digests.sealed') }).waitFor()
  await page.getByLabel(words('desk.exhibit.title')).first().fill('A witness, in writing')
  await expectWhole(sitting, 'add-sealed')
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${JSON.stringify(request.headers())}${request.postData() ?? ''}`),
  )
  await press(sitting, 'desk.exhibit.add')
  await page.getByRole('heading', { name: words('seal.of-exhibit') }).waitFor()
  expect(sent.join()).toContain('sealed.age')
  for (const secret of ['Zaynab', RECORD.text]) expect(sent.join()).not.toContain(secret)
}

/** From the list of what was asked to the exhibit, and into it. */
async function reads(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await follow(sitting, words('seal.custodians'))
  await page
    .getByRole('link', { name: words('seal.opening.asked', { by: 'A. Researcher' }) })
    .first()
    .click()
  await press(sitting, 'seal.open')
  await page.getByText(RECORD.name).waitFor()
  await press(sitting, 'seal.file.text')
  await page.getByText(RECORD.text).waitFor()
  await expectWhole(sitting, 'read-sealed')
  await press(sitting, 'seal.opened.hide')
  for (const secret of [RECORD.name, RECORD.text])
    await expect.poll(() => page.content()).not.toContain(secret)
}

async function bringsTextIn(sitting: Sitting, name: string, said: string): Promise<void> {
  const { page, words } = sitting
  await toInvestigation(sitting)
  await follow(sitting, words('desk.sources'))
  await follow(sitting, words('desk.texts'))
  await dropFiles(sitting, 'en', [[`S-0001-${name}.txt`, Buffer.from(said)]])
  await page.getByText(words('seal.value.to')).waitFor()
}

/** What leaves is the token, and beside it ciphertext; never the name. */
async function sendsText(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await page.getByLabel(words('desk.texts.names.written')).fill(`B7 = ${MET}`)
  await press(sitting, 'desk.texts.names.look')
  await page.getByLabel(words('desk.texts.token', { words: MET }), { exact: true }).waitFor()
  await page.getByText(words('desk.texts.confirm')).click()
  await expectWhole(sitting, 'bring-in')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await press(sitting, 'desk.texts.send', { texts: 1 })
  await page.getByText(words('desk.texts.sent', { done: 1, texts: 1 })).waitFor()
  expect(sent.join()).toMatch(/⟦B7⟧.*"field":"original"/)
  expect(sent.join()).not.toContain(MET)
}

async function asksForNames(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await page.getByRole('link', { name: words('desk.texts.open') }).click()
  await opensNamesBack(sitting)
  await asks(sitting)
}

async function opensNamesBack({ page, words }: Sitting): Promise<void> {
  await page.getByText(words('names-back'), { exact: true }).click()
  await page.getByText(words('names-back.note')).waitFor()
}

async function toText(sitting: Sitting): Promise<void> {
  await toSource(sitting)
  await sitting.page.getByRole('link', { name: 'heard.txt' }).first().click()
  await opensNamesBack(sitting)
  await expectWhole(sitting, 'names-back-asked')
}

/** What was typed and not sent comes back after a reload, when keys are opened; until then it is ciphertext. */
async function keepsWhatIsTyped(sitting: Sitting, passphrase: string): Promise<void> {
  const { page, words, visit } = sitting
  await page.getByRole('article').focus()
  await page.keyboard.press('c')
  const asserts = page.getByLabel(words('desk.claim.asserts')).first()
  await page.getByText(words('draft.kept')).waitFor()
  await asserts.fill(TYPED)
  const kept = () =>
    page.evaluate(() =>
      Object.entries(localStorage).filter(([name]) => name.startsWith('corroborate.draft.')),
    )
  await expect.poll(async () => (await kept()).length).toBe(1)
  expect(String(await kept())).not.toContain(TYPED)
  const { pathname, search } = new URL(page.url())
  await visit(pathname + search)
  await page.getByText(words('draft.waits.words')).waitFor()
  expect(await asserts.inputValue()).toBe('')
  await expectWhole(sitting, 'draft-waits')
  await page.getByLabel(words('seal.unlock.passphrase')).fill(passphrase)
  await page.getByRole('button', { name: words('seal.unlock'), exact: true }).click()
  await expect.poll(() => asserts.inputValue(), PATIENT).toBe(TYPED)
}

/** The name is drawn beside its token. What is marked, and what leaves the browser for it, is the token. */
async function marksWhileNamesAreShown(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await follow(sitting, words('seal.custodians'))
  await page
    .getByText(words('seal.opening.released', { by: 'C. Custodian' }))
    .first()
    .waitFor(PATIENT)
  const asked = words('seal.opening.asked', { by: 'A. Researcher' })
  await page.getByRole('link', { name: asked }).first().click()
  await opensNamesBack(sitting)
  await press(sitting, 'seal.open')
  const named = page.locator(`article [data-name="${MET}"]`)
  await named.waitFor()
  const drawn = await named.evaluate((one) => getComputedStyle(one, '::before').content)
  expect(drawn).toContain(MET)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectWhole(sitting, 'names-back')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  const article = page.getByRole('article')
  await article.focus()
  await page.keyboard.press('PageDown')
  expect(await page.evaluate(() => String(document.getSelection()))).toContain('I met ⟦B7⟧ at noon.')
  await page.keyboard.press('m')
  await page.getByText(words('work.saved')).waitFor()
  await page.getByRole('complementary').getByText('I met ⟦B7⟧ at noon.').waitFor()
  expect(sent.join()).toMatch(/"start":\d+,"end":\d+/)
  expect(sent.join()).not.toContain(MET)
  await press(sitting, 'seal.opened.hide')
  await expect.poll(() => page.content()).not.toContain(MET)
}

async function toExhibit(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await toInvestigation(sitting)
  await follow(sitting, words('desk.exhibits'))
  await page.getByRole('link', { name: 'A witness, in writing' }).click()
  await page.getByRole('heading', { name: words('seal.of-exhibit') }).waitFor()
}

async function toInvestigation(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await follow(sitting, words('desk.home'))
  await page.getByRole('link', { name: 'The mill' }).first().click()
  await page.getByRole('navigation', { name: words('desk.menu') }).waitFor()
}

async function toSource(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await toInvestigation(sitting)
  await follow(sitting, words('desk.sources'))
  await page.locator(`a[href*="/sources/${served.house().witness}"]`).first().click()
  await page.getByRole('heading', { name: words('seal.of-source') }).waitFor()
}
