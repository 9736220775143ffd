import type { InvestigationId } from '@corroborate/base'
import { findingRows } from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { FindingRow } from '../shapes.ts'
import { stateOf } from './lineage-known.ts'
import type { Reader } from './reader.ts'

const ROWS = recalled<readonly FindingRow[]>()

/** The findings as lists show them, read once for each state of the investigation. */
export async function findingRowsKnown(reader: Reader, id: InvestigationId): Promise<readonly FindingRow[]> {
  const state = await stateOf(reader, id)
  return reader.memory.recall(state, ROWS, () => findingRows(reader.store.db, id))
}
