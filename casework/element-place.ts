import { ok, refuse, type IncidentId, type InvestigationId, type Outcome } from '@corroborate/base'
import { isCellOf, CRIMES } from '@corroborate/findings'
import { crimesChosen, incidentsOf, type Db } from '@corroborate/store'
import { NOT_FOUND } from './act.ts'

/** A cell of the table of elements: a row by its key, and the incident; null for what is proved once. */
export interface ElementPlace {
  readonly element: string
  readonly incident: IncidentId | null
}

/** Whether the table of the chosen crimes has such a cell. */
export async function elementPlace(
  db: Db,
  investigation: InvestigationId,
  { element, incident }: ElementPlace,
): Promise<Outcome<null, 'not-found' | 'no-such-element'>> {
  if (incident !== null && !(await incidentsOf(db, investigation)).some(({ id }) => id === incident))
    return NOT_FOUND
  const chosen = await crimesChosen(db, investigation)
  const crimes = CRIMES.filter(({ id }) => chosen.includes(id))
  if (!isCellOf(crimes, { element, incident }))
    return refuse(
      'no-such-element',
      `“${element}” is no element of the chosen crimes, or not one that is proved ${incident === null ? 'once for all' : 'for an incident'}`,
    )
  return ok(null)
}
