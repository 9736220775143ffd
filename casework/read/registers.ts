import type { InvestigationId } from '@corroborate/base'
import { persons, places, topicsOf, units } from '@corroborate/store'
import type { RegistersView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

/** Which people, places and bodies can a claim name, and what are claims about so far? */
export function readRegisters(reader: Reader, investigation: InvestigationId): Promise<RegistersView | null> {
  return readingIn(reader, investigation, async (db) => ({
    places: await places(db, investigation),
    persons: await persons(db, investigation),
    units: await units(db, investigation),
    topics: await topicsOf(db, investigation),
  }))
}
