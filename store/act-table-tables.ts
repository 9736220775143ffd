import type { ClaimId, Json, SourceId, TextId } from '@corroborate/base'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

export interface ActTableTable extends Owned {
  readonly name: string
  readonly source: SourceId
  /** The last version of the text whose passages are the rows. */
  readonly text: TextId
  readonly mapping: JsonText<Json>
  readonly taken_by: string
  readonly taken_at: string
}

export interface ActRowTable extends Owned {
  readonly act_table: string
  /** The number that the row has in its database. */
  readonly number: string
  readonly claim: ClaimId
  readonly sha256: string
}
