import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import type { SourceView, TextView } from '@corroborate/server/api'
import { say, type Args, type Key } from '@corroborate/words'
import { docx, paragraph } from '../../interchange/texts/testing/documents.ts'
import { pdf } from '../../interchange/texts/testing/pdf.ts'
import { dropFiles } from './drop-files.ts'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, type Reader } from './reader.ts'
import { expectWhole } from './whole.ts'

const walk = walkOf(serveExamples)

/** Invented. Who speaks is called by name in one, by letters in the other; the name comes again among the words. */
const SUBTITLES = `WEBVTT

00:00:01.000 --> 00:00:03.000
<v Karim Haddad>I was born in the north.

00:00:03.500 --> 00:00:06.000
<v Interviewer>Who was with you, Mr Haddad?

00:00:06.500 --> 00:00:09.000
<v Karim Haddad>Salma Nasser. Her number is +999 555 010 2030.
`
const ARABIC = ['س: متى وصلت؟', 'ش: وصلت ليلاً مع سلمى ناصر.', 'س: ثم ماذا؟']

describe.each<{ locale: Locale; width: number }>([
  { locale: 'en', width: 1280 },
  { locale: 'ar', width: 390 },
])('getting texts in, in $locale at $width pixels', (asked) => {
  test('files are dropped, looked at, freed of names and taken in; what is broken does not stop the rest', async () => {
    await walk.withReader(asked, async (reader) => {
      const { id, estimates } = await investigationNamed(reader, 'training')
      const [claim] = Object.values(estimates[0]?.claims ?? {})
      const source = await reader.ask<SourceView>(`/investigations/${id}/sources/${claim?.source.id}`)
      const at: At = { reader, words: (key, args) => say(asked.locale, key, args), source }
      await reader.visit(`/i/${id}/texts/bring-in`)
      await drop(at, asked.locale)
      await nameSpeaker(at)
      await protect(at)
      await keepNowhere(at)
      await sayWhose(at)
      await comparePage(at)
      await send(at)
      await reader.page
        .getByRole('link', { name: at.words('desk.texts.open') })
        .first()
        .click()
      await reader.page.getByRole('heading', { level: 1, name: '.vtt' }).waitFor()
      await reader.page.getByText('⟦B9⟧').waitFor()
      await expectWhole(reader)
      const text = new URL(reader.page.url()).pathname.split('/').at(-1)
      const taken = await reader.ask<TextView>(`/investigations/${id}/texts/${text}`)
      expect(JSON.stringify(taken)).not.toMatch(/Karim|Haddad|Salma|999/)
      expect(taken.text.turns.map(({ speaker }) => speaker)).toEqual(['B9', 'Interviewer', 'B9'])
      expect(taken.text.readFrom).toMatchObject({ form: 'vtt', machine: 'automatic captions' })
      expect(taken.text.turns[0]?.pieces).toMatchObject([{ from: 1000, to: 3000 }])
    })
  }, 300_000)
})

interface At {
  readonly reader: Reader
  readonly words: (key: Key, args?: Args) => string
  readonly source: SourceView
}

/** Four files at once, one of them broken; the PDF is opened by the thread that reads, under the server's own policy. */
async function drop({ reader: { page }, words, source }: At, locale: Locale): Promise<void> {
  // Other words for each reader: what is here already is not taken in twice.
  const document = docx([...ARABIC, `ش: ${locale}`].map((line) => paragraph(line)).join(''))
  const files = [
    [`${source.source.code}-${locale}.vtt`, Buffer.from(SUBTITLES.replace('north', locale))],
    ['arabic.docx', document],
    ['cut-short.docx', document.subarray(0, 200)],
    ['archive.pdf', pdf([[{ words: `Found in the archive, ${locale}.`, x: 72, y: 700 }]])],
  ] as const
  await dropFiles({ page }, locale, files)
  await page.getByText(words('desk.refused.document-broken')).waitFor()
}

/** Nothing is sent while somebody stands there under a name. */
async function nameSpeaker({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByRole('button', { name: words('desk.texts.send', { texts: 3 }) }).click()
  await page.getByText(words('desk.refused.missing-pseudonym')).first().waitFor()
  await expectWhole(reader)
  const label = words('desk.texts.speakers.as', { label: 'Karim Haddad', turns: 2 })
  await page.getByLabel(label, { exact: true }).fill('B9')
}

/** The speaker's name among the words is found without being asked for; another is given by hand, in both scripts. */
async function protect({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByLabel(words('desk.texts.names.written')).fill('B7 = Salma Nasser, سلمى ناصر')
  await page.getByRole('button', { name: words('desk.texts.names.look') }).click()
  for (const found of ['Haddad', 'Salma Nasser', 'سلمى ناصر', '+999 555 010 2030'])
    await page.getByLabel(words('desk.texts.token', { words: found }), { exact: true }).waitFor()
  const preview = page.getByRole('list', { name: words('desk.texts.preview') })
  await preview.getByText('⟦B7⟧').waitFor()
  expect(await preview.innerText()).toContain('Who was with you, Mr ⟦B9⟧?')
  await expectWhole(reader)
}

/** Nobody here has keys: without a word on it, nothing that was replaced would be lost in silence. */
async function keepNowhere({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByText(words('desk.refused.missing-keeping')).waitFor()
  await page.getByText(words('desk.texts.keep.nowhere')).click()
  await page.getByText(words('desk.refused.missing-keeping')).waitFor({ state: 'hidden' })
}

/** One has its source by its name; the others are given one together, and names of their own. */
async function sayWhose({ reader, words, source }: At): Promise<void> {
  const { page } = reader
  await page.getByRole('button', { name: words('desk.texts.source.all') }).click()
  await page
    .getByRole('option', { name: `${source.source.code} ·` })
    .first()
    .click()
  await page.getByText(words('desk.texts.machine')).click()
  for (const name of ['arabic.docx', 'archive.pdf']) {
    await page.getByRole('button', { name: new RegExp(`${words('desk.texts.file')}$`) }).click()
    await page.getByRole('option', { name }).click()
    await page.getByLabel(words('desk.texts.name'), { exact: true }).fill(name.slice(0, -4))
  }
}

/** The page of the PDF is drawn in the window, beside what was read of it. The PDF is the last file that was looked at. */
async function comparePage({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByRole('button', { name: words('desk.texts.page.compare') }).click()
  await page.locator('canvas[data-drawn="true"]').waitFor()
  const ink = await page
    .getByRole('img', { name: words('desk.texts.page.image', { page: 1 }) })
    .evaluate((one) => {
      if (!(one instanceof HTMLCanvasElement)) throw new Error('no canvas')
      const { data } = one.getContext('2d')?.getImageData(0, 0, one.width, one.height) ?? { data: [] }
      return data.some((value, at) => at % 4 < 3 && value < 128 && data[at - (at % 4) + 3] === 255)
    })
  expect(ink).toBe(true)
  const read = page.getByRole('region', { name: words('desk.texts.page.words') })
  await read.getByText('Found in the archive').waitFor()
  await expectWhole(reader)
}

async function send({ reader, words }: At): Promise<void> {
  const { page } = reader
  await page.getByText(words('desk.texts.confirm')).click()
  await page.getByRole('button', { name: words('desk.texts.send', { texts: 3 }) }).click()
  await page.getByText(words('desk.texts.sent', { done: 3, texts: 3 })).waitFor()
  await expectWhole(reader)
}
