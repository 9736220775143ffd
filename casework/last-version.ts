import { refuse, type InvestigationId, type Refusal, type TextId } from '@corroborate/base'
import { textById, versionsOfText, type Db } from '@corroborate/store'
import type { Text } from '@corroborate/testimony'

/** The version of a text that counts, whichever of them is named; null where there is none. */
export async function lastVersion(db: Db, investigation: InvestigationId, id: TextId): Promise<Text | null> {
  const text = await textById(db, investigation, id)
  const last = text && (await versionsOfText(db, investigation, text.code)).at(-1)
  return last ? textById(db, investigation, last.id) : null
}

/** Why nothing is changed in this version of a text, or null: a later one has taken its place. */
export async function notTheLast(
  db: Db,
  { investigation, text }: { readonly investigation: InvestigationId; readonly text: Text },
): Promise<Refusal<'superseded'> | null> {
  const last = (await versionsOfText(db, investigation, text.code)).at(-1)
  if (last === undefined || last.id === text.id) return null
  return refuse('superseded', `version ${last.version} has taken the place of this one of ${text.code}`)
}
