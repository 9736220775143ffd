import type { PlaceId } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import { insertPlaces, placePath } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'

export interface RecordPlace extends InInvestigation, Omit<Place, 'id' | 'code'> {
  readonly code: ChosenCode
}

/** Enters a place. What it lies within must be in the register already, so that places cannot contain each other. */
export const recordPlace = act(
  'place.recorded',
  ['researcher'],
  async (desk, { investigation, code, ...what }: RecordPlace) => {
    if (what.within !== null && (await placePath(desk.store.db, investigation, what.within)).length === 0)
      return NOT_FOUND
    const named = await nameRecord(desk, { investigation, kind: 'place', code })
    if (!named.ok) return named
    const place: Place = { ...what, ...named.value }
    await insertPlaces(desk.store.db, investigation, [place])
    return done<PlaceId>(place.id, { subject: place.id, content: place })
  },
)
