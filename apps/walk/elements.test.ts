import { describe, expect, test } from 'vitest'
import { wordsIn, type Locale } from '@corroborate/base'
import { CRIMES } from '@corroborate/findings'
import { choose, find, houseServed } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit } = houseServed()

/** Invented words in the place of the Court's, in the form that is read. */
const OFFICIAL = '7 (1) (f)\n1. Official words of the first element.\n2. And of the second.'

const INCIDENT = { en: 'The night of the transfer', ar: 'ليلة النقل' } as const
const REASONS = { en: 'One witness so far.', ar: 'شاهد واحد حتى الآن.' } as const
const CRIME = { en: '7-1f', ar: '7-1e' } as const

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('elements of crimes, in $locale at $width pixels', ({ locale, width }) => {
  test('a crime is chosen, an incident named, a finding tied, a standard chosen; what is missing is asked', async () => {
    const sitting = await sit(house().member, { locale, width })
    const { page, words } = sitting
    await sitting.visit(`/i/${house().investigation}/elements`)
    const crime = CRIMES.find(({ id }) => id === CRIME[locale])
    const first = crime?.elements[0]
    if (crime === undefined || first === undefined) throw new Error('the crime is gone')
    await find(page, words('elements.crimes.add'), crime.article)
    await page.getByRole('heading', { name: words('elements.context'), exact: true }).waitFor()
    await expectWhole(sitting, 'crimes')
    await page.getByRole('button', { name: words('elements.incident.new'), exact: true }).press('Enter')
    await page.getByLabel(words('work.new.name'), { exact: true }).fill(INCIDENT[locale])
    await page.getByRole('button', { name: words('work.new.make'), exact: true }).press('Enter')
    const table = page.getByRole('table', { name: INCIDENT[locale] })
    const asked = page.getByRole('listitem').filter({ hasText: wordsIn(locale, first.words) })
    await asked.first().waitFor()

    const row = table.getByRole('row').filter({ hasText: wordsIn(locale, first.words) })
    await find(row, words('elements.tie'), 'F-0001')
    await row.getByText(words('elements.state.arguable')).waitFor()
    await row.getByText(words('elements.lacking.choice')).waitFor()
    await row.getByRole('button', { name: words('elements.standard'), exact: true }).press('Enter')
    await choose(sitting, 'desk.finding.proof', 'proof.reasonable-grounds')
    await row.getByLabel(words('elements.reasons'), { exact: true }).fill(REASONS[locale])
    await expectWhole(sitting, 'choosing')
    await row.getByRole('button', { name: words('elements.standard.do'), exact: true }).press('Enter')
    await row.getByText(REASONS[locale]).waitFor()

    if (crime.id === '7-1f') {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: words('elements.official.load'), exact: true }).click()
      const file = { name: 'elements.txt', mimeType: 'text/plain', buffer: Buffer.from(OFFICIAL) }
      await (await chooser).setFiles(file)
      await row.getByText('Official words of the first element.').waitFor()
    }
    await expectWhole(sitting, 'elements')
    expect(await page.locator('main').innerText()).not.toMatch(/guilt|مذنب|مدان/i)
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 300_000)
})
