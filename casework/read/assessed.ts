import type { InvestigationId, ReportId } from '@corroborate/base'
import {
  assess,
  resolveReport,
  type Assessment,
  type Investigation,
  type ResolvedReport,
} from '@corroborate/report'
import { investigationWhole } from '@corroborate/store'
import { recalled } from '../memory.ts'
import { dayAt } from '../time.ts'
import { stateOf } from './lineage-known.ts'
import type { Reader } from './reader.ts'

/** A whole investigation with everything that is computed from it. */
export interface Assessed {
  readonly investigation: Investigation
  readonly assessment: Assessment
  readonly resolved: ReadonlyMap<ReportId, ResolvedReport>
  /** The state that it was read in: what is made from it is remembered under this one, whatever happened since. */
  readonly state: Awaited<ReturnType<typeof stateOf>>
}

const ASSESSED = recalled<Assessed | null>()

/** The investigation as it now stands, computed once for each state of it. Null when there is none of that id. */
export async function assessed(reader: Reader, id: InvestigationId): Promise<Assessed | null> {
  const state = await stateOf(reader, id)
  return reader.memory.recall(state, ASSESSED, async () => {
    const investigation = await investigationWhole(reader.store.db, id)
    if (investigation === null) return null
    const assessment = assess(investigation, { today: dayAt(reader.clock()), software: reader.software })
    const resolved = investigation.reports.map(
      (report) => [report.id, resolveReport(investigation, assessment, report)] as const,
    )
    return { investigation, assessment, resolved: new Map(resolved), state }
  })
}
