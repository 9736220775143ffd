import { ok, refuse, type CodeId, type PassageId, type TextId } from '@corroborate/base'
import { codeInForce, type Coding, type Stretch } from '@corroborate/testimony'
import { codes, codingsOfText, insertCodings, passageAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { markPassage } from './mark-passage.ts'

export interface CodePassage extends InInvestigation, Stretch {
  readonly text: TextId
  readonly code: CodeId
  readonly memo: string | null
}

/**
 * Puts a stretch of a text under a code, in the name of whoever codes; it is marked first where it is not a passage yet.
 * Named by its stretch and not by its passage, so that a hand that is faster than the server need not wait for an id.
 */
export const codePassage = act('passage.coded', CODERS, async (desk, input: CodePassage) => {
  const { investigation, text, start, end, memo } = input
  const { db } = desk.store
  const system = await codes(db, investigation)
  if (!system.has(input.code)) return NOT_FOUND
  const code = codeInForce(system, input.code)
  const found = await passageAt(db, investigation, { text, start, end })
  const passage =
    found === null
      ? await markPassage(desk, { investigation, text, start, end, code: null })
      : ok({ id: found })
  if (!passage.ok) return passage
  const { coder, by, at } = await coderAt(desk)
  const coding: Coding = { passage: passage.value.id, code, coder, by, at, memo }
  const before = await codingsOfText(db, investigation, text)
  if (before.some((one) => one.passage === coding.passage && one.coder === coder && one.code === code))
    return refuse('coded-before', 'you have put these words under this code already')
  await insertCodings(db, investigation, [coding])
  return done<PassageId>(coding.passage, { subject: coding.passage, content: coding })
})
