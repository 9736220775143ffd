import { refuse, type FindingId } from '@corroborate/base'
import { findingById, insertTie, tiesOf } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { elementPlace, type ElementPlace } from './element-place.ts'
import { signature } from './name-record.ts'

export interface TieElement extends InInvestigation, ElementPlace {
  readonly finding: FindingId
}

/** Ties a finding to an element, for one incident or for the whole. That it bears on it is a judgement, and a person makes it. */
export const tieElement = act('element.tied', ['legal-adviser'], async (desk, input: TieElement) => {
  const { investigation, element, incident, finding } = input
  const { db } = desk.store
  if ((await findingById(db, investigation, finding)) === null) return NOT_FOUND
  const place = await elementPlace(db, investigation, input)
  if (!place.ok) return place
  const tie = { element, incident, finding }
  const ties = await tiesOf(db, investigation)
  if (ties.some((one) => one.element === element && one.incident === incident && one.finding === finding))
    return refuse('tied-before', 'this finding is tied to this element already')
  const by = await signature(desk)
  await insertTie(db, investigation, { ...tie, by })
  return done<null>(null, { subject: finding, content: { ...tie, by } })
})
