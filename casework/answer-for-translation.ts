import type { TextId } from '@corroborate/base'
import { translationIn, updateTranslation } from '@corroborate/store'
import { advanceTranslation } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'

export interface AnswerForTranslation extends InInvestigation {
  readonly text: TextId
  readonly to: 'revised' | 'certified'
}

/** Says that a translation was read against its original by somebody else than who made it, or that a sworn translator answers for it. */
export const answerForTranslation = act(
  'translation.advanced',
  CODERS,
  async (desk, { investigation, text, to }: AnswerForTranslation) => {
    const { db } = desk.store
    const translation = await translationIn(db, investigation, text)
    if (translation === null) return NOT_FOUND
    const now = advanceTranslation(translation, { to, by: await signature(desk) })
    if (!now.ok) return now
    await updateTranslation(db, investigation, { of: text, now: now.value })
    return done<null>(null, { subject: text, content: now.value })
  },
)
