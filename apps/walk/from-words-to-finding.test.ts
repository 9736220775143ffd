import { describe, expect, test } from 'vitest'
import { valueOf, type Locale, type MemberId } from '@corroborate/base'
import { enrolMember, grantRole } from '@corroborate/casework'
import type { Key } from '@corroborate/words'
import { dropFiles } from './drop-files.ts'
import { choose, houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

/** Invented. Two witnesses of one thing that recurred; the machine reads rate, day, number and way of knowing in each. */
const SAID = {
  en: [
    'I: What did you see?\nW1: I saw the guards take twenty men away once or twice a week, on Mondays.\nI: Thank you.',
    'I: What did you see?\nW2: I saw them take 20 to 25 men away on Mondays, once a week. It was cold.',
  ],
  ar: [
    'س: ماذا رأيت؟\nش: رأيت الحراس يأخذون عشرين رجلاً مرة أو مرتين في الأسبوع، يوم الاثنين.\nس: شكراً.',
    'س: ماذا رأيت؟\nش: رأيتهم يأخذون 20 رجلاً يوم الاثنين، مرة في الأسبوع. كان الجو بارداً.',
  ],
} as const

const ASSERTED = { en: 'Men were taken away on Mondays.', ar: 'أُخذ رجال أيام الاثنين.' } as const
const REASONS = { en: 'Two who saw it, apart from each other.', ar: 'رآه اثنان كل على حدة.' } as const

const { house, sit } = houseServed()

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('from words to a finding, in $locale at $width pixels', ({ locale, width }) => {
  test('texts come in, are coded and claimed by keyboard, read twice, held, signed, and walked back', async () => {
    const one = await sit(house().member, { locale, width })
    const texts = await bringsIn(one)
    const codeKey = locale === 'en' ? '1' : '2'
    await makesCode(one, texts[0], codeKey)
    const claims: string[] = []
    for (const text of texts) claims.push(await codesAndClaims(one, text, codeKey))

    const other = await sit(await reviewer(), { locale, width })
    for (const claim of claims) await readsSecond(other, claim)
    await reaches(other, claims)
    await signs(other)
    await weighs(other)
    await walksBack(other, claims)
    for (const { complaints, context } of [one, other]) {
      expect(complaints).toEqual([])
      await context.close()
    }
  }, 300_000)
})

/** Somebody who did not state the claims. */
async function reviewer(): Promise<MemberId> {
  const { operator, investigation } = house()
  const member = valueOf(await enrolMember(operator, { name: 'D. Reviewer' }))
  valueOf(await grantRole(operator, { investigation, member, role: 'reviewer' }))
  return member
}

/** Answers the ids of the two texts, in the order of their witnesses. */
async function bringsIn(sitting: Sitting): Promise<readonly [string, string]> {
  const { page, words, locale } = sitting
  await sitting.visit(`/i/${house().investigation}/texts/bring-in`)
  const files = SAID[locale].map((said, at) => [`S-000${at + 1}-${locale}.txt`, Buffer.from(said)] as const)
  await dropFiles(sitting, locale, files)
  await page.getByRole('button', { name: words('desk.texts.names.look') }).click()
  await page.getByText(words('desk.texts.names.found', { found: 0 })).waitFor()
  await page.getByText(words('desk.texts.confirm')).click()
  await page.getByRole('button', { name: words('desk.texts.send', { texts: 2 }) }).click()
  await page.getByText(words('desk.texts.sent', { done: 2, texts: 2 })).waitFor()
  const links = page.getByRole('link', { name: words('desk.texts.open') })
  const ids = await links.evaluateAll((all) =>
    all.map((a) => a.getAttribute('href')?.split('/').at(-1) ?? ''),
  )
  await expectWhole(sitting, 'brought-in')
  return [ids[0] ?? '', ids[1] ?? '']
}

async function makesCode(sitting: Sitting, text: string, key: string): Promise<void> {
  const { page, words, locale } = sitting
  await sitting.visit(`/i/${house().investigation}/texts/${text}`)
  await page.getByRole('button', { name: words('work.code.new') }).press('Enter')
  await page.getByLabel(words('work.code.name'), { exact: true }).fill(`Taken away (${locale})`)
  await page.getByLabel(words('work.code.key'), { exact: true }).fill(key)
  await page.getByRole('button', { name: words('work.code.make'), exact: true }).press('Enter')
  await page.getByRole('button', { name: new RegExp(`Taken away \\(${locale}\\)`) }).waitFor()
}

/** Without the pointer from the words to the claim. Answers the id of the claim. */
async function codesAndClaims(sitting: Sitting, text: string, key: string): Promise<string> {
  const { page, words, locale } = sitting
  await sitting.visit(`/i/${house().investigation}/texts/${text}`)
  const article = page.getByRole('article', { name: words('desk.text.words') })
  await article.focus()
  // The question, then the answer: its first sentence.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await page.keyboard.press(key)
  await page.getByText(words('work.saved')).waitFor()
  await expect.poll(() => page.locator('aside li').count()).toBeGreaterThan(1)
  await expectWhole(sitting, 'coded')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: words('work.claim') }).waitFor()
  return stating(sitting, locale)
}

