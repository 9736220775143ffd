import type { InvestigationId, TextId } from '@corroborate/base'
import type { Listening } from '@corroborate/testimony'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertListenings(
  db: Db,
  investigation: InvestigationId,
  listenings: readonly Listening[],
): Promise<void> {
  const from = await nextOrdinal(db, 'listening', investigation)
  const rows = listenings.map(({ text, start, end, by, at }, i) => ({
    ...{ investigation, ordinal: from + i, text, starts: start, ends: end, heard_by: by, heard_at: at },
  }))
  await insertAll(db, 'listening', rows)
}

/** What was listened to, of all texts? */
export function allListenings(db: Db, investigation: InvestigationId): Promise<readonly Listening[]> {
  return listeningsIn(db, investigation).orderBy('ordinal').execute()
}

/** What of this text was listened to, by whom? In the order of the text. */
export function listeningsOf(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<readonly Listening[]> {
  return listeningsIn(db, investigation)
    .where('text', '=', text)
    .orderBy('starts')
    .orderBy('ordinal')
    .execute()
}

function listeningsIn(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('listening')
    .select(['text', 'starts as start', 'ends as end', 'heard_by as by', 'heard_at as at'])
    .where('investigation', '=', investigation)
}
