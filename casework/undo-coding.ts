import type { CodeId, TextId } from '@corroborate/base'
import { codeInForce, type Stretch } from '@corroborate/testimony'
import { codes, codingsOfText, deleteCoding, passageAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'

export interface UndoCoding extends InInvestigation, Stretch {
  readonly text: TextId
  readonly code: CodeId
}

/** Takes words from under a code again: one's own coding, and nobody else's. The ledger keeps that it was there. */
export const undoCoding = act('coding.undone', CODERS, async (desk, input: UndoCoding) => {
  const { investigation, text, start, end } = input
  const { db } = desk.store
  const system = await codes(db, investigation)
  const passage = await passageAt(db, investigation, { text, start, end })
  const { coder } = await coderAt(desk)
  const code = codeInForce(system, input.code)
  // Whatever was merged into the code is shown as the code, and goes with it.
  const mine = (await codingsOfText(db, investigation, text)).filter(
    (one) => one.passage === passage && one.coder === coder && codeInForce(system, one.code) === code,
  )
  if (mine.length === 0) return NOT_FOUND
  for (const coding of mine) await deleteCoding(db, investigation, coding)
  return done<null>(null, { subject: mine[0]?.passage ?? text, content: { undone: mine } })
})
