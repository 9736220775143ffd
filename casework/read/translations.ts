import type { InvestigationId, TextId } from '@corroborate/base'
import { sideBySide, type Text } from '@corroborate/testimony'
import {
  textById,
  textsOf,
  translationIn,
  translationsBeside,
  versionsOfText,
  type Db,
} from '@corroborate/store'
import { lastVersion } from '../last-version.ts'
import type { TranslationsView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'
import { lastVersions } from './text.ts'

/** What does this text say in other languages, turn beside turn? Asked of a translation, of the last version of the text that it translates. */
export function readTranslations(
  reader: Reader,
  { investigation, text: id }: { readonly investigation: InvestigationId; readonly text: TextId },
): Promise<TranslationsView | null> {
  return readingIn(reader, investigation, async (db) => {
    const asked = await textById(db, investigation, id)
    if (asked === null) return null
    const stands = (await translationIn(db, investigation, id))?.original ?? asked.translationOf
    const original = stands === null ? asked : await lastVersion(db, investigation, stands)
    if (original === null) return null
    const beside: TranslationsView['beside'][number][] = []
    for (const { rows, ...translation } of await translationsBeside(db, investigation, original.id)) {
      const text = await textById(db, investigation, translation.translation)
      if (text === null) continue
      const { code, language } = text
      const aligned = sideBySide({ rows, ...translation }, original, text)
      beside.push({ ...translation, code, language, rows: aligned })
    }
    return { original, beside, apart: await apartFrom(db, investigation, { original, beside }) }
  })
}

/** Translations of it, in whichever version, that nobody has put beside it yet. */
async function apartFrom(
  db: Db,
  investigation: InvestigationId,
  { original, beside }: { readonly original: Text; readonly beside: TranslationsView['beside'] },
): Promise<TranslationsView['apart']> {
  const versions = await versionsOfText(db, investigation, original.code)
  const apart: TranslationsView['apart'][number][] = []
  for (const ref of lastVersions(await textsOf(db, investigation, original.source))) {
    if (ref.kind !== 'translation' || beside.some(({ translation }) => translation === ref.id)) continue
    const text = await textById(db, investigation, ref.id)
    if (versions.some((one) => one.id === text?.translationOf)) apart.push(ref)
  }
  return apart
}
