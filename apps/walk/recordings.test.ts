import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { valueOf, type Locale } from '@corroborate/base'
import { addText } from '@corroborate/casework'
import { find, houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'
import { waveFileOf } from '../cli/transcribing/testing/wave-file.ts'

const { house, sit } = houseServed({ keepsFiles: true })

/** Invented: what a machine wrote down of three sentences of a second each. */
const SAID = {
  en: ['They came on Monday.', 'They took ten men.', 'Nobody came back.'],
  ar: ['جاؤوا يوم الاثنين.', 'أخذوا عشرة رجال.', 'لم يعد أحد.'],
} as const
const WORD = { en: { before: 'ten', after: 'twenty' }, ar: { before: 'عشرة', after: 'عشرين' } } as const

/** Three tones with silence between them, as a WAV of 8,000 samples in the second. */
function tones(): Buffer {
  const samples = Array.from({ length: 24_000 }, (_, at) =>
    at % 8_000 < 6_000
      ? Math.round(12_000 * Math.sin(at / 3) * Math.sin((Math.PI * (at % 8_000)) / 6_000))
      : 0,
  )
  return waveFileOf(samples, { rate: 8_000, channels: 1 })
}

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('a recording beside its text, in $locale at $width pixels', ({ locale, width }) => {
  test('is tied, heard, and corrected from; a passage whose words change is put where it stands now', async () => {
    const text = await textIn(locale)
    const sitting = await sit(house().member, { locale, width })
    const { page, words } = sitting
    const name = `REC_${locale}.wav`
    await sitting.visit(`/i/${house().investigation}/texts/${text}`)
    await sent(sitting, name)
    await page.reload()
    await page.getByRole('button', { name: words('listen.tie'), exact: true }).press('Enter')
    await find(page, words('listen.exhibit'), name)
    await page.getByRole('button', { name: words('listen.tie.do'), exact: true }).press('Enter')
    await page.getByRole('button', { name: words('listen.open'), exact: true }).press('Enter')
    await page.locator('canvas').waitFor()
    await page.getByRole('article').press('PageDown')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').getByText(SAID[locale][1]).waitFor()
    await page.getByRole('button', { name: words('listen.chosen'), exact: true }).press('Enter')
    await expect.poll(() => page.getByRole('slider').inputValue()).not.toBe('0')
    await expectWhole(sitting, 'listening')

    await page.getByRole('link', { name: words('listen.correct'), exact: true }).press('Enter')
    await page.getByRole('button', { name: words('listen.open'), exact: true }).press('Enter')
    await page.locator('canvas').waitFor()
    const field = page.locator('textarea')
    await field.fill((await field.inputValue()).replace(WORD[locale].before, WORD[locale].after))
    await field.press('Control+End')
    await field.press('F2')
    await field.press('F3')
    await field.press('Control+j')
    expect(await field.inputValue()).toMatch(/\[00:00:0[12]\] $/)
    await page.getByText(words('listen.speed', { speed: 0.75 })).waitFor()
    await expectWhole(sitting, 'correcting')
    await page.getByRole('button', { name: words('correct.keep', { version: 2 }) }).press('Enter')
    const place = page.getByRole('button', { name: /PS-\d+/ })
    await page.getByText(words('correct.waiting', { passages: 1 })).waitFor()
    await expectWhole(sitting, 'corrected')
    await page.getByRole('article').press('PageDown')
    await place.last().press('Enter')
    await page.getByText(words('correct.waiting', { passages: 1 })).waitFor({ state: 'hidden' })
    expect(sitting.complaints).toEqual([])
    await sitting.context.close()
  }, 300_000)
})

async function textIn(locale: Locale) {
  const { desk, investigation, witness: source } = house()
  const pieces = SAID[locale].map((words, at) => ({
    ...{ words, paragraph: false, from: at * 1000, to: at * 1000 + 900, doubt: null },
  }))
  return valueOf(
    await addText(desk, {
      ...{ investigation, source, code: null, title: { en: 'A recording', ar: 'تسجيل' }, language: locale },
      ...{ kind: 'transcript', translationOf: null, spoken: [{ speaker: 'W1', pieces }] },
      readFrom: { file: 'x.json', sha256: 'a'.repeat(64), form: 'openai-whisper', machine: 'Whisper' },
    }),
  )
}

/** Sends the recording as the desk does. */
async function sent({ page }: Sitting, name: string): Promise<void> {
  const bytes = tones()
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  const said = {
    ...{ code: null, source: null, title: { en: name }, generation: 'original', whereabouts: null },
    ...{ collected: null, name, sha256: of('sha256'), sha512: of('sha512') },
  }
  const status = await page.evaluate(
    async ([path, header, body]) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'corroborate-exhibit': header },
        body: new Uint8Array(body),
      })
      return answer.status
    },
    [
      `/api/investigations/${house().investigation}/exhibits`,
      encodeURIComponent(JSON.stringify(said)),
      [...bytes],
    ] as const,
  )
  expect(status).toBe(200)
}
