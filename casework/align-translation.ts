import { refuse, type TextId } from '@corroborate/base'
import { insertTranslation, textById, translationIn } from '@corroborate/store'
import { proposeAlignment, type Translation } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { lastVersion, notTheLast } from './last-version.ts'
import { signature } from './name-record.ts'

export interface AlignTranslation extends InInvestigation {
  readonly text: TextId
}

/** Puts a translation that came as a text of its own beside the last version of its original, speaker by speaker. Whoever does it answers for it as its translator. */
export const alignTranslation = act(
  'translation.aligned',
  ['researcher'],
  async (desk, { investigation, text: id }: AlignTranslation) => {
    const { db } = desk.store
    const text = await textById(db, investigation, id)
    const translated = text?.translationOf ?? null
    const original = translated === null ? null : await lastVersion(db, investigation, translated)
    if (text === null || original === null) return NOT_FOUND
    const superseded = await notTheLast(db, { investigation, text })
    if (superseded) return superseded
    if ((await translationIn(db, investigation, id)) !== null)
      return refuse('aligned-before', `${text.code} stands beside ${original.code} already`)
    const translation: Translation = {
      ...{ original: original.id, translation: id, translator: await signature(desk), state: 'draft' },
      ...{ revisedBy: null, certifiedBy: null, rows: proposeAlignment(original.turns, text.turns) },
    }
    await insertTranslation(db, investigation, translation)
    return done<null>(null, { subject: id, content: translation })
  },
)
