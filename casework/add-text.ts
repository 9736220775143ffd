import { ok, parseId, refuse, type Outcome, type TextId } from '@corroborate/base'
import { insertTexts, sourceById, textById, textWithWords, type Db } from '@corroborate/store'
import {
  freezeText,
  layTurns,
  turnsOf,
  type LaidText,
  type ReadFrom,
  type SpokenTurn,
  type Text,
} from '@corroborate/testimony'
import { ORIGINAL, type SealedRecord } from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'
import { sealIdentity } from './seal-identity.ts'

interface TextAbout extends InInvestigation, Pick<Text, 'source' | 'title' | 'language' | 'kind'> {
  readonly code: ChosenCode
  readonly translationOf: TextId | null
}

/** A text that was written: normalised once, here, and frozen. */
export interface WrittenText {
  readonly content: string
  /** Who speaks in it, as the lines begin (`W3:`); a colon alone makes no speaker. */
  readonly speakers: readonly string[]
}

/** A text that was read out of a file, turn by turn, as a person has confirmed it. */
export interface TextOfFile {
  readonly spoken: readonly SpokenTurn[]
  readonly readFrom: ReadFrom
  /**
   * The words for which its tokens stand, sealed to the custodians under the id that the text is to have; absent where nothing was replaced, or
   * somebody has decided to keep it nowhere.
   */
  readonly sealed?: SealedRecord | null
}

export type AddText = TextAbout & (WrittenText | TextOfFile)

/**
 * Adds a working text. It is frozen with its digest and never edited. What a file brought a second time is not taken in again. What its tokens stand
 * for comes with it and is kept in the same breath, or neither is.
 */
export const addText = act('text.added', ['researcher'], async (desk, input: AddText) => {
  const { db } = desk.store
  const { investigation, source, title, language, kind, translationOf } = input
  const belonging = await belongingOf(db, input)
  if (!belonging.ok) return belonging
  const { content, turns } = laidOut(input)
  const { sha256 } = freezeText(content)
  if (content.trim() === '') return refuse('empty', 'the text has no words')
  const before = 'spoken' in input ? await textWithWords(db, investigation, { source, sha256 }) : null
  if (before !== null) return refuse('already-here', `these words are here already, as ${before.code}`)
  const sealed = 'spoken' in input ? (input.sealed ?? null) : null
  const named = await nameText(desk, { investigation, code: input.code, sealed })
  if (!named.ok) return named
  const frozen = { source, title, language, kind, translationOf, version: 1, content, sha256, turns }
  const text: Text = {
    ...{ ...named.value, ...frozen },
    ...('spoken' in input ? { readFrom: input.readFrom } : {}),
  }
  await insertTexts(db, investigation, [text])
  const kept = sealed === null ? null : await sealIdentity(desk, { investigation, sealed })
  if (kept?.ok === false) return kept
  return done<TextId>(text.id, { subject: text.id, content: text })
})

/** The id and the code of the text. What was sealed of it bears an id that the browser drew; else it is drawn here. */
async function nameText(
  desk: Desk,
  {
    investigation,
    code,
    sealed,
  }: Pick<AddText, 'investigation' | 'code'> & { readonly sealed: SealedRecord | null },
): Promise<Outcome<{ readonly id: TextId; readonly code: string }, 'code-taken' | 'wrong-context'>> {
  const named = await nameRecord(desk, { investigation, kind: 'text', code })
  if (!named.ok || sealed === null) return named
  const { record, field } = sealed.statement
  const id = field === ORIGINAL ? parseId<'text'>(record) : null
  if (id === null || (await textById(desk.store.db, investigation, id)) !== null)
    return refuse('wrong-context', 'what its tokens stand for was sealed for another text')
  return ok({ ...named.value, id })
}

function laidOut(input: WrittenText | TextOfFile): LaidText {
  if ('spoken' in input) return layTurns(input.spoken)
  const { content } = freezeText(input.content)
  return { content, turns: turnsOf(content, input.speakers) }
}

/** Whether what the text belongs to is there: its source, and the text that it translates. */
async function belongingOf(
  db: Db,
  { investigation, source, kind, translationOf }: TextAbout,
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
