import type { InvestigationId } from '@corroborate/base'
import { actTables } from '@corroborate/store'
import type { ActTablesView } from '../shapes-of-exchange.ts'
import { readingIn, type Reader } from './reader.ts'

/** Which tables of acts were taken in, under which mapping, and what was made of their rows? */
export function readActTables(reader: Reader, investigation: InvestigationId): Promise<ActTablesView | null> {
  return readingIn(reader, investigation, async (db) => ({ tables: await actTables(db, investigation) }))
}
