import type { InvestigationId } from '@corroborate/base'
import { investigationsOf, reportCards } from '@corroborate/store'
import { recalled } from '../memory.ts'
import type { Overview } from '../shapes.ts'
import { assessed } from './assessed.ts'
import { contradictionViews } from './contradiction-views.ts'
import { estimateViews } from './estimates.ts'
import { findingRowsKnown } from './finding-rows-known.ts'
import { stateOf } from './lineage-known.ts'
import { readingIn, type Reader } from './reader.ts'
import { cardOf } from './session.ts'
import { instant } from '../time.ts'

const BODY = recalled<Omit<Overview, 'card'> | null>()

/** How does this investigation stand: its numbers, its findings, what contradicts what, and what keeps it from print? */
export function readOverview(reader: Reader, id: InvestigationId): Promise<Overview | null> {
  return readingIn(reader, id, async (db, reader) => {
    const entered = await enteredAs(reader, id)
    const body = await reader.memory.recall(await stateOf(reader, id), BODY, () => bodyOf(reader, id))
    return entered && body && { card: await cardOf(db, entered), ...body }
  })
}

async function bodyOf(reader: Reader, id: InvestigationId): Promise<Omit<Overview, 'card'> | null> {
  const { db } = reader.store
  const known = await assessed(reader, id)
  if (known === null) return null
  const { investigation, assessment } = known
  return {
    thresholds: investigation.thresholds,
    estimates: await estimateViews(reader, id),
    findings: await findingRowsKnown(reader, id),
    contradictions: await contradictionViews(db, known, assessment.contradictions),
    reports: await reportCards(db, id),
    breaches: assessment.breaches,
  }
}

async function enteredAs(reader: Reader, id: InvestigationId) {
  if (reader.member === null || reader.member === 'operator') return null
  const entered = await investigationsOf(reader.store.db, {
    member: reader.member,
    now: instant(reader.clock()),
  })
  return entered.find((one) => one.id === id) ?? null
}
