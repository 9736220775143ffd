import { refuse, type TextId } from '@corroborate/base'
import { codePointLength, unheardIn, type Listening, type Stretch } from '@corroborate/testimony'
import { insertListenings, listeningsOf, textById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { CODERS, coderAt } from './coder.ts'
import type { InInvestigation } from './desk.ts'

export interface HearWords extends InInvestigation, Stretch {
  readonly text: TextId
}

/** Says that somebody listened to these words of a machine's transcript, and that they are what is said. From then on they can be cited. */
export const hearWords = act('words.heard', CODERS, async (desk, input: HearWords) => {
  const { investigation, text: id, start, end } = input
  const { db } = desk.store
  const text = await textById(db, investigation, id)
  if (text === null) return NOT_FOUND
  if ((text.readFrom?.machine ?? null) === null)
    return refuse(
      'not-of-a-machine',
      `no machine wrote ${text.code} down: its words can be cited as they are`,
    )
  if (!(start >= 0 && start < end && end <= codePointLength(text.content)))
    return refuse('outside', `${text.code} has no words from ${start} to ${end}`)
  if (unheardIn({ start, end }, await listeningsOf(db, investigation, id)).length === 0)
    return refuse('heard-before', 'somebody has listened to all of these words already')
  const { by, at } = await coderAt(desk)
  const listening: Listening = { text: id, start, end, by, at }
  await insertListenings(db, investigation, [listening])
  return done<null>(null, { subject: id, content: listening })
})
