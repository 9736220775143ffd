import { refuse, type TextId } from '@corroborate/base'
import type { Stretch } from '@corroborate/testimony'
import { deletePassage, markersOf, passageAt, reports, restingOn } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'
import { quotedIn } from './quoted-in.ts'

export interface UnmarkPassage extends InInvestigation, Stretch {
  readonly text: TextId
}

/** Takes one's own mark away again while nothing rests on it. The ledger keeps that it was there. */
export const unmarkPassage = act('passage.unmarked', CODERS, async (desk, input: UnmarkPassage) => {
  const { investigation, text, start, end } = input
  const { db } = desk.store
  const passage = await passageAt(db, investigation, { text, start, end })
  const { coder } = await coderAt(desk)
  if (passage === null || (await markersOf(db, investigation, text)).get(passage) !== coder) return NOT_FOUND
  const { codings, claims } = await restingOn(db, investigation, passage)
  if (codings + claims > 0)
    return refuse('carries-something', `${codings} codings and ${claims} claims rest on these words`)
  if ((await reports(db, investigation)).some((report) => quotedIn(report).includes(passage)))
    return refuse('quoted', 'a report quotes these words')
  await deletePassage(db, investigation, passage)
  return done<null>(null, { subject: passage, content: { text, start, end } })
})
