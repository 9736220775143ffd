import { refuse, type TextId } from '@corroborate/base'
import { codingOpened, insertCodingOpened, textById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'

export interface OpenCodings extends InInvestigation {
  readonly text: TextId
}

/** Lets the coders of a text see each other's work. Until then each sees their own; afterwards they cannot be blind again. */
export const openCodings = act(
  'codings.opened',
  ['reviewer'],
  async (desk, { investigation, text: id }: OpenCodings) => {
    const { db } = desk.store
    const text = await textById(db, investigation, id)
    if (text === null) return NOT_FOUND
    if ((await codingOpened(db, investigation, id)) !== null)
      return refuse('opened-before', `the coding of ${text.code} is open already`)
    const { by, at } = await coderAt(desk)
    await insertCodingOpened(db, investigation, { text: id, by, at })
    return done<null>(null, { subject: id, content: { text: id, by, at } })
  },
)
