import { CRIMES, elementsTable, questionsFrom } from '@corroborate/findings'
import { choicesOf, crimesChosen, findings, incidentsOf, standingsBefore, tiesOf } from '@corroborate/store'
import type { InvestigationId } from '@corroborate/base'
import type { ElementsView } from '../shapes-of-elements.ts'
import { findingRowsKnown } from './finding-rows-known.ts'
import { readingIn, type Reader } from './reader.ts'

/** What do the findings make of the elements of the chosen crimes, and what is to be asked next? */
export function readElements(reader: Reader, investigation: InvestigationId): Promise<ElementsView | null> {
  return readingIn(reader, investigation, async (db, reader) => {
    const chosen = await crimesChosen(db, investigation)
    const incidents = await incidentsOf(db, investigation)
    const ties = await tiesOf(db, investigation)
    const tied = new Set(ties.map(({ finding }) => finding))
    const held = (await findings(db, investigation)).filter(({ id }) => tied.has(id))
    const table = elementsTable({
      crimes: CRIMES.filter(({ id }) => chosen.includes(id)),
      incidents: incidents.map(({ id }) => id),
      ties,
      choices: await choicesOf(db, investigation),
      findings: new Map(held.map((finding) => [finding.id, finding])),
      standings: await standingsBefore(db, investigation, [...tied]),
    })
    return {
      ...{ chosen, incidents, table, questions: questionsFrom(table) },
      findings: await findingRowsKnown(reader, investigation),
    }
  })
}
