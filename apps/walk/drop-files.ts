import type { Locale } from '@corroborate/base'
import { say } from '@corroborate/words'
import type { Reader } from './reader.ts'

/** Drops files on the screen where texts are brought in, and waits until all of them have been read. */
export async function dropFiles(
  { page }: Pick<Reader, 'page'>,
  locale: Locale,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<void> {
  const given = files.map(([name, bytes]) => ({ name, bytes: [...bytes] }))
  const dropped = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name))
    return transfer
  }, given)
  await page
    .getByRole('group', { name: say(locale, 'desk.texts.drop') })
    .dispatchEvent('drop', { dataTransfer: dropped })
  const read = say(locale, 'desk.texts.progress', { read: files.length, files: files.length })
  await page.getByText(read).waitFor()
}