/** Takes all proposals by their digits, fills in what the machine does not say, and states the claim. */
async function stating(sitting: Sitting, locale: Locale): Promise<string> {
  const { page, words } = sitting
  const proposals = page
    .getByRole('group', { name: words('work.proposals'), exact: true })
    .getByRole('button')
  await proposals.first().waitFor()
  const found = await proposals.allInnerTexts()
  for (const kind of ['rate', 'weekdays', 'quantity', 'basis'] as const) {
    const at = found.findIndex((one) => one.startsWith(words(`work.proposals.${kind}`)))
    expect(at, `${kind} in ${found.join(' | ')}`).toBeGreaterThanOrEqual(0)
    await page.keyboard.press(String(at + 1))
  }
  await page.getByLabel(words('desk.claim.asserts'), { exact: true }).fill(ASSERTED[locale])
  await page.getByLabel(words('desk.claim.topic'), { exact: true }).fill(`taken-${locale}`)
  await choose(sitting, 'desk.pattern.observed', 'observed.most')
  await choose(sitting, 'work.claim.certainty', 'certainty.certain')
  await expectWhole(sitting, 'claim-form')
  await page.getByRole('button', { name: words('work.claim'), exact: true }).press('Enter')
  await page.waitForURL(/\/claims\/(?!new)/)
  await page.getByRole('heading', { level: 1, name: ASSERTED[locale] }).waitFor()
  // Who stated it is not offered the second reading of it.
  await page.getByText(words('desk.refused.own-claim')).waitFor()
  expect(await page.getByRole('button', { name: words('work.review.do') }).count()).toBe(0)
  await expectWhole(sitting, 'claim')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function readsSecond(sitting: Sitting, claim: string): Promise<void> {
  const { page, words } = sitting
  await sitting.visit(`/i/${house().investigation}/claims/${claim}`)
  await page.getByRole('button', { name: words('work.review.do'), exact: true }).press('Enter')
  await page.getByRole('button', { name: words('work.review.say'), exact: true }).press('Enter')
  await page.getByText('D. Reviewer').first().waitFor()
  await expectWhole(sitting, 'second-reading')
}

/** From one of the claims, with the other found by its code; how it would stand is seen before it is reached. */
async function reaches(sitting: Sitting, [first = '', second = '']: readonly string[]): Promise<void> {
  const { page, words, locale } = sitting
  const { row } = await sitting.ask<{ row: { code: string } }>(
    `/investigations/${house().investigation}/claims/${second}`,
  )
  await sitting.visit(`/i/${house().investigation}/claims/${first}`)
  await page.getByRole('link', { name: words('work.reach'), exact: true }).press('Enter')
  await page.getByRole('heading', { level: 1, name: words('work.reach') }).waitFor()
  await page.getByRole('button', { name: words('work.reach.do'), exact: true }).press('Enter')
  await page.getByText(words('desk.refused.missing-held')).waitFor()
  await page.getByLabel(words('desk.finding.proposition'), { exact: true }).fill(ASSERTED[locale])
  await page.getByText(words('desk.refused.missing-held')).waitFor({ state: 'hidden' })
  await choose(sitting, 'work.claim.mode', 'finding-kind.pattern')
  const carrying = page.getByRole('group', { name: words('work.matrix.for'), exact: true })
  await carrying.getByRole('combobox').pressSequentially(row.code)
  await page.getByRole('option', { name: row.code }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await carrying.getByRole('listitem').nth(1).waitFor()
  const standing = page.getByRole('region', { name: words('desk.finding.standing') })
  await standing.getByText(words('standing.strongly-corroborated'), { exact: true }).waitFor()
  await expectWhole(sitting, 'reach')
  await page.getByRole('button', { name: words('work.reach.do'), exact: true }).press('Enter')
  await page.waitForURL(/\/findings\/(?!new)/)
  await page.getByRole('heading', { level: 1, name: ASSERTED[locale] }).waitFor()
  await expectWhole(sitting, 'finding')
}

async function signs(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await page.getByRole('button', { name: words('work.sign'), exact: true }).press('Enter')
  await choose(sitting, 'desk.finding.proof', 'proof.reasonable-grounds')
  await page.getByLabel(words('desk.finding.reasons'), { exact: true }).fill(REASONS[locale])
  await expectWhole(sitting, 'sign')
  await page.getByRole('button', { name: words('work.sign.do'), exact: true }).press('Enter')
  await page.getByRole('button', { name: words('work.sign'), exact: true }).waitFor({ state: 'hidden' })
  await page.getByText(REASONS[locale]).waitFor()
  await expectWhole(sitting, 'signed')
}

/** Against another explanation: one claim does not bear on it, and the other speaks against it. */
async function weighs(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await page.getByRole('button', { name: words('work.explain.do'), exact: true }).press('Enter')
  const other = words('work.explain.nth', { number: 1 })
  await page.getByLabel(other, { exact: true }).fill(REASONS[locale])
  const rate = async (nth: number, rating: Key) => {
    const label = words('work.explain.with', { explanation: other })
    await page
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .nth(nth)
      .click()
    await page.getByRole('option', { name: words(rating), exact: true }).click()
  }
  await rate(0, 'work.explain.rating.not-bearing')
  await rate(1, 'work.explain.rating.very-inconsistent')
  await expectWhole(sitting, 'weighing')
  await page.getByRole('button', { name: words('work.explain.keep'), exact: true }).press('Enter')
  await page.getByRole('table', { name: words('work.explain'), exact: true }).waitFor()
  await page.getByText(words('work.explain.inconsistency', { inconsistency: 2 })).waitFor()
  await expectWhole(sitting, 'weighed')
}

/** From the finding to each claim, and from the claim to the very words in the text. */
async function walksBack(sitting: Sitting, claims: readonly string[]): Promise<void> {
  const { page, words, locale } = sitting
  const finding = page.url()
  for (const [at, claim] of claims.entries()) {
    await page.goto(finding)
    await page.locator(`main a[href$="/claims/${claim}"]`).first().press('Enter')
    // A finding and its claims are headed alike, and the address changes before the page does.
    await page.waitForURL(({ pathname }) => pathname.endsWith(`/claims/${claim}`))
    await page.getByRole('heading', { name: words('desk.claim.findings') }).waitFor()
    await page.locator('main a[href*="/texts/"][href*="#"]').first().press('Enter')
    const chosen = page.locator('mark[data-chosen=true]')
    await chosen.first().waitFor()
    const led = (await chosen.allInnerTexts()).join('')
    const [, answer = ''] = (SAID[locale][at] ?? '').split('\n')
    expect(led).not.toBe('')
    expect(answer).toContain(led.trim())
  }
  await expectWhole(sitting, 'walked-back')
}
