import { refuse, type Words } from '@corroborate/base'
import type { StandardOfProof } from '@corroborate/findings'
import { insertChoice } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { elementPlace, type ElementPlace } from './element-place.ts'
import { signature } from './name-record.ts'

export interface ChooseStandard extends InInvestigation, ElementPlace {
  readonly standard: StandardOfProof
  /** Why the findings meet the element by it, or what they lack. */
  readonly reasons: Words
}

/** Chooses by which standard an element is judged, and writes why. The last choice holds; the others stay. */
export const chooseStandard = act(
  'standard.chosen',
  ['legal-adviser'],
  async (desk, input: ChooseStandard) => {
    const { investigation, element, incident, standard, reasons } = input
    const { db } = desk.store
    const place = await elementPlace(db, investigation, input)
    if (!place.ok) return place
    if ([reasons.en, reasons.ar].every((words) => (words ?? '').trim() === ''))
      return refuse('no-reasons', 'who chooses a standard writes why')
    const choice = { element, incident, standard, reasons, by: await signature(desk) }
    await insertChoice(db, investigation, choice)
    return done<null>(null, { subject: incident ?? investigation, content: choice })
  },
)
