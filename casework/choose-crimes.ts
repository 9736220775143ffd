import { refuse } from '@corroborate/base'
import { CRIMES } from '@corroborate/findings'
import { putCrimesChosen } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'

export interface ChooseCrimes extends InInvestigation {
  /** By their ids in the core (`7-1f`): all of them, in the place of what was chosen before. */
  readonly crimes: readonly string[]
}

/** Chooses whose elements the findings are held against. What was tied to a crime that is left out waits until it is chosen again. */
export const chooseCrimes = act(
  'crimes.chosen',
  ['legal-adviser'],
  async (desk, { investigation, crimes }: ChooseCrimes) => {
    const unknown = crimes.find((crime) => !CRIMES.some(({ id }) => id === crime))
    if (unknown !== undefined) return refuse('unknown-crime', `no crime here is called “${unknown}”`)
    if (new Set(crimes).size < crimes.length) return refuse('crime-twice', 'a crime is chosen once')
    await putCrimesChosen(desk.store.db, investigation, crimes)
    return done<null>(null, {
      subject: investigation,
      content: { records: crimes.map((crime) => ({ crime })) },
    })
  },
)
