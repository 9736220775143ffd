import type { UnitId } from '@corroborate/base'
import type { Unit } from '@corroborate/claims'
import { insertUnits } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface RecordUnit extends InInvestigation, Omit<Unit, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Enters a body: a unit, a court, a ministry. */
export const recordUnit = act(
  'unit.recorded',
  ['researcher'],
  async (desk, { investigation, code, ...what }: RecordUnit) => {
    const named = await nameRecord(desk, { investigation, kind: 'unit', code })
    if (!named.ok) return named
    const unit: Unit = { ...what, ...named.value }
    await insertUnits(desk.store.db, investigation, [unit])
    return done<UnitId>(unit.id, { subject: unit.id, content: unit })
  },
)
