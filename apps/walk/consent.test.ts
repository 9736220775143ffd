import { beforeAll, describe, expect, test } from 'vitest'
import { valueOf, type Locale } from '@corroborate/base'
import {
  publishReport,
  reachFinding,
  recordConsent,
  recordSource,
  signFinding,
  stateClaim,
  writeReport,
} from '@corroborate/casework'
import { heard, marked, plainClaim, plainReport } from '../../casework/testing/house.ts'
import { houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit, serving } = houseServed()

/** Invented. */
const REASON = { en: 'The family is afraid.', ar: 'العائلة خائفة.' } as const

const witnesses = { en: '', ar: '' }
beforeAll(async () => {
  const out = [await inReport('en'), await inReport('ar')]
  // Signed last: from then on two accounts contradict each other under a signature, and nothing more is published.
  for (const { locale, witness, finding } of out) {
    witnesses[locale] = witness
    const { investigation, member } = house()
    const signed = { standardOfProof: 'clear-and-convincing', reasons: { en: 'Two saw it.' } } as const
    valueOf(await signFinding(serving().deskOf(member), { investigation, finding, ...signed }))
  }
})

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('consent, in $locale at $width pixels', ({ locale, width }) => {
  test('is filled in with the witness, changed, withdrawn with all that follows, and what was said erased', async () => {
    const sitting = await sit(house().member, { locale, width })
    await fillsIn(sitting, witnesses[locale])
    await withdraws(sitting)
    await erases(sitting)
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 300_000)
})

/** A witness who is quoted in a report that is out, and on whom a finding rests. */
async function inReport(locale: Locale) {
  const { investigation, member, claim } = house()
  const desk = serving().deskOf(member)
  const source = valueOf(
    await recordSource(desk, {
      ...{
        investigation,
        kind: 'witness',
        role: 'former-guard',
        code: null,
        reliability: 'F',
        credibility: 6,
      },
      title: { en: 'A second guard', ar: 'حارس ثانٍ' },
    }),
  )
  valueOf(
    await recordConsent(desk, {
      ...{ investigation, witness: source, conceal: ['name'], explainedBy: 'A. Researcher', language: 'ar' },
      givenAt: '2026-01-02',
      allows: [
        { purpose: 'analysis', recipient: 'own-team' },
        { purpose: 'quotation', recipient: 'public' },
      ],
    }),
  )
  const text = await heard(desk, investigation, source, `W2: I saw it too, ${locale}.`)
  const passage = await marked(desk, { investigation, text }, [4, 15])
  const second = valueOf(
    await stateClaim(desk, { ...plainClaim, investigation, source, passages: [passage] }),
  )
  const finding = valueOf(
    await reachFinding(desk, {
      ...{ investigation, code: null, kind: { kind: 'incident' }, elements: [] },
      ...{
        proposition: { en: 'Men were led out.', ar: 'اقتيد رجال.' },
        claimsFor: [claim, second],
        claimsAgainst: [],
      },
    }),
  )
  const sentence = {
    ...{ own: false, at: null, grounds: [{ kind: 'finding', finding } as const] },
    parts: [
      { kind: 'words', text: 'A witness said: ' },
      { kind: 'quotation', passage },
    ],
  } as const
  const blocks = [{ kind: 'paragraph', at: null, sentences: [sentence] }] as const
  const report = valueOf(
    await writeReport(desk, { ...plainReport, investigation, report: null, code: `out-${locale}`, blocks }),
  )
  valueOf(await publishReport(desk, { investigation, report }))
  return { locale, witness: source, finding }
}

/** What is in force stands in the form; one tick more, one fewer, read back before it is kept. */
async function fillsIn(sitting: Sitting, witness: string): Promise<void> {
  const { page, words, visit } = sitting
  await visit(`/i/${house().investigation}/sources/${witness}`)
  await page.getByRole('link', { name: words('consent.fill-in') }).press('Enter')
  await page.getByRole('heading', { level: 1, name: words('consent.title') }).waitFor()
  const quoted = page.getByRole('group', { name: words('consent.ask.quotation') })
  await quoted.getByRole('checkbox', { name: words('consent.who.icc') }).press('Space')
  await page.getByRole('checkbox', { name: words('consent.conceal.voice') }).press('Space')
  await page.getByText(words('consent.added')).waitFor()
  await expectWhole(sitting, 'form')
  await press(sitting, words('consent.keep'))
  await page.getByText(words('desk.consent.version', { version: 2 })).waitFor()
}

async function withdraws(sitting: Sitting): Promise<void> {
  const { page, words, locale } = sitting
  await press(sitting, words('consent.withdraw'))
  await page.getByLabel(words('consent.withdraw.reason'), { exact: true }).fill(REASON[locale])
  await press(sitting, words('consent.withdraw.do'))
  await page.getByText(REASON[locale]).waitFor()
  await page.getByText(words('consent.reopened')).waitFor()
  await page.getByText(words('task.correct-edition')).waitFor()
  await press(sitting, words('task.do'))
  await page.getByLabel(words('task.how'), { exact: true }).fill('x')
  await press(sitting, words('work.review.say'))
  await page.getByText(words('task.done')).waitFor()
  await expectWhole(sitting, 'withdrawn')
}

async function erases(sitting: Sitting): Promise<void> {
  const { page, words } = sitting
  await press(sitting, words('consent.erase'))
  await page.getByRole('checkbox', { name: words('consent.erase.sure') }).press('Space')
  await press(sitting, words('consent.erase.do'))
  await page.getByText(words('consent.erased')).waitFor()
  await expectWhole(sitting, 'erased')
}

async function press({ page }: Sitting, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().press('Enter')
}
