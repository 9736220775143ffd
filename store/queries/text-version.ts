import type { ExhibitFileId, ExhibitId, InvestigationId, TextId } from '@corroborate/base'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

/** One version of a text. */
export interface TextVersion {
  readonly id: TextId
  readonly version: number
}

/** Which versions are there of the text that is called so? The first one first. */
export function versionsOfText(
  db: Db,
  investigation: InvestigationId,
  code: string,
): Promise<readonly TextVersion[]> {
  return db
    .selectFrom('text')
    .select(['id', 'version'])
    .where('investigation', '=', investigation)
    .where('code', '=', code)
    .orderBy('version')
    .execute()
}

/** The file that a text was written down from. */
export interface TextRecording {
  readonly file: ExhibitFileId
  readonly exhibit: ExhibitId
  readonly name: string
  readonly bytes: number
}

/** That somebody said so of a text. */
export interface TextRecordingTied {
  readonly text: TextId
  readonly file: ExhibitFileId
  readonly by: string
  readonly at: string
}

export async function insertTextRecordings(
  db: Db,
  investigation: InvestigationId,
  tied: readonly TextRecordingTied[],
): Promise<void> {
  const from = await nextOrdinal(db, 'text_recording', investigation)
  const rows = tied.map(({ text, file, by, at }, i) => ({
    ...{ investigation, ordinal: from + i, text, file, tied_by: by, tied_at: at },
  }))
  await insertAll(db, 'text_recording', rows)
}

/** From which recordings was each text said to be written down? In the order in which it was said. */
export function textRecordings(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly TextRecordingTied[]> {
  return db
    .selectFrom('text_recording')
    .select(['text', 'file', 'tied_by as by', 'tied_at as at'])
    .where('investigation', '=', investigation)
    .orderBy('ordinal')
    .execute()
}

/** From which recording was the text that is called so written down, whichever of its versions? Null while nobody has said. */
export async function recordingOfText(
  db: Db,
  investigation: InvestigationId,
  code: string,
): Promise<TextRecording | null> {
  const row = await db
    .selectFrom('text_recording')
    .innerJoin('text', (join) =>
      join
        .onRef('text.investigation', '=', 'text_recording.investigation')
        .onRef('text.id', '=', 'text_recording.text'),
    )
    .innerJoin('exhibit_file', (join) =>
      join
        .onRef('exhibit_file.investigation', '=', 'text_recording.investigation')
        .onRef('exhibit_file.id', '=', 'text_recording.file'),
    )
    .select(['exhibit_file.id as file', 'exhibit_file.exhibit', 'exhibit_file.name', 'exhibit_file.bytes'])
    .where('text_recording.investigation', '=', investigation)
    .where('text.code', '=', code)
    .orderBy('text_recording.ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
