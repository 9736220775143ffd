import { randomBytes, createHash } from 'node:crypto'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Locale } from '@corroborate/base'
import { say, type Key } from '@corroborate/words'
import { walkOf } from './opened.ts'
import { serveExamples } from './examples-served.ts'
import { investigationNamed, readerOf, type Reader } from './reader.ts'
import { expectWhole } from './whole.ts'

const walk = walkOf(serveExamples)
/** Invented, and another in each language. */
const LENGTH = 3_000_000

describe.each<{ locale: Locale; width: number; name: string }>([
  { locale: 'en', width: 1280, name: 'REC_0007.wav' },
  { locale: 'ar', width: 390, name: 'تسجيل 7.wav' },
])('an exhibit in $locale at $width pixels', ({ name, ...asked }) => {
  const words = (key: Key) => say(asked.locale, key)
  const recording = randomBytes(LENGTH)
  const digestOf = (algorithm: string) => createHash(algorithm).update(recording).digest('hex')

  test('is digested before it is sent, taken in, and its custody written down, by keyboard', async () => {
    await walk.withReader(asked, async (reader) => {
      const { page } = reader
      const { id } = await investigationNamed(reader, 'training')
      await reader.visit(`/i/${id}/exhibits`)
      await page.getByRole('link', { name: words('desk.exhibit.add') }).press('Enter')
      await chooseByKey(reader, { name, buffer: recording, button: words('desk.exhibit.choose') })
      await page.getByText(digestOf('sha256')).waitFor()
      await page.getByText(digestOf('sha512')).waitFor()
      await page.getByLabel(words('desk.custody.actor'), { exact: true }).fill('A. Researcher')
      await page.getByLabel(words('desk.custody.at'), { exact: true }).fill('2026-01-02')
      await page.getByLabel(words('desk.custody.reason'), { exact: true }).fill('Handed over by its maker.')
      await expectWhole(reader, 'add-exhibit')
      await page.getByRole('button', { name: words('desk.exhibit.add') }).press('Enter')
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByText(digestOf('sha256')).waitFor()
      const custody = page.getByRole('table', { name: words('desk.exhibit.custody') })
      await custody.getByText(words('custody.collected')).waitFor()
      await page.getByLabel(words('desk.custody.actor'), { exact: true }).fill('A. Researcher')
      await page.getByLabel(words('desk.custody.at'), { exact: true }).fill('2026-01-03')
      await page
        .getByLabel(words('desk.custody.reason'), { exact: true })
        .fill('To have the voice looked at.')
      const record = page.getByRole('button', { name: words('desk.custody.record') })
      await page.getByLabel(words('desk.custody.recipient'), { exact: true }).fill('An expert')
      await record.press('Enter')
      await custody.getByText('To have the voice looked at.').waitFor()
      await expectWhole(reader, 'exhibit')
      await linkCopy(reader, words)
      await custody.getByText('ffmpeg 8.0: Cut to the first minute.').waitFor()
      await expectWhole(reader)
      const saving = page.waitForEvent('download')
      await page
        .getByRole('button', { name: words('desk.exhibit.open') })
        .first()
        .press('Enter')
      const saved = await saving
      expect(saved.suggestedFilename()).toMatch(/^X-\d{4} /)
      expect((await readFile(await saved.path())).equals(recording)).toBe(true)
    })
  }, 240_000)
})

test('one flipped bit is found when the files are read again, and the desk names it', async () => {
  const { data } = walk.product()
  const flipped = await flipOneBit(join(`${data}.files`, 'held'))
  const product = await walk.product().again()
  const reader = await readerOf(walk.browser(), product, {
    locale: 'en',
    width: 1280,
    session: walk.session(),
  })
  try {
    const { id } = await investigationNamed(reader, 'training')
    const list = () => reader.visit(`/i/${id}/exhibits`)
    await expect
      .poll(
        async () => {
          await list()
          return reader.page.getByText(say('en', 'desk.exhibit.fixity.altered')).count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await expectWhole(reader)
    const row = reader.page.getByRole('row').filter({ hasText: say('en', 'desk.exhibit.fixity.altered') })
    await row.getByRole('link').click()
    await reader.page.getByRole('alert').filter({ hasText: flipped }).waitFor()
    await reader.page.getByText('It is not given out.').waitFor()
    // The working copy, which is whole.
    expect(await reader.page.getByRole('button', { name: say('en', 'desk.exhibit.open') }).count()).toBe(1)
    await expectWhole(reader)
  } finally {
    await reader.context.close()
    await product.stop()
  }
}, 240_000)

/** Opens the browser's own window for files with a key, and picks there. */
async function chooseByKey(
  { page }: Reader,
  { button, ...file }: { readonly name: string; readonly buffer: Buffer; readonly button: string },
): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).press('Enter')
  await (await choosing).setFiles({ ...file, mimeType: 'audio/wav' })
}

/** Links a working copy to the exhibit that is shown. */
async function linkCopy(reader: Reader, words: (key: Key) => string): Promise<void> {
  const { page } = reader
  const copy = { name: 'minute.wav', buffer: randomBytes(1_000), button: words('desk.exhibit.choose') }
  await chooseByKey(reader, copy)
  const link = page.getByRole('button', { name: words('desk.working.link') })
  await link.press('Enter')
  await page.getByText(words('desk.refused.not-repeatable')).last().waitFor()
  await expectWhole(reader, 'working-copy')
  const said = { tool: 'ffmpeg', toolVersion: '8.0', changes: 'Cut to the first minute.' } as const
  for (const [name, value] of Object.entries(said))
    await page.getByLabel(words(`desk.working.${name as keyof typeof said}`), { exact: true }).fill(value)
  await link.press('Enter')
  await page.getByRole('article', { name: copy.name }).waitFor()
}

/** Changes one bit of the file that was received, and answers the digest of what lies there now. */
async function flipOneBit(folder: string): Promise<string> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || (await stat(path)).size < LENGTH) continue
    const bytes = await readFile(path)
    bytes[2_000_000] = (bytes[2_000_000] ?? 0) ^ 1
    await chmod(path, 0o600)
    await writeFile(path, bytes)
    return createHash('sha256').update(bytes).digest('hex')
  }
  throw new Error('the exhibit does not lie where it ought to')
}
