import { makePassage, type Passage, type Stretch } from '@corroborate/testimony'
import { insertPassages, textById } from '@corroborate/store'
import type { TextId } from '@corroborate/base'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface MarkPassage extends InInvestigation, Stretch {
  readonly code: ChosenCode
  readonly text: TextId
}

/** Marks a stretch of a working text, in code points, with its exact words. */
export const markPassage = act(
  'passage.marked',
  ['researcher', 'reviewer'],
  async (desk, { investigation, code, text: id, start, end }: MarkPassage) => {
    const text = await textById(desk.store.db, investigation, id)
    if (!text) return NOT_FOUND
    const named = await nameRecord(desk, { investigation, kind: 'passage', code })
    if (!named.ok) return named
    const passage = makePassage(text, { start, end }, named.value)
    if (!passage.ok) return passage
    await insertPassages(desk.store.db, investigation, [passage.value])
    return done<Passage>(passage.value, { subject: passage.value.id, content: passage.value })
  },
)
