import type { PassageId, TextId } from '@corroborate/base'
import {
  carryPassages,
  changedTranslation,
  correctedText,
  freezeText,
  listenedAfter,
  type Correction,
  type Text,
  type Translation,
} from '@corroborate/testimony'
import {
  codingOpened,
  insertCodingOpened,
  insertListenings,
  insertTexts,
  listeningsOf,
  passagesOf,
  textById,
  translationIn,
  translationsBeside,
  updatePassages,
  updateTranslation,
  type Db,
} from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { notTheLast } from './last-version.ts'
import { freshId, signature } from './name-record.ts'

export interface CorrectText extends InInvestigation {
  readonly text: TextId
  readonly corrections: readonly Correction[]
}

export interface TextCorrected {
  readonly text: TextId
  readonly version: number
  /** The passages that stay in the version before, until a person has put them somewhere. */
  readonly waiting: readonly PassageId[]
}

/**
 * A new version of a text, in which some words are others. The version before stays as it is. Passages move with their exact words; what
 * was listened to stays listened to where no word changed, and the coding stays open where it was.
 */
export const correctText = act(
  'text.corrected',
  ['researcher'],
  async (desk, { investigation, text: id, corrections }: CorrectText) => {
    const { db } = desk.store
    const before = await textById(db, investigation, id)
    if (before === null) return NOT_FOUND
    const last = await notTheLast(db, { investigation, text: before })
    if (last) return last
    const corrected = correctedText(before, corrections)
    if (!corrected.ok) return corrected
    const { content, turns, alignment } = corrected.value
    const { sha256 } = freezeText(content)
    const version = before.version + 1
    const after: Text = { ...before, id: freshId<'text'>(desk), version, content, sha256, turns }
    await insertTexts(db, investigation, [after])
    const marked = await passagesOf(db, investigation, id)
    const { moved, waiting } = carryPassages(marked, { before, after, corrections })
    await updatePassages(db, investigation, moved)
    const heard = listenedAfter(await listeningsOf(db, investigation, id), alignment, after.id)
    await insertListenings(db, investigation, heard)
    const opened = await codingOpened(db, investigation, id)
    if (opened) await insertCodingOpened(db, investigation, { ...opened, text: after.id })
    const by = await signature(desk)
    const translations = await carryTranslations(db, investigation, { before: id, after: after.id, by })
    const answer = { text: after.id, version, waiting: waiting.map(({ passage }) => passage.id) }
    return done<TextCorrected>(answer, {
      subject: after.id,
      content: {
        ...{ before: id, waiting: answer.waiting },
        records: [after, ...moved, ...heard, ...translations],
      },
    })
  },
)

/** What stood beside the version before stands beside this one, as a draft again: turns are aligned, and their words have changed. */
async function carryTranslations(
  db: Db,
  investigation: InInvestigation['investigation'],
  { before, after, by }: { readonly before: TextId; readonly after: TextId; readonly by: string },
): Promise<readonly Translation[]> {
  const carried: Translation[] = []
  for (const beside of await translationsBeside(db, investigation, before)) {
    const { translation, rows, translator: by } = beside
    const now = changedTranslation({ ...beside, original: after }, { translation, rows, by })
    await updateTranslation(db, investigation, { of: translation, now })
    carried.push(now)
  }
  const own = await translationIn(db, investigation, before)
  if (own === null) return carried
  const now = changedTranslation(own, { translation: after, rows: own.rows, by })
  await updateTranslation(db, investigation, { of: before, now })
  return [...carried, now]
}
