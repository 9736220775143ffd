import type { InvestigationId, TextId } from '@corroborate/base'
import type { Listening } from '@corroborate/testimony'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertListening(
  db: Db,
  investigation: InvestigationId,
  { text, start, end, by, at }: Listening,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'listening', investigation)
  const row = { investigation, ordinal, text, starts: start, ends: end, heard_by: by, heard_at: at }
  await insertAll(db, 'listening', [row])
}

/** What of this text was listened to, by whom? In the order of the text. */
export function listeningsOf(
  db: Db,
  investigation: InvestigationId,
  text: TextId,
): Promise<readonly Listening[]> {
  return db
    .selectFrom('listening')
    .select(['text', 'starts as start', 'ends as end', 'heard_by as by', 'heard_at as at'])
    .where('investigation', '=', investigation)
    .where('text', '=', text)
    .orderBy('starts')
    .orderBy('ordinal')
    .execute()
}
