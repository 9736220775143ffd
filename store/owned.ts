import type { InvestigationId } from '@corroborate/base'

/** What every row of an investigation begins with; `ordinal` keeps the order in which rows were written, from 1. */
export interface Owned {
  readonly investigation: InvestigationId
  readonly ordinal: number
}
