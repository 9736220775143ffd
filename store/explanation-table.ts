import type { FindingId } from '@corroborate/base'
import type { Explanations } from '@corroborate/findings'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface ExplanationWeighingTable extends Owned {
  readonly finding: FindingId
  readonly others: JsonText<Explanations['others']>
  readonly rated: JsonText<Explanations['rows']>
  readonly weighed_by: string
  readonly weighed_at: string
}
