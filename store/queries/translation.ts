import type { InvestigationId, TextId } from '@corroborate/base'
import type { Translation } from '@corroborate/testimony'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import type { TranslationTable } from '../translation-table.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertTranslation(
  db: Db,
  investigation: InvestigationId,
  translation: Translation,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'translation', investigation)
  await insertAll(db, 'translation', [{ investigation, ordinal, ...columnsOf(translation) }])
}

/** Takes translations that came, each in the place of those whose words were in an earlier version of its text. */
export async function putTranslations(
  db: Db,
  investigation: InvestigationId,
  translations: readonly Translation[],
): Promise<void> {
  for (const one of translations) {
    const code = db
      .selectFrom('text')
      .select('code')
      .where('investigation', '=', investigation)
      .where('id', '=', one.translation)
    const versions = db
      .selectFrom('text')
      .select('id')
      .where('investigation', '=', investigation)
      .where('code', '=', code)
    await db
      .deleteFrom('translation')
      .where('investigation', '=', investigation)
      .where('translation', 'in', versions)
      .execute()
    await insertTranslation(db, investigation, one)
  }
}

/** Writes a translation as it now is, in the place of the one whose words were in this text. */
export async function updateTranslation(
  db: Db,
  investigation: InvestigationId,
  { of, now }: { readonly of: TextId; readonly now: Translation },
): Promise<void> {
  await db
    .updateTable('translation')
    .set(columnsOf(now))
    .where('investigation', '=', investigation)
    .where('translation', '=', of)
    .execute()
}

/** How does this text stand beside the one that it translates? Null while nobody has aligned them. */
export async function translationIn(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<Translation | null> {
  const row = await selectOf(db, investigation).where('translation', '=', text).executeTakeFirst()
  return row ? translationFrom(row) : null
}

/** How do all translations stand beside what they translate? */
export async function allTranslations(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly Translation[]> {
  return (await selectOf(db, investigation).orderBy('ordinal').execute()).map(translationFrom)
}

/** Which translations stand beside this text, in the order in which they were made? */
export async function translationsBeside(
  db: Db,
  investigation: InvestigationId,
  original: TextId,
): Promise<readonly Translation[]> {
  const rows = await selectOf(db, investigation).where('original', '=', original).orderBy('ordinal').execute()
  return rows.map(translationFrom)
}

function selectOf(db: Db, investigation: InvestigationId) {
  return db.selectFrom('translation').selectAll().where('investigation', '=', investigation)
}

function columnsOf({ original, translation, translator, state, revisedBy, certifiedBy, rows }: Translation) {
  return {
    ...{ original, translation, translator, state, revised_by: revisedBy, certified_by: certifiedBy },
    aligned: toJson(rows),
  }
}

function translationFrom(row: TranslationTable): Translation {
  const { original, translation, translator, state, revised_by, certified_by, aligned } = row
  return {
    ...{ original, translation, translator, state, revisedBy: revised_by, certifiedBy: certified_by },
    rows: fromJson(aligned),
  }
}
