import { describe, expect, test } from 'vitest'
import { valueOf, type Locale, type TextId } from '@corroborate/base'
import { codePassage, openCodings } from '@corroborate/casework'
import { codeIn, secondReader } from '../../casework/testing/coding-trials.ts'
import { heard, TESTIMONY } from '../../casework/testing/house.ts'
import { find, houseServed } from './house-served.ts'
import { expectWhole } from './whole.ts'

const { house, sit } = houseServed()

/** Invented: what the two turns of the house's text say in the other language. */
const SAID = { en: 'ar', ar: 'fr' } as const
const TURNS = {
  ar: ['ماذا رأيت؟', 'أُخرج عشرون رجلاً يوم اثنين. وكان ذلك كل أسبوع.'],
  fr: ['Qu’avez-vous vu ?', 'Vingt hommes ont été emmenés un lundi. C’était ainsi chaque semaine.'],
} as const

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('translation and agreement, in $locale at $width pixels', ({ locale, width }) => {
  test('a text is translated turn by turn, and where its coders differ is a list that leads to the words', async () => {
    const sitting = await sit(house().member, { locale, width })
    const { page, words } = sitting
    const { desk, investigation, witness } = house()
    const text = await heard(desk, investigation, witness, `${TESTIMONY} ${locale}`)
    const language = SAID[locale]
    await sitting.visit(`/i/${house().investigation}/texts/${text}`)
    await page.getByRole('link', { name: words('translate.title'), exact: true }).press('Enter')
    await page.getByRole('button', { name: words('translate.new'), exact: true }).press('Enter')
    await page.getByLabel(words('translate.language'), { exact: true }).fill(language)
    for (const [at, turn] of TURNS[language].entries()) await page.locator('textarea').nth(at).fill(turn)
    await page.getByRole('button', { name: words('translate.keep'), exact: true }).press('Enter')
    await page.getByRole('cell').filter({ hasText: TURNS[language][1] }).first().waitFor()
    await expectWhole(sitting, 'translation')

    await codedByTwo(text, words('work.codes'))
    await sitting.visit(`/i/${house().investigation}/texts/${text}/agreement`)
    await find(page, words('agreement.branch'), words('work.codes'))
    await page.getByText(words('agreement.kind.edges')).first().waitFor()
    await expectWhole(sitting, 'agreement')
    await page.getByRole('link', { name: 'out on a Monday' }).press('Enter')
    await page.getByRole('article').waitFor()
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 300_000)
})

/** Two members code a text blind to each other, with other ends; then their coding is opened. */
async function codedByTwo(text: TextId, name: string): Promise<void> {
  const second = await secondReader(house())
  const { investigation, code } = await codeIn(house(), name)
  const at = { investigation, text, code, start: 25, memo: null }
  valueOf(await codePassage(house().desk, { ...at, end: 60 }))
  valueOf(await codePassage(second, { ...at, end: 44 }))
  const later = { ...second, clock: () => second.clock() + 60_000 }
  valueOf(await openCodings(later, { investigation, text }))
}
