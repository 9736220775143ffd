import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { choose, find, houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit } = houseServed()

/** Invented. */
const OWN = { en: 'Who else stood at the gate?', ar: 'من وقف أيضًا عند البوابة؟' } as const
const PLACE = { en: 'a neighbouring country', ar: 'بلد مجاور' } as const
const PRIOR = { en: 'to a newspaper, 2014', ar: 'لصحيفة، 2014' } as const
const RISK = { en: 'None that is known.', ar: 'لا خطر معروف.' } as const
const PROMISE = { en: 'To write what became of it.', ar: 'أن نكتب له ما آل إليه الأمر.' } as const
const KEPT = { en: 'A letter was sent.', ar: 'أُرسلت رسالة.' } as const

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('interviews, in $locale at $width pixels', ({ locale, width }) => {
  test('what is open is planned, the session written down with its care, and a promise kept', async () => {
    const sitting = await sit(house().member, { locale, width })
    await plans(sitting)
    await records(sitting)
    await keeps(sitting)
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 300_000)
})

/** Two accounts that contradict each other are offered; a question of one's own stands beside. */
async function plans(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await sitting.visit(`/i/${house().investigation}/interviews`)
  await press(sitting, words('interview.plan'))
  await press(sitting, words('interview.plan.do'))
  await page.getByText(words('desk.refused.missing-witness')).waitFor()
  await find(page, words('interview.witness'), 'S-0001')
  await page.getByRole('checkbox').first().press('Space')
  await page.getByLabel(words('interview.own'), { exact: true }).fill(OWN[locale])
  await expectWhole(sitting, 'planning')
  await press(sitting, words('interview.plan.do'))
  await page.getByRole('listitem').filter({ hasText: OWN[locale] }).first().waitFor()
  await expectWhole(sitting, 'planned')
}

/** Nothing of care is supposed: the form asks for it. */
async function records(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await page
    .getByRole('link', { name: words('interview.record'), exact: true })
    .first()
    .press('Enter')
  await page.getByRole('heading', { level: 1, name: words('interview.record') }).waitFor()
  await page.getByText(OWN[locale]).waitFor()
  await press(sitting, words('interview.record'))
  await page.getByText(words('desk.refused.missing-risk')).first().waitFor()
  const typed = [
    [words('interview.day'), '2026-01-04'],
    [words('desk.interview.place'), PLACE[locale]],
    [words('desk.interview.interviewer'), 'A. Researcher'],
    [words('desk.interview.languages'), 'ar, en'],
    [words('desk.interview.prior'), PRIOR[locale]],
    [words('interview.risk.before'), RISK[locale]],
    [words('interview.risk.after'), RISK[locale]],
  ] as const
  for (const [label, value] of typed) await page.getByLabel(label, { exact: true }).fill(value)
  await choose(sitting, 'desk.interview.referral', 'desk.yes')
  await press(sitting, words('interview.promise.add'))
  await page.getByLabel(words('interview.promise.what'), { exact: true }).fill(PROMISE[locale])
  await page.getByLabel(words('interview.promise.due'), { exact: true }).fill('2026-02-01')
  await expectWhole(sitting, 'recording')
  await press(sitting, words('interview.record'))
  await page.getByRole('heading', { level: 1, name: words('interviews') }).waitFor()
  await page.getByText(PRIOR[locale]).first().waitFor()
  expect(await page.getByText(OWN[locale]).count()).toBe(0)
}

async function keeps(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await page.getByText(PROMISE[locale]).waitFor()
  await press(sitting, words('interview.promise.keep'))
  await page.getByLabel(words('interview.promise.how'), { exact: true }).fill(KEPT[locale])
  await press(sitting, words('work.review.say'))
  await page.getByText(KEPT[locale]).waitFor()
  await expectWhole(sitting, 'kept')
}

async function press({ page }: Sitting, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().press('Enter')
}
