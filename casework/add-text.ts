import { ok, refuse, type Outcome, type TextId } from '@corroborate/base'
import { insertTexts, sourceById, textById, type Db } from '@corroborate/store'
import { freezeText, turnsOf, type Text } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface AddText extends InInvestigation, Pick<Text, 'source' | 'title' | 'language' | 'kind'> {
  readonly code: ChosenCode
  readonly translationOf: TextId | null
  /** As it came: it is normalised once, here, and frozen. */
  readonly content: string
  /** Who speaks in it, as the lines begin (`W3:`); a colon alone makes no speaker. */
  readonly speakers: readonly string[]
}

/** Adds a working text. It is frozen with its digest and never edited. */
export const addText = act('text.added', ['researcher'], async (desk, input: AddText) => {
  const { db } = desk.store
  const { investigation, source, title, language, kind, translationOf } = input
  const belonging = await belongingOf(db, input)
  if (!belonging.ok) return belonging
  const { content, sha256 } = freezeText(input.content)
  if (content.trim() === '') return refuse('empty', 'the text has no words')
  const named = await nameRecord(desk, { investigation, kind: 'text', code: input.code })
  if (!named.ok) return named
  const turns = turnsOf(content, input.speakers)
  const frozen = { source, title, language, kind, translationOf, version: 1, content, sha256, turns }
  const text: Text = { ...named.value, ...frozen }
  await insertTexts(db, investigation, [text])
  return done<TextId>(text.id, { subject: text.id, content: text })
})

/** Whether what the text belongs to is there: its source, and the text that it translates. */
async function belongingOf(
  db: Db,
  { investigation, source, kind, translationOf }: AddText,
): Promise<Outcome<null, 'not-found' | 'translation-of-nothing'>> {
  if ((await sourceById(db, investigation, source)) === null) return NOT_FOUND
  if (translationOf !== null && (await textById(db, investigation, translationOf)) === null) return NOT_FOUND
  if ((kind === 'translation') !== (translationOf !== null))
    return refuse(
      'translation-of-nothing',
      'a translation, and only a translation, names the text it translates',
    )
  return ok(null)
}
