import { deleteTie } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import { signature } from './name-record.ts'
import type { TieElement } from './tie-element.ts'

/** Takes a finding from an element again. That it was tied stays in the ledger. */
export const untieElement = act('element.untied', ['legal-adviser'], async (desk, input: TieElement) => {
  const { investigation, element, incident, finding } = input
  const tie = { element, incident, finding }
  if (!(await deleteTie(desk.store.db, investigation, tie))) return NOT_FOUND
  return done<null>(null, { subject: finding, content: { ...tie, by: await signature(desk) } })
})
