import type { FindingId, IncidentId, Words } from '@corroborate/base'
import type { StandardOfProof } from '@corroborate/findings'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

/** A crime that the investigation looks at, by its id in the core. */
export interface CrimeChosenTable extends Owned {
  readonly crime: string
}

export interface IncidentTable extends Owned {
  readonly id: IncidentId
  readonly name: JsonText<Words>
}

export interface ElementTieTable extends Owned {
  readonly element: string
  readonly incident: IncidentId | null
  readonly finding: FindingId
  readonly tied_by: string
}

export interface StandardChoiceTable extends Owned {
  readonly element: string
  readonly incident: IncidentId | null
  readonly standard: StandardOfProof
  readonly reasons: JsonText<Words>
  readonly chosen_by: string
}
