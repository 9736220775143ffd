import type { InvestigationId, SourceId, TextId } from '@corroborate/base'
import { textsOf, translationsOfText, type Db } from '@corroborate/store'

/** The texts of a witness, and whatever translates them, under whichever source it was entered. */
export async function wordsOfWitness(
  db: Db,
  investigation: InvestigationId,
  witness: SourceId,
): Promise<ReadonlySet<TextId>> {
  const all = new Set((await textsOf(db, investigation, witness)).map(({ id }) => id))
  for (const id of all) for (const other of await translationsOfText(db, investigation, id)) all.add(other)
  return all
}
