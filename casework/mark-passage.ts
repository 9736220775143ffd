import { refuse, type TextId } from '@corroborate/base'
import { makePassage, type Passage, type Stretch } from '@corroborate/testimony'
import { insertPassages, passageAt, textById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { notTheLast } from './last-version.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface MarkPassage extends InInvestigation, Stretch {
  readonly code: ChosenCode
  readonly text: TextId
}

/** Marks a stretch of a working text, in code points, with its exact words. The same stretch is marked once. */
export const markPassage = act(
  'passage.marked',
  CODERS,
  async (desk, { investigation, code, text: id, start, end }: MarkPassage) => {
    const { db } = desk.store
    const text = await textById(db, investigation, id)
    if (!text) return NOT_FOUND
    const superseded = await notTheLast(db, { investigation, text })
    if (superseded) return superseded
    if ((await passageAt(db, investigation, { text: id, start, end })) !== null)
      return refuse('marked-before', `these words of ${text.code} are marked already`)
    const named = await nameRecord(desk, { investigation, kind: 'passage', code })
    if (!named.ok) return named
    const passage = makePassage(text, { start, end }, named.value)
    if (!passage.ok) return passage
    await insertPassages(db, investigation, [passage.value], (await coderAt(desk)).coder)
    return done<Passage>(passage.value, { subject: passage.value.id, content: passage.value })
  },
)
