import type { InvestigationId } from '@corroborate/base'
import { findingRows, investigationsOf, reportCards } from '@corroborate/store'
import type { Overview } from '../shapes.ts'
import { assessed } from './assessed.ts'
import { contradictionViews } from './contradiction-views.ts'
import { estimateViews } from './estimates.ts'
import { readingIn, type Reader } from './reader.ts'
import { cardOf } from './session.ts'

/** How does this investigation stand: its numbers, its findings, what contradicts what, and what keeps it from print? */
export function readOverview(reader: Reader, id: InvestigationId): Promise<Overview | null> {
  return readingIn(reader, id, async (db) => {
    const known = await assessed(reader, id)
    const entered = await enteredAs(reader, id)
    if (known === null || entered === null) return null
    return {
      card: await cardOf(db, entered),
      thresholds: known.investigation.thresholds,
      estimates: await estimateViews(reader, id),
      findings: await findingRows(db, id),
      contradictions: await contradictionViews(db, known, known.assessment.contradictions),
      reports: await reportCards(db, id),
      breaches: known.assessment.breaches,
    }
  })
}

async function enteredAs(reader: Reader, id: InvestigationId) {
  if (reader.member === null || reader.member === 'operator') return null
  const entered = await investigationsOf(reader.store.db, reader.member)
  return entered.find((one) => one.id === id) ?? null
}
