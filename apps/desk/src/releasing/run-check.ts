import { checkRelease, COORDINATE_DECIMALS, USUAL_CELLS, type Flag } from '@corroborate/disclosure'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import type { ReleaseCheckView } from '@corroborate/server/api'
import { indexNames } from '@corroborate/testimony'
import type { RegisterOpened } from './open-register.ts'

/** The check of what would leave, with the names as far as they were opened here. */
export function runCheck(view: ReleaseCheckView, register: RegisterOpened | null): readonly Flag[] {
  const { output, consents, people, places, earlier, on, recipient, purposes, sealed } = view
  const unrecorded = new Set(view.unrecorded)
  return checkRelease(output, {
    ...{ consents, people, places, earlier, on, recipient, purposes },
    names: register && indexNames(register.names, (name) => nameKeys(name, USUAL_NAMES)),
    unopened: register?.refused ?? sealed,
    ...{ cells: USUAL_CELLS, coordinateDecimals: COORDINATE_DECIMALS },
    recorded: (id) => !unrecorded.has(id),
  })
}
